using System.Text.Json;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;

namespace Voicebot.Functions.Responses;

/// <summary>
/// One turn of the transcript. Seconds are counted from the start of the conversation; <c>platform_event</c> tells that no person caused
/// it.
/// </summary>
internal sealed record TurnResponse(
    string? Role, string? Message, double? TimeInCallSecs, bool Interrupted, string? OriginalMessage, string? SourceMedium,
        double? ResponseSecs, string? Feedback,
    string? PlatformEvent, bool IgnoredAsBackchannel, string? AgentId, IReadOnlyList<FileInputResponse> FileInputs,
    IReadOnlyList<ToolCallResponse> ToolCalls, IReadOnlyList<ToolResultResponse> ToolResults)
{
    public static TurnResponse Of(TranscriptTurn turn) => new(
        turn.Role, turn.Message, turn.TimeInCallSeconds, turn.Interrupted, turn.OriginalMessage, turn.SourceMedium, turn.ResponseSeconds,
            turn.FeedbackScore,
        turn.PlatformEvent, turn.IgnoredAsBackchannel, turn.AgentId, [.. turn.Files.Select(FileInputResponse.Of)],
        [.. turn.ToolCalls.Select(ToolCallResponse.Of)],
        [.. turn.ToolResults.Select(ToolResultResponse.Of)]);
}

/// <summary><c>parameters</c> is JSON in a text, as the vendor sends it.</summary>
internal sealed record ToolCallResponse(string? RequestId, string? ToolName, string? Type, string? Parameters)
{
    public static ToolCallResponse Of(JsonElement call) =>
        new(call.Text("request_id"), call.Text("tool_name"), call.Text("type"), call.Text("params_as_json"));
}

internal sealed record ToolResultResponse(string? RequestId, string? ToolName, string? Type, string? Result, bool IsError,
    double? LatencySecs, string? ResultType)
{
    public static ToolResultResponse Of(ToolResult result) => new(
        result.Json.Text("request_id"), result.ToolName, result.Json.Text("type"), result.Json.Text("result_value"), result.IsError,
            result.Json.Number("tool_latency_secs"), result.ResultType);
}
