using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>The answer of <c>GET /v1/convai/conversations/{id}</c>; the whole document is kept beside the typed fields.</summary>
public sealed class ConversationDetail(JsonElement json)
{
    /// <summary>Why a document cannot be kept.</summary>
    public static readonly string TooDeep =
        $"The conversation's document is nested deeper than {VendorJson.MaxDepth} levels, which cannot be kept here. It can be read at "
        + $"ElevenLabs.";

    private const long CreditsBound = 1_000_000_000_000;
    private const double DollarsBound = 1e6;

    /// <summary>
    /// Begins the termination reason of a call that never connected, as we write it of the vendor's notice; its failure reason follows.
    /// </summary>
    public const string NotConnected = "Call not connected: ";

    public JsonElement Json => json;
    /// <summary>The size in which it came; 0 for one that did not come from the vendor just now.</summary>
    public long Bytes { get; init; }
    public string? ConversationId => json.Text("conversation_id");
    public string? AgentId => json.Text("agent_id");
    public string? AgentName => json.Text("agent_name");
    public string? Status => json.Text("status");
    public bool HasAudio => json.Flag("has_audio");

    public long? StartTime => json.Instant("metadata", "start_time_unix_secs");
    public long? AcceptedTime => json.Instant("metadata", "accepted_time_unix_secs");
    public long? DurationSeconds => json.Amount(ConversationListItem.DurationBound, "metadata", "call_duration_secs");
    public string? TerminationReason => json.Text("metadata", "termination_reason");
    public string? MainLanguage => json.Text("metadata", "main_language");
    public string? InitiationSource => json.Text("metadata", "conversation_initiation_source");
    public bool TextOnly => json.Flag("metadata", "text_only");
    /// <summary>Credits, not money; null is unknown.</summary>
    public long? CostCredits => json.Amount(CreditsBound, "metadata", "cost");
    /// <summary>US dollars; null is unknown.</summary>
    public double? CostUsd => Dollars("cost_fiat");
    /// <summary>The language model's part of it, in US dollars; null is unknown, as is the next.</summary>
    public double? LlmUsd => Dollars("charging", "llm_price");
    /// <summary>The platform's part: voice, silence, messages.</summary>
    public double? PlatformUsd => Dollars("charging", "platform_price");
    public double? FeedbackRating => json.Number("metadata", "feedback", "rating");
    /// <summary>Null also where an error is present but says nothing: no code, no reason.</summary>
    public JsonElement? Error => json.At("metadata", "error") is { } error && !error.IsBlank() ? error : null;
    public JsonElement? PhoneCall => json.At("metadata", "phone_call");
    /// <summary>
    /// How dialling ended, as the vendor spells it; null in older documents, for which a notice of a failed call may stand in.
    /// </summary>
    public string? CallResult => json.Text("metadata", "phone_call", "call_result") ?? FailureReason;
    /// <summary>Seconds that the caller waited in the queue; not part of the duration, null when never queued.</summary>
    public double? QueueWaitSeconds =>
        json.Number("metadata", "queue_wait_secs") is >= 0 and < ConversationListItem.DurationBound and var seconds ? seconds : null;
    /// <summary>What the person wrote beside the rating; null for nothing.</summary>
    public string? Comment => json.Text("metadata", "feedback", "comment") is { } comment && !string.IsNullOrWhiteSpace(comment)
        ? comment : null;
    public string? CampaignId => json.Text("metadata", "batch_call", "campaign", "campaign_id");

    /// <summary>False until the vendor has analysed the conversation; a failed call is never analysed.</summary>
    public bool HasAnalysis => json.At("analysis") is { ValueKind: JsonValueKind.Object };
    public string? CallSuccessful => json.Text("analysis", "call_successful");
    public string? Summary => json.Text("analysis", "transcript_summary");
    public string? Title => json.Text("analysis", "call_summary_title");

    public IEnumerable<TranscriptTurn> Transcript => json.Items("transcript").Select(turn => new TranscriptTurn(turn));

    /// <summary>Results by criterion id; the list form is read when the map is empty.</summary>
    public IEnumerable<CriterionResult> Criteria =>
        ByIdOrList("evaluation_criteria_results", "criteria_id").Select(pair => new CriterionResult(pair.Id, pair.Json));

    /// <summary>Collected values by id; the list form is read when the map is empty.</summary>
    public IEnumerable<CollectedDatum> CollectedData =>
        ByIdOrList("data_collection_results", "data_collection_id").Select(pair => new CollectedDatum(pair.Id, pair.Json));

    /// <summary>True when <c>metadata.features_usage</c> says that the feature was used, not merely configured.</summary>
    public bool Used(params ReadOnlySpan<string> feature) =>
        json.At(["metadata", "features_usage", .. feature, "used"])?.ValueKind == JsonValueKind.True;

    private double? Dollars(params ReadOnlySpan<string> path) =>
        json.Number(["metadata", .. path]) is >= 0 and < DollarsBound and var dollars ? dollars : null;

    private string? FailureReason =>
        TerminationReason is { } reason && reason.StartsWith(NotConnected, StringComparison.Ordinal)
            && reason[NotConnected.Length..] is var failure and not "unknown" ? failure : null;

    private IEnumerable<(string Id, JsonElement Json)> ByIdOrList(string map, string idMember)
    {
        var byId = json.Members("analysis", map).Select(member => (member.Name, member.Value)).ToList();
        if (byId.Count > 0)
            return byId;
        return json.Items("analysis", map + "_list")
            .Select(item => (Id: item.Text(idMember)!, Json: item))
            .Where(pair => pair.Id is not null)
            .DistinctBy(pair => pair.Id);
    }
}

/// <summary>One evaluated criterion: <c>result</c> is success, failure, unknown or a value to come.</summary>
public sealed record CriterionResult(string Id, JsonElement Json)
{
    public string Result => Json.Text("result") ?? "unknown";
    public string? Rationale => Json.Text("rationale");
    public double? Score => Json.Number("score");
    public double? MaxScore => Json.Number("max_score");
}

/// <summary>One collected value of any JSON kind, often null.</summary>
public sealed record CollectedDatum(string Id, JsonElement Json)
{
    public JsonElement? Value => Json.Member("value");
    /// <summary>What people call it; null when the vendor does not tell.</summary>
    public string? Name => Json.Text("name");
    /// <summary>
    /// The value as it was collected: a text without its quotes; numbers with every digit as the vendor wrote them; null for null.
    /// </summary>
    public string? Text => Value is { } value ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;
    public string? Rationale => Json.Text("rationale");
    public string? Type => Json.Text("json_schema", "type");
}
