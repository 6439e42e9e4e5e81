using Voicebot.Core.Data;
using Voicebot.Core.Files;
using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Health;

/// <summary>The disk of the data folder: its room, and whether it lasts.</summary>
public static class DiskProblems
{
    public static IEnumerable<HealthProblem> Of(HealthFacts facts)
    {
        // A run that failed for it says the same, with its agent.
        var isSaid = facts.Agents.Any(agent => agent.LastRun is { WentWrong: true, ErrorCode: SyncFailure.DiskFull });
        if (facts.Disk is { IsFull: true } full && !isSaid)
            yield return new HealthProblem(SyncFailure.DiskFull, Severity.Error,
                $"The disk of the data folder is full: {Megabytes(full)} MB are left. Make room; synchronisations then go on by "
                    + "themselves.", FreeDisk(facts));
        else if (facts.Disk is { IsLow: true } low && !isSaid)
            yield return new HealthProblem("disk_low", Severity.Warning,
                $"The disk of the data folder is nearly full: {Megabytes(low)} MB are left. Make room before synchronisations and "
                    + "backups fail.", FreeDisk(facts));

        var isShare = DiskRoom.IsShare(facts.DiskFormat);
        if (facts.Options.DatabaseServer is not null)
            yield break; // what else lies there is of files
        if (facts.Options.OnAzure && !isShare)
            yield return new HealthProblem("data_will_not_last", Severity.Error,
                "This app keeps its data on its own disk, which Azure deletes when it recycles the app. Mount a storage that lasts and "
                    + "name it in VOICEBOT_DATA (where that is a file share, set VOICEBOT_JOURNAL to truncate, too), or name a server in "
                    + "VOICEBOT_DATABASE.",
                Remedy.Of(RemedyAction.MoveData, ("variable", "VOICEBOT_DATA")));
        else if (isShare && facts.Options.OnAzure && facts.Options.Journal == JournalMode.Wal)
            yield return new HealthProblem("journal_advised", Severity.Warning,
                "The data folder lies on a network share, where the database's usual journal can damage it. Set VOICEBOT_JOURNAL to "
                    + "truncate, and let one instance run.",
                Remedy.Of(RemedyAction.MoveData, ("variable", "VOICEBOT_JOURNAL")));
        else if (isShare && !facts.Options.OnAzure && facts.Options.Journal == JournalMode.Wal)
            yield return new HealthProblem("local_disk_advised", Severity.Advice,
                "The data folder lies on a network share, where the database can be damaged when the connection breaks. Move it to a "
                    + "disk of this computer, and name it in VOICEBOT_DATA; where that cannot be, set VOICEBOT_JOURNAL to truncate.",
                Remedy.Of(RemedyAction.MoveData, ("variable", "VOICEBOT_DATA")));
    }

    public static Remedy FreeDisk(HealthFacts facts) => Remedy.Of(RemedyAction.FreeDisk,
        ("free_bytes", facts.Disk?.FreeBytes.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("needed_bytes", DiskRoom.LowBytes.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static long Megabytes(DiskRoom room) => room.FreeBytes / 1024 / 1024;
}
