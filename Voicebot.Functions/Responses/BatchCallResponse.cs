using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Functions.Responses;

/// <summary>The batch that a call was dialled for; <c>campaign</c> is null outside of one.</summary>
internal sealed record BatchCallResponse(string? BatchCallId, string? BatchCallRecipientId, CampaignResponse? Campaign)
{
    public static BatchCallResponse? Of(JsonElement? batch) => batch is { ValueKind: JsonValueKind.Object } json
        ? new BatchCallResponse(json.Text("batch_call_id"), json.Text("batch_call_recipient_id"),
            CampaignResponse.Of(json.Member("campaign")))
        : null;
}

/// <summary>
/// Which attempt of a campaign it was; <c>conversation_type</c> is initial, retry, callback, redirect or a word to come.
/// </summary>
internal sealed record CampaignResponse(string? CampaignId, string? CampaignLeadId, long? ColdAttempt, string? ConversationType)
{
    public static CampaignResponse? Of(JsonElement? campaign) => campaign is { ValueKind: JsonValueKind.Object } json
        ? new CampaignResponse(json.Text("campaign_id"), json.Text("campaign_lead_id"), json.Whole("cold_attempt"),
            json.Text("conversation_type"))
        : null;
}
