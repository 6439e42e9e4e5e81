using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>Which tools a conversation called, by the name that the agent gives them.</summary>
public static class ToolUse
{
    /// <summary>
    /// Calls are counted by their results, because only a result tells that the tool really ran; a call without a result
    /// counts as a call without an error. The vendor's own system tools (end_call and the like) are tools, too.
    /// </summary>
    public static IReadOnlyList<(string Tool, long Calls, long Errors)> Of(IReadOnlyList<TranscriptTurn> transcript)
    {
        var results = transcript.SelectMany(turn => turn.ToolResults).Where(result => result.ToolName is not null)
            .ToLookup(result => result.ToolName!);
        var calls = transcript.SelectMany(turn => turn.ToolCalls).Select(call => call.Text("tool_name")).OfType<string>()
            .CountBy(name => name).ToDictionary();
        return [.. results.Select(result => result.Key).Union(calls.Keys).Order(StringComparer.Ordinal)
            .Select(name =>
                (name, (long)Math.Max(results[name].Count(), calls.GetValueOrDefault(name)), (long)results[name]
                .Count(result => result.IsError)))];
    }
}
