using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Voicebot.Benchmarks.Mutations;

/// <summary>Which tests could notice a change in a room: those of its own name first, then those of the rooms that stand on it.</summary>
public static class RoomTests
{
    private const string Root = "Voicebot.Tests.";

    /// <summary>A name that more of them hold is an everyday word.</summary>
    private const int MostNaming = 12;

    /// <summary>Rooms whose rules are only seen from others.</summary>
    private static readonly string[] WithoutOwn = ["Routing", "Views"];

    private static readonly Dictionary<string, string[]> Further = new(StringComparer.Ordinal)
    {
        ["Kpis"] = ["Figures.*", "Http.GetKpisTests", "Http.RetiredAgentTests", "Http.ConversationFiguresTests",
            "Http.SegmentsTests"],
        ["Figures"] = ["Kpis.*", "Demo.*", "Conversations.*", "Synchronization.*"],
        ["Phones"] = ["Privacy.*", "Csv.*", "Synchronization.ConversationMapperTests", "Synchronization.OutreachSamplesTests",
            "Http.OtherConversationsTests", "Conversations.*"],
        ["Time"] = ["Kpis.*", "Archiving.*", "Conversations.*", "Faults.MonthEndTests", "Requests.*", "Synchronization.SyncWindowTests"],
        ["Json"] = ["ElevenLabs.*", "Http.BodyRefusalTests", "Webhooks.*", "Synchronization.*"],
        ["Webhooks"] = ["Http.MethodsTests", "Privacy.*"],
        ["Archiving"] = ["Http.ArchiveTests", "Privacy.*", "Timers.*"],
        ["Synchronization"] =
            ["Faults.BlindVendorTests", "Faults.AnnouncedDeletionTests", "Faults.OutageTests", "Faults.PagingFaultTests",
                "Faults.MonthEndTests", "Faults.RunMemoryTests", "Faults.TimeLimitTests", "Conversations.*",
                "Http.RefetchDetailsTests", "Http.RefetchConversationTests", "Http.StartSyncTests", "Http.SyncLogsTests",
                "Http.ListAgentsTests", "Http.GetReachTests", "Webhooks.*", "Privacy.*", "Health.*", "Timers.*"],
        ["Privacy"] = ["Archiving.*", "Synchronization.DetailRedactionTests", "Webhooks.*"],
        ["Conversations"] = ["Http.ListConversationsTests", "Http.GetConversationTests", "Http.OtherConversationsTests",
            "Http.ConversationFiguresTests", "Http.ExportCsvTests", "Kpis.*", "Privacy.*", "Synchronization.*"],
        ["Security"] = ["Http.RequestGuardTests", "Http.SecurityHeadersTests", "Http.BodyRefusalTests", "Http.MethodsTests",
            "Privacy.NumberGuessTests", "LocalHost.*"],
        ["Routing"] = ["Security.*", "Http.MethodsTests", "Http.OpenApiTests", "Http.BodyRefusalTests", "LocalHost.*"],
        ["Requests"] = ["Http.QueryRefusalTests", "Http.BodyRefusalTests", "Http.ListConversationsTests", "Http.SettingsTests",
            "Http.StartSyncTests", "Http.ExportCsvTests", "Http.ViewsTests", "Http.SyncLogsTests", "Http.GetKpisTests",
            "Http.ConversationFiguresTests", "Http.OpenApiTests", "Http.ArchiveTests"],
        ["Problems"] = ["Http.QueryRefusalTests", "Http.StorageFailureTests", "Http.MethodsTests"],
        ["Health"] = ["Http.GetHealthTests", "Faults.BlindVendorTests", "Faults.OutageTests", "Timers.*"],
        ["Freshness"] = ["Health.*", "Http.GetHealthTests", "Kpis.*", "Synchronization.SyncRunStoreTests"],
        ["Views"] = ["Http.ViewsTests", "Requests.ViewReaderTests"],
        ["Scheduling"] = ["Timers.*", "Http.GetHealthTests"],
        ["Settings"] = ["Http.SettingsTests", "Privacy.RetentionTests", "Security.*", "LocalHost.ConfigurationTests"],
        ["Search"] = ["Conversations.*", "Http.ListConversationsTests", "Privacy.*"],
        ["Csv"] = ["Http.ExportCsvTests", "Privacy.MaskingTests", "Archiving.*", "Spreadsheets.*"],
    };

    /// <summary>Patterns of class names, in the order in which they are tried: first the tests that name the changed type.</summary>
    /// <param name="tests">The sources of the tests.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(string room, Mutant mutant, IEnumerable<SyntaxTree> tests)
    {
        var naming = tests.Where(test => Names(test, Path.GetFileNameWithoutExtension(mutant.Tree.FilePath)))
            .Select(test => $"{Root}{Folder(test)}.{Path.GetFileNameWithoutExtension(test.FilePath)}").ToList();
        if (naming.Count is > 0 and <= MostNaming)
            yield return naming;
        if (!WithoutOwn.Contains(room))
            yield return [Root + room + ".*"];
        if (Further.TryGetValue(room, out var more))
            yield return [.. more.Select(one => Root + one)];
    }

    private static bool Names(SyntaxTree test, string type) =>
        test.FilePath.EndsWith("Tests.cs", StringComparison.Ordinal)
        && Folder(test) is not ("Browser" or "WorkerHost" or "Faults" or "Architecture")
        && Regex.IsMatch(test.GetText().ToString(), $@"\b{Regex.Escape(type)}(Tests)?\b");

    private static string? Folder(SyntaxTree test) => Path.GetFileName(Path.GetDirectoryName(test.FilePath));
}
