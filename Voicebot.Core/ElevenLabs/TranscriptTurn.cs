using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>One turn of a transcript; <c>message</c> is null on tool-only turns and media.</summary>
public sealed class TranscriptTurn(JsonElement json)
{
    private static readonly string[] ResponseMetrics = ["convai_ttf_audio_since_silence", "convai_llm_service_ttf_sentence", "convai_llm_service_ttfb"];

    public JsonElement Json => json;
    public string? Role => json.Text("role");
    public string? Message => json.Text("message");
    public double? TimeInCallSeconds => json.Number("time_in_call_secs");
    public bool Interrupted => json.Flag("interrupted");
    public string? OriginalMessage => json.Text("original_message");
    public string? SourceMedium => json.Text("source_medium");
    public string? FeedbackScore => json.Text("feedback", "score");
    public IEnumerable<JsonElement> ToolCalls => json.Items("tool_calls");

    /// <summary>The results of this turn, and those nested in the steps of a workflow result.</summary>
    public IEnumerable<ToolResult> ToolResults => json.Items("tool_results").SelectMany(result => Nested(result, 0));

    /// <summary>Seconds that the user waited for this agent turn, where the vendor measured it.</summary>
    public double? ResponseSeconds
    {
        get
        {
            // The official webhook example shows the metric names without the "metrics" level; both occur.
            foreach (var name in ResponseMetrics)
            {
                var seconds = json.Number("conversation_turn_metrics", "metrics", name, "elapsed_time") ?? json.Number("conversation_turn_metrics", name, "elapsed_time");
                if (seconds is not null)
                    return seconds;
            }
            return null;
        }
    }

    private static IEnumerable<ToolResult> Nested(JsonElement result, int depth)
    {
        yield return new ToolResult(result);
        if (depth == 8)
            yield break;
        foreach (var step in result.Items("result", "steps"))
            foreach (var inner in step.Items("results"))
                foreach (var found in Nested(inner, depth + 1))
                    yield return found;
    }
}

/// <summary>What a tool answered. Only <c>result_type</c> of system results tells what really happened; tool names are configurable.</summary>
public sealed class ToolResult(JsonElement json)
{
    public JsonElement Json => json;
    public string? ToolName => json.Text("tool_name");
    public bool IsError => json.Flag("is_error");

    /// <summary>From <c>result</c>, else from the JSON text in <c>result_value</c>.</summary>
    public string? ResultType => json.Text("result", "result_type") ?? FromValue();

    private string? FromValue()
    {
        if (json.Text("type") is not (null or "system") || json.Text("result_value") is not { } text || !text.Contains("result_type", StringComparison.Ordinal))
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Text("result_type");
        }
        catch (JsonException)
        {
            return null; // free text that happens to contain the word
        }
    }
}
