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
public sealed class WebhookIntake(VoicebotSettings settings, ConversationIntake intake, SyncService sync) : IDisposable
{
    private const string Transcription = "post_call_transcription";

    // Writing happens one after another anyway; so the large ones do not lie in memory beside one another.
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <param name="read">Gives the event's bytes.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">An event of a known type without what it needs.</exception>
    public async Task<WebhookOutcome> TakeAsync(Func<Task<byte[]>> read, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return Store(VendorJson.Read(await read()));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private WebhookOutcome Store(VendorDocument envelope)
    {
        if (envelope.Json.ValueKind != JsonValueKind.Object)
            throw new FormatException("The event is no JSON object.");
        var type = envelope.Json.Text("type");
        if (type is not (Transcription or "call_initiation_failure"))
            return WebhookOutcome.Ignored;
        if (envelope.Json.Member("data") is not { ValueKind: JsonValueKind.Object } data)
            throw new FormatException("The event has no 'data' object.");
        var detail = new ConversationDetail(type == Transcription ? data
            : FailedCall.Document(data, envelope.Json.Whole("event_timestamp")));
        if (detail.ConversationId is null || detail.AgentId is null)
            throw new FormatException("The event names no conversation or no agent.");
        if (!settings.Current.AgentIds.Contains(detail.AgentId))
            return WebhookOutcome.Ignored;
        if (envelope.IsCut)
        {
            intake.StoreUnkept(detail, ConversationDetail.TooDeep);
            return WebhookOutcome.Failed;
        }
        // The workspace may leave the turns out of its events; that tells nothing of the conversation.
        var isWhole = type != Transcription || detail.Transcript.Any();
        var isKept = intake.StoreDetail(detail, isWhole);
        if (!isWhole && settings.Current.Connection is not null)
            sync.Start([detail.AgentId], SyncType.Webhook, null);
        return isKept ? WebhookOutcome.Stored : WebhookOutcome.Failed;
    }
}

/// <summary>What became of an event.</summary>
public enum WebhookOutcome
{
    Stored,
    /// <summary>None of ours: another type, or an agent that is not configured.</summary>
    Ignored,
    /// <summary>The document cannot be kept; its conversation says so, and the vendor is asked for it again.</summary>
    Failed,
}
