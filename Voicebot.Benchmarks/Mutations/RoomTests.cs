namespace Voicebot.Benchmarks.Mutations;

/// <summary>Which tests could notice a change in a room: those of its own name first, then those of the rooms that stand on it.</summary>
public static class RoomTests
{
    private const string Root = "Voicebot.Tests.";

    /// <summary>Rooms whose rules are only seen from others.</summary>
    private static readonly string[] WithoutOwn = ["Routing", "Search"];

    private static readonly Dictionary<string, string[]> Further = new(StringComparer.Ordinal)
    {
        ["Kpis"] = ["Figures.*", "Http.GetKpisTests", "Http.RetiredAgentTests", "Http.ConversationFiguresTests"],
        ["Figures"] = ["Kpis.*", "Demo.*", "Conversations.*", "Synchronization.*"],
        ["Phones"] = ["Privacy.*", "Csv.*", "Synchronization.ConversationMapperTests", "Synchronization.OutreachSamplesTests",
            "Http.OtherConversationsTests", "Conversations.*"],
        ["Time"] = ["Kpis.*", "Archiving.*", "Conversations.*", "Faults.MonthEndTests", "Requests.*", "Synchronization.SyncWindowTests"],
        ["Json"] = ["ElevenLabs.*", "Http.BodyRefusalTests", "Webhooks.*", "Synchronization.*"],
        ["Webhooks"] = ["Http.MethodsTests", "Privacy.*"],
        ["Archiving"] = ["Http.ArchiveTests", "Privacy.*", "Timers.*"],
        ["Synchronization"] =
            ["Faults.BlindVendorTests", "Faults.OutageTests", "Faults.PagingFaultTests", "Faults.MonthEndTests", "Conversations.*",
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
            "Http.ConversationFiguresTests", "Http.OpenApiTests"],
        ["Problems"] = ["Http.QueryRefusalTests", "Http.StorageFailureTests", "Http.MethodsTests"],
        ["Health"] = ["Http.GetHealthTests", "Faults.BlindVendorTests", "Faults.OutageTests", "Timers.*"],
        ["Scheduling"] = ["Timers.*", "Http.GetHealthTests"],
        ["Settings"] = ["Http.SettingsTests", "Privacy.RetentionTests", "Security.*", "LocalHost.ConfigurationTests"],
        ["Search"] = ["Conversations.*", "Http.ListConversationsTests", "Privacy.*"],
        ["Csv"] = ["Http.ExportCsvTests", "Privacy.MaskingTests", "Archiving.*", "Spreadsheets.*"],
    };

    /// <summary>Patterns of class names, in the order in which they are tried.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string room)
    {
        IEnumerable<IReadOnlyList<string>> own = WithoutOwn.Contains(room) ? [] : [[Root + room + ".*"]];
        return Further.TryGetValue(room, out var more) ? [.. own, [.. more.Select(one => Root + one)]] : [.. own];
    }
}
