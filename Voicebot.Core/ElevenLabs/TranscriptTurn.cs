using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>One turn of a transcript; <c>message</c> is null on tool-only turns and media.</summary>
public sealed class TranscriptTurn(JsonElement json)
{
    private static readonly string[] ResponseMetrics =
        ["convai_ttf_audio_since_silence", "convai_llm_service_ttf_sentence", "convai_llm_service_ttfb"];

    public JsonElement Json => json;
    public string? Role { get; } = json.Text("role");
    public string? Message { get; } = json.Text("message");
    public double? TimeInCallSeconds => json.Number("time_in_call_secs");
    public bool Interrupted => json.Flag("interrupted");
    public string? OriginalMessage => json.Text("original_message");
    public string? SourceMedium => json.Text("source_medium");
    /// <summary>
    /// Why the platform, and no person, caused this turn: user_turn_timeout, skip_turn_wait_elapsed or a word to come; null for nearly
    /// all.
    /// </summary>
    public string? PlatformEvent => json.Text("platform_event");
    /// <summary>A sound of listening that is no turn of its own.</summary>
    public bool IgnoredAsBackchannel => json.Flag("ignored_as_backchannel");
    /// <summary>The agent that spoke; another one after a hand-over.</summary>
    public string? AgentId => json.Text("agent_metadata", "agent_id");
    public string? FeedbackScore => json.Text("feedback", "score");
    public IEnumerable<JsonElement> ToolCalls => json.Items("tool_calls");

    /// <summary>The files that came with the turn, in order; older documents know the first only.</summary>
    public IEnumerable<JsonElement> Files =>
        json.Items("file_inputs").Any()
            ? json.Items("file_inputs")
            : json.At("file_input") is { ValueKind: JsonValueKind.Object } file ? [file] : [];

    /// <summary>
    /// A person said or sent something: not the platform, not a sound of listening, not the dots that stand for silence.
    /// </summary>
    public bool IsOfClient => Role == "user" && PlatformEvent is null && !IgnoredAsBackchannel && (HasWords(Message) || Files.Any());

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
                var seconds = json.Number("conversation_turn_metrics", "metrics", name, "elapsed_time")
                    ?? json.Number("conversation_turn_metrics", name, "elapsed_time");
                if (seconds is not null)
                    return seconds;
            }
            return null;
        }
    }

    private static bool HasWords(string? message) =>
        message is not null && !message.All(sign => char.IsWhiteSpace(sign) || sign is '.' or '…');

    private static IEnumerable<ToolResult> Nested(JsonElement json, int depth)
    {
        var result = new ToolResult(json);
        yield return result;
        if (depth == 8)
            yield break;
        foreach (var step in result.Steps)
            foreach (var inner in step.Items("results"))
                foreach (var found in Nested(inner, depth + 1))
                    yield return found;
    }
}

/// <summary>
/// What a tool answered. Only <c>result_type</c> of system results tells what really happened; tool names are configurable.
/// </summary>
public sealed class ToolResult(JsonElement json)
{
    public JsonElement Json => json;
    public string? ToolName => json.Text("tool_name");
    public bool IsError => json.Flag("is_error");

    private readonly JsonElement? inValue = json.Text("result", "result_type") is null ? FromValue(json) : null;

    internal const string TransferError = "transfer_to_number_error";

    /// <summary>
    /// From <c>result</c>, else from the JSON text in <c>result_value</c>; a transfer's tool that only tells of an error has failed.
    /// </summary>
    public string? ResultType => json.Text("result", "result_type") ?? inValue?.Text("result_type")
        ?? (IsError && ToolName == "transfer_to_number" ? TransferError : null);

    /// <summary>The steps of a workflow, from where the result type is read, too.</summary>
    public IEnumerable<JsonElement> Steps => json.Items("result", "steps").Concat(inValue?.Items("steps") ?? []);

    private static JsonElement? FromValue(JsonElement json)
    {
        // Other tools answer whatever their owner wants, also these words.
        if (json.Text("type") is not (null or "system" or "workflow") || json.Text("result_value") is not { } text
            || text.AsSpan().TrimStart() is not ['{', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // free text that happens to begin so
        }
    }
}
