using System.ComponentModel;
using System.Globalization;
using Voicebot.Core.Digests;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>The digests in the order in which they were made.</summary>
internal sealed record DigestsResponse(IReadOnlyList<DigestResponse> Digests);

/// <summary>One digest.</summary>
internal sealed record DigestResponse(
    long Id,
    string Name,
    [property: Description("week or month.")] string Period,
    [property: Description("The channel by whose mail server it is sent; null when that one was removed.")] long? Channel,
    IReadOnlyList<DigestRecipientResponse> Recipients,
    [property: Description("Only these; all agents when empty.")] IReadOnlyList<string> Agents,
    [property: Description("HH:MM in the reporting zone.")] string SendAt,
    bool Enabled,
    [property: Description("When the next one is due, in the reporting zone; null while it is switched off.")] DateTimeOffset? NextAt,
    [property: Description("What was sent of the newest periods, or is to be.")] IReadOnlyList<DigestDeliveryResponse> Deliveries,
    DateTimeOffset ChangedAt)
{
    public static DigestResponse Of(Digest digest, IReadOnlyList<DigestDelivery> deliveries, EffectiveSettings settings,
        DateTimeOffset now) => new(digest.Id, digest.Name, digest.Period, digest.ChannelId,
        [.. digest.Recipients.Select(one => new DigestRecipientResponse(one.Address, one.Language))], digest.AgentIds,
        new TimeOnly(digest.Minute / 60, digest.Minute % 60).ToString("HH:mm", CultureInfo.InvariantCulture), digest.Enabled,
        digest.Enabled ? DigestPeriod.NextAt(digest, settings.Zone, now) : null,
        [.. deliveries.Select(one => DigestDeliveryResponse.Of(one, settings))], settings.Zone.Local(digest.ChangedAt));
}

/// <summary>Who gets it.</summary>
internal sealed record DigestRecipientResponse(string Address, [property: Description("pl or en.")] string Language);

/// <summary>A period's letter to one person.</summary>
internal sealed record DigestDeliveryResponse(
    DateOnly From,
    DateOnly To,
    string Address,
    string Language,
    [property: Description("waiting, sent, given_up (it could not be sent), or skipped (it was missed by days).")] string State,
    int Attempts,
    [property: Description("When it is tried next, or was tried last.")] DateTimeOffset At,
    [property: Description("What the mail server answered last, or why it was not sent.")] string? Answer)
{
    public static DigestDeliveryResponse Of(DigestDelivery delivery, EffectiveSettings settings) => new(delivery.From, delivery.To,
        delivery.Recipient.Address, delivery.Recipient.Language, delivery.State, delivery.Attempts,
        settings.Zone.Local(delivery.State == DigestDelivery.Waiting ? delivery.DueAt : delivery.ChangedAt), delivery.Answer);
}

/// <summary>A letter as it would be sent.</summary>
internal sealed record DigestPreviewResponse(
    DateOnly From,
    DateOnly To,
    string Subject,
    [property: Description("With the pictures in it.")] string Html,
    [property: Description("The same as plain text.")] string Text,
    [property: Description("The name of the workbook that is attached, and its size.")] string Attachment,
    long AttachmentBytes);

/// <summary>What became of letters that were sent at once.</summary>
internal sealed record DigestSentResponse(IReadOnlyList<DigestSentTo> Sent);

/// <summary>To one person.</summary>
internal sealed record DigestSentTo(
    string Address,
    bool Delivered,
    [property: Description("What the mail server answered, in a few words.")] string Answer);
