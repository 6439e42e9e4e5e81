using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>One row of <c>GET /v1/convai/conversations</c>; the whole document is kept beside the typed fields.</summary>
public sealed class ConversationListItem(JsonElement json)
{
    /// <summary>Three years; longer than any conversation, in seconds.</summary>
    internal const long DurationBound = 100_000_000;
    private const long MessagesBound = 1_000_000;

    public JsonElement Json => json;
    public string? ConversationId => json.Text("conversation_id");
    public string? AgentId => json.Text("agent_id");
    public string? AgentName => json.Text("agent_name");
    /// <summary>Unix seconds.</summary>
    public long? StartTime => json.Instant("start_time_unix_secs");
    /// <summary>0 while the conversation runs.</summary>
    public long? DurationSeconds => json.Amount(DurationBound, "call_duration_secs");
    public long? MessageCount => json.Amount(MessagesBound, "message_count");
    public string? Status => json.Text("status");
    public string? CallSuccessful => json.Text("call_successful");
    public string? TerminationReason => json.Text("termination_reason");
    public string? Summary => json.Text("transcript_summary");
    public string? Title => json.Text("call_summary_title");
    public string? MainLanguage => json.Text("main_language");
    public string? InitiationSource => json.Text("conversation_initiation_source");
    public string? Direction => json.Text("direction");
    public double? Rating => json.Number("rating");
    /// <summary>The vendor's analysis of how the person felt: scores from -1 to 1, frustration from 0 to 1.</summary>
    public string? Sentiment => json.Text("sentiment_analysis", "overall_label");
    public double? SentimentScore => Score(-1, "overall_sentiment_score");
    public double? SentimentLowest => Score(-1, "min_user_sentiment_score");
    public double? Frustration => Score(0, "overall_frustration_score");
    public double? FrustrationHighest => Score(0, "max_user_frustration_score");
    public IEnumerable<string> ToolNames => json.Items("tool_names").Select(name => ((JsonElement?)name).Text()).OfType<string>();

    /// <summary>From the least to 1; anything else is no score.</summary>
    private double? Score(double least, string name) =>
        json.Number("sentiment_analysis", name) is <= 1 and var score && score >= least ? score : null;
}
