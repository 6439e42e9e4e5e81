using Voicebot.Core.Files;

namespace Voicebot.Core.Health;

/// <summary>The place of archives, recordings and backups: whether it can be used, and whether it lasts.</summary>
public static class FilesProblems
{
    public static IEnumerable<HealthProblem> Of(HealthFacts facts)
    {
        var options = facts.Options;
        if (facts.FilesFault is { } fault)
            yield return new HealthProblem(fault.Code, Severity.Error, fault.Sentence, fault.Failure == FilesFailure.Unreachable
                ? Remedy.Of(RemedyAction.Wait)
                : Remedy.Of(RemedyAction.CorrectSetting, ("variable", "VOICEBOT_FILES")));

        // Where nothing is named they lie with the database, and are told of together with it where that is a file.
        var isNamed = options.FilesFolder is not null;
        if (options is { OnAzure: true, FilesContainer: null } && (isNamed || options.DatabaseServer is not null)
            && !DiskRoom.IsShare(isNamed ? facts.FilesFormat : facts.DiskFormat))
            yield return new HealthProblem("files_will_not_last", Severity.Warning,
                "This app keeps archives and recordings on its own disk, which Azure deletes when it recycles the app. Name a blob "
                    + "container in VOICEBOT_FILES, or a folder on a storage that lasts.",
                Remedy.Of(RemedyAction.MoveData, ("variable", "VOICEBOT_FILES")));
    }
}
