using System.ComponentModel;
using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>Everything known of one conversation. What comes from the details is null or empty until they have been read.</summary>
internal sealed record ConversationDetailResponse : ConversationResponse
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private ConversationDetailResponse(ConversationResponse row) : base(row) { }

    public string? DetailsError { get; init; }
    public DateTimeOffset? AcceptedTime { get; init; }
    [Description("The batch and campaign that the call belongs to; null for a single call.")]
    public BatchCallResponse? BatchCall { get; init; }
    [Description("Who the client is to the company, as it told ElevenLabs.")]
    public string? UserId { get; init; }
    public string? Environment { get; init; }
    [Description("In the order in which they took part; more than one after a hand-over.")]
    public IReadOnlyList<VisitedAgentResponse> VisitedAgents { get; init; } = [];
    public bool? TextOnly { get; init; }
    public bool? HasAudio { get; init; }
    public ConversationErrorResponse? Error { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
    public FeedbackResponse? Feedback { get; init; }
    public IReadOnlyList<CriterionResultResponse> CriteriaResults { get; init; } = [];
    public IReadOnlyList<CollectedDatumResponse> CollectedData { get; init; } = [];
    public CostSplitResponse? CostSplit { get; init; }
    public IReadOnlyList<TurnResponse> Transcript { get; init; } = [];

    public static ConversationDetailResponse Of(StoredConversation stored, EffectiveSettings settings)
    {
        var row = ConversationResponse.Of(stored.Row, settings);
        var client = settings.MaskPhones ? stored.Row.Client() : null;
        var detailsError = client is null ? stored.Row.DetailsError : client.Within(stored.Row.DetailsError);
        if (stored.DetailJson is null)
            return new ConversationDetailResponse(row) { DetailsError = detailsError };

        var document = VendorJson.Stored(stored.DetailJson);
        var json = client is null ? document : client.Within(document);
        var detail = new ConversationDetail(json);
        return new ConversationDetailResponse(row)
        {
            DetailsError = detailsError,
            AcceptedTime = detail.AcceptedTime is { } accepted ? settings.Zone.Local(accepted) : null,
            BatchCall = BatchCallResponse.Of(json.At("metadata", "batch_call")),
            UserId = json.Text("user_id"),
            Environment = json.Text("environment"),
            VisitedAgents = VisitedAgentResponse.Of(json),
            TextOnly = detail.TextOnly,
            HasAudio = detail.HasAudio,
            Error = detail.Error is { } error ? ConversationErrorResponse.Of(error) : null,
            Warnings = [.. json.Items("metadata", "warnings").Select(warning => ((JsonElement?)warning).Text()).OfType<string>()],
            Feedback = FeedbackResponse.Of(json),
            CriteriaResults = [.. detail.Criteria.Select(criterion => CriterionResultResponse.Of(criterion, stored.CriterionNames))],
            CollectedData = [.. detail.CollectedData.Select(CollectedDatumResponse.Of)],
            CostSplit = CostSplitResponse.Of(json),
            Transcript = [.. detail.Transcript.Select(TurnResponse.Of)],
        };
    }
}

/// <summary>The code space is mixed: SIP statuses and WebSocket close codes.</summary>
internal sealed record ConversationErrorResponse(long? Code, string? Reason)
{
    public static ConversationErrorResponse Of(JsonElement error) =>
        new(error.Whole("code"), error.Text("reason") ?? error.Text("message") ?? ((JsonElement?)error).Text());
}

/// <summary><c>display_name</c> is what people call it, null when unknown.</summary>
internal sealed record CriterionResultResponse(string Id, string Name, string? DisplayName, string Result, string? Rationale,
    double? Score,
    double? MaxScore)
{
    public static CriterionResultResponse Of(CriterionResult criterion, IReadOnlyDictionary<string, string> names) =>
        new(criterion.Id, criterion.Id, names.GetValueOrDefault(criterion.Id), criterion.Result, criterion.Rationale, criterion.Score,
            criterion.MaxScore);
}

internal sealed record CollectedDatumResponse(
    string Id,
    string? Name,
    [property: Description("Any JSON, often null; numbers as ElevenLabs wrote them, which some programs round.")] JsonElement? Value,
    [property: Description(
        "The value to show: a text as it is, a number with every digit as it was collected, anything else as JSON; null for null.")]
    string? Text,
    string? Type,
    string? Rationale)
{
    public static CollectedDatumResponse Of(CollectedDatum datum) =>
        new(datum.Id, datum.Name, datum.Value, datum.Text, datum.Type, datum.Rationale);
}

/// <summary>Credits are whole numbers, dollars decimals; the two are never mixed.</summary>
internal sealed record CostSplitResponse(CreditsResponse Credits, DollarsResponse Usd)
{
    /// <summary>Totals as they are counted; the vendor's parts as they came.</summary>
    public static CostSplitResponse Of(JsonElement detail)
    {
        var counted = new ConversationDetail(detail);
        return new CostSplitResponse(
            new CreditsResponse(counted.CostCredits, detail.Whole("metadata", "charging", "llm_charge"),
                detail.Whole("metadata", "charging", "platform_charge") ?? detail.Whole("metadata", "charging", "call_charge")),
            new DollarsResponse(counted.CostUsd, detail.Number("metadata", "charging", "llm_price"),
                detail.Number("metadata", "charging", "platform_price")));
    }
}

internal sealed record CreditsResponse(long? Total, long? Llm, long? Platform);

internal sealed record DollarsResponse(double? Total, double? Llm, double? Platform);

internal sealed record FeedbackResponse(string? Type, string? OverallScore, long Likes, long Dislikes, double? Rating, string? Comment)
{
    public static FeedbackResponse? Of(JsonElement detail)
    {
        if (detail.At("metadata", "feedback") is not { } feedback)
            return null;
        var given = new FeedbackResponse(feedback.Text("type"), feedback.Text("overall_score"), feedback.Whole("likes")
            ?? 0, feedback.Whole("dislikes") ?? 0, feedback.Number("rating"), feedback.Text("comment"));
        return given is { Type: null, OverallScore: null, Likes: 0, Dislikes: 0, Rating: null, Comment: null } ? null : given;
    }
}
