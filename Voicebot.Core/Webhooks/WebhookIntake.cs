using System.Text.Json;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Webhooks;

/// <summary>
/// Stores what a post-call webhook brings, before it is acknowledged. The same event again changes nothing. Polling stays the
/// source of truth: it completes what a webhook left out, and heals what never arrived.
/// </summary>
public sealed class WebhookIntake(VoicebotSettings settings, ConversationIntake intake)
{
    /// <summary>False for an event that is none of ours: another type, or an agent that is not configured.</summary>
    /// <exception cref="FormatException">An event of a known type without what it needs.</exception>
    public bool Store(JsonElement envelope)
    {
        if (envelope.Member("data") is not { ValueKind: JsonValueKind.Object } data)
            throw new FormatException("The event has no 'data' object.");
        var document = envelope.Text("type") switch
        {
            "post_call_transcription" => data,
            "call_initiation_failure" => FailedCall.Document(data, envelope.Whole("event_timestamp")),
            _ => (JsonElement?)null,
        };
        if (document is not { } json)
            return false;
        var detail = new ConversationDetail(json);
        if (detail.ConversationId is null || detail.AgentId is null)
            throw new FormatException("The event names no conversation or no agent.");
        if (!settings.Current.AgentIds.Contains(detail.AgentId))
            return false;
        intake.StoreDetail(detail);
        return true;
    }
}
