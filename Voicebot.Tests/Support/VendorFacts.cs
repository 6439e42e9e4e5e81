using System.Text.Json.Nodes;

namespace Voicebot.Tests.Support;

/// <summary>
/// What the specification makes of one of the vendor's conversations: written for the tests from its text,
/// without a line of the product, so that the two can be compared.
/// </summary>
internal sealed record VendorFacts(string Agent, DateTime Local, string Status, string Outcome, long Duration, long Messages,
    long? BotMessages, string? Direction,
    double? Rating, long? Credits, double? Dollars, bool Error, bool Transfer, bool Handover, bool BrokenOff, string? CallResult,
        bool Talked, IReadOnlyList<(string Id, string Result)> Criteria)
{
    private static readonly string[] BreakOffs = ["remote party", "hung up", "client disconnected", "1006", "silence"];

    public bool Finished => Status is "done" or "failed";
    public bool Dropout => Status == "done" && Outcome != "success" && BrokenOff && !Transfer;

    public static VendorFacts Of(VendorConversation conversation, TimeZoneInfo zone)
    {
        var (list, detail) = (conversation.List, conversation.Detail);
        var metadata = detail["metadata"]!;
        var reason = ((string?)metadata["termination_reason"] ?? "").ToLowerInvariant();
        var turns = detail["transcript"]!.AsArray();
        var results = turns.SelectMany(turn => turn!["tool_results"]!.AsArray()).SelectMany(ResultTypes).ToList();
        var handover = results.Contains("transfer_to_agent_success") || detail["visited_agents"]!.AsArray()
            .Select(agent => (string)agent!["agent_id"]!).Distinct().Count() > 1;
        var transfer = results.Any(type =>
            type is "transfer_to_number_twilio_success" or "transfer_to_number_sip_success" or "transfer_to_number_exotel_success")
            || (bool?)metadata["features_usage"]?["transfer_to_number"]?["used"] == true
            || (bool?)metadata["features_usage"]?["workflow"]?["phone_number_node"]?["used"] == true
            || (reason == "call was transferred" && !handover && !results.Contains("transfer_to_number_error"));
        var dialled = ((string?)metadata["phone_call"]?["call_result"])?.ToLowerInvariant().Replace("no-answer", "no_answer");
        var voicemail = results.Contains("voicemail_detection_success")
            || (bool?)metadata["features_usage"]?["voicemail_detection"]?["used"] == true;
        var notReached = dialled is "busy" or "no_answer" or "voicemail";
        return new VendorFacts(
            conversation.AgentId,
            TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(conversation.StartTime), zone).DateTime,
            (string)detail["status"]!,
            (string?)detail["analysis"]?["call_successful"] ?? (string)list["call_successful"]!,
            (long)metadata["call_duration_secs"]!,
            (long)list["message_count"]!,
            turns.Count == 0 ? null
                : turns.Count(turn => (string?)turn!["role"] == "agent" && !string.IsNullOrEmpty((string?)turn["message"])),
            (string?)list["direction"] ?? (string?)metadata["phone_call"]?["direction"],
            Stars((double?)list["rating"]) ?? Stars((double?)metadata["feedback"]?["rating"]),
            (long?)metadata["cost"],
            (double?)metadata["cost_fiat"],
            !notReached && ((string)detail["status"]! == "failed" || Tells(metadata["error"])),
            transfer,
            handover,
            !notReached && !(dialled is null && voicemail) && BreakOffs.Any(reason.Contains),
            dialled,
            turns.Any(IsOfClient),
            [.. (detail["analysis"]?["evaluation_criteria_results"]?.AsObject() ?? [])
                .Select(criterion => (criterion.Key, (string)criterion.Value!["result"]!))]);
    }

    private static bool Tells(JsonNode? error) =>
        error is JsonObject told && (told["code"] is not null || !string.IsNullOrEmpty((string?)told["reason"]));

    private static bool IsOfClient(JsonNode? turn) =>
        (string?)turn!["role"] == "user" && turn["platform_event"] is null && (bool?)turn["ignored_as_backchannel"] != true
        && (((string?)turn["message"] ?? "...") != "..." || turn["file_inputs"] is JsonArray { Count: > 0 });

    private static double? Stars(double? rating) => rating is >= 1 and <= 5 ? rating : null;

    private static IEnumerable<string> ResultTypes(JsonNode? result)
    {
        if ((string?)result!["result"]?["result_type"] is { } type)
            yield return type;
        else if (((string?)result["result_value"])?.StartsWith('{') == true
            && (string?)JsonNode.Parse((string)result["result_value"]!)!["result_type"] is { } inText)
            yield return inText;
        foreach (var step in result["result"]?["steps"]?.AsArray() ?? [])
            foreach (var inner in step!["results"]!.AsArray().SelectMany(ResultTypes))
                yield return inner;
    }
}
