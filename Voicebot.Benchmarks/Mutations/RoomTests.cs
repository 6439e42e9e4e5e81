namespace Voicebot.Benchmarks.Mutations;

/// <summary>Which tests could notice a change in a room: those of its own name first, then those of the rooms that stand on it.</summary>
public static class RoomTests
{
    private const string Root = "Voicebot.Tests.";

    private static readonly Dictionary<string, string[]> Further = new(StringComparer.Ordinal)
    {
        ["Kpis"] = ["Figures.*", "Http.GetKpisTests", "Http.RetiredAgentTests"],
        ["Figures"] = ["Kpis.*", "Demo.*"],
        ["Phones"] = ["Privacy.*", "Csv.*", "Synchronization.ConversationMapperTests", "Synchronization.OutreachSamplesTests"],
        ["Time"] = ["Kpis.*", "Archiving.*", "Conversations.*", "Faults.MonthEndTests"],
        ["Webhooks"] = ["Http.MethodsTests"],
        ["Archiving"] = ["Http.ArchiveTests", "Privacy.*", "Timers.*"],
        ["Synchronization"] =
            ["Faults.BlindVendorTests", "Faults.OutageTests", "Faults.PagingFaultTests", "Faults.MonthEndTests", "Conversations.*",
                "Http.RefetchDetailsTests", "Http.RefetchConversationTests", "Webhooks.*", "Privacy.*", "Health.*", "Timers.*"],
        ["Privacy"] = ["Archiving.*", "Synchronization.DetailRedactionTests", "Webhooks.*"],
        ["Conversations"] = ["Http.ListConversationsTests", "Http.GetConversationTests", "Kpis.*", "Privacy.*", "Synchronization.*"],
        ["Security"] = ["Http.RequestGuardTests", "Http.SecurityHeadersTests", "Http.BodyRefusalTests", "Http.MethodsTests",
            "Privacy.NumberGuessTests"],
        ["Routing"] = ["Security.*", "Http.MethodsTests", "Http.OpenApiTests", "LocalHost.*"],
        ["Requests"] = ["Http.QueryRefusalTests", "Http.BodyRefusalTests", "Http.ListConversationsTests", "Http.SettingsTests",
            "Http.StartSyncTests"],
        ["Problems"] = ["Http.QueryRefusalTests", "Http.StorageFailureTests", "Http.MethodsTests"],
        ["Health"] = ["Http.GetHealthTests"],
        ["Scheduling"] = ["Timers.*"],
        ["Settings"] = ["Http.SettingsTests", "Privacy.RetentionTests"],
        ["Search"] = ["Conversations.*", "Http.ListConversationsTests", "Privacy.*"],
        ["Csv"] = ["Http.ExportCsvTests", "Privacy.MaskingTests", "Archiving.*"],
    };

    /// <summary>Patterns of class names, in the order in which they are tried.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string room) =>
        Further.TryGetValue(room, out var more) ? [[Root + room + ".*"], [.. more.Select(one => Root + one)]] : [[Root + room + ".*"]];
}
