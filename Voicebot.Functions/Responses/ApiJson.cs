using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Json;
using Voicebot.Core.Kpis;
using Voicebot.Core.Money;
using Voicebot.Core.Privacy;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Delivery;

namespace Voicebot.Functions.Responses;

/// <summary>The JSON of the API: snake_case, UTF-8, nulls written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AgentsResponse))]
[JsonSerializable(typeof(AlertsResponse))]
[JsonSerializable(typeof(AlertRulesResponse))]
[JsonSerializable(typeof(AlertRuleResponse))]
[JsonSerializable(typeof(AlertPreviewResponse))]
[JsonSerializable(typeof(AlertChannelsResponse))]
[JsonSerializable(typeof(AlertChannelResponse))]
[JsonSerializable(typeof(AlertTestResponse))]
[JsonSerializable(typeof(DigestsResponse))]
[JsonSerializable(typeof(DigestResponse))]
[JsonSerializable(typeof(DigestPreviewResponse))]
[JsonSerializable(typeof(DigestSentResponse))]
[JsonSerializable(typeof(VendorAgentsResponse))]
[JsonSerializable(typeof(ArchiveMonthResponse))]
[JsonSerializable(typeof(AuditLogResponse))]
[JsonSerializable(typeof(IReadOnlyList<ArchiveResponse>))]
[JsonSerializable(typeof(ConversationDetailResponse))]
[JsonSerializable(typeof(ConversationListResponse))]
[JsonSerializable(typeof(DataReport))]
[JsonSerializable(typeof(DemoResponse))]
[JsonSerializable(typeof(ErasureReport))]
[JsonSerializable(typeof(ErasuresResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(KpiReport))]
[JsonSerializable(typeof(MoneyReport))]
[JsonSerializable(typeof(MoneySettings))]
[JsonSerializable(typeof(NoteResponse))]
[JsonSerializable(typeof(NotesResponse))]
[JsonSerializable(typeof(OtherConversationsResponse))]
[JsonSerializable(typeof(CallbacksResponse))]
[JsonSerializable(typeof(CallbackChangesResponse))]
[JsonSerializable(typeof(ReviewsResponse))]
[JsonSerializable(typeof(ReviewDetailResponse))]
[JsonSerializable(typeof(ReviewChangesResponse))]
[JsonSerializable(typeof(ReviewRulesResponse))]
[JsonSerializable(typeof(ReviewRuleResponse))]
[JsonSerializable(typeof(ReviewPreviewResponse))]
[JsonSerializable(typeof(ViewResponse))]
[JsonSerializable(typeof(ViewsResponse))]
[JsonSerializable(typeof(Breakdowns))]
[JsonSerializable(typeof(LiveResponse))]
[JsonSerializable(typeof(MonthsResponse))]
[JsonSerializable(typeof(PersonDataResponse))]
[JsonSerializable(typeof(Reach))]
[JsonSerializable(typeof(RefetchResponse))]
[JsonSerializable(typeof(RevealResponse))]
[JsonSerializable(typeof(SegmentsResponse))]
[JsonSerializable(typeof(SessionResponse))]
[JsonSerializable(typeof(SetFigures))]
[JsonSerializable(typeof(SettingsResponse))]
[JsonSerializable(typeof(StartSyncResponse))]
[JsonSerializable(typeof(SyncLogResponse))]
[JsonSerializable(typeof(IReadOnlyList<SyncLogResponse>))]
[JsonSerializable(typeof(TargetResponse))]
[JsonSerializable(typeof(TargetsResponse))]
[JsonSerializable(typeof(WebhookResponse))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;

/// <summary>Answers with the JSON of the API.</summary>
internal static class ApiJson
{
    // Polish letters as they are; characters that mean something in HTML stay escaped.
    private static readonly JsonSerializerOptions Readable = new(ApiJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = VendorJson.MaxDepthOfCopies,
    };

    public static JsonAnswer Ok<T>(T value) => Of(value, StatusCodes.Status200OK);

    public static JsonAnswer Of<T>(T value, int status) => new(Bytes(value), status);

    public static JsonTypeInfo TypeInfoOf(Type type) => Readable.GetTypeInfo(type);

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T)));
}
