using Voicebot.Core.Alerts;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>Sends what is due, one letter after another. One whose data are not there yet waits for some hours.</summary>
public sealed class DigestPost(Database database, VoicebotSettings settings, AlertChannelStore channels, DigestContents contents,
    DigestWriter writer, MailSending mail, TimeProvider clock)
{
    private const string NoChannel = "The digest has no mail channel any more; choose another one.";
    private const string ChannelIsOff = "The digest's mail channel is switched off; switch it on, or choose another one.";
    private const string NoAgents = "None of the digest's agents is configured any more; choose others.";

    private const long PauseSeconds = 300;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Sends until nothing is due any more.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // Several people get the same letter.
        var written = new Dictionary<(long, DateOnly, DateOnly, string, bool), DigestMail>();
        while (database.Read(connection => DigestDeliveryStore.Queue.IsAnythingDue(connection, Now), cancellation)
            && database.Write(connection => DigestDeliveryStore.Take(connection, Now)) is { } due)
            await SendAsync(due, written, cancellation);
    }

    /// <summary>Sends the newest period's letter to somebody at once.</summary>
    /// <param name="page">Where people open the dashboard, where the settings do not say so.</param>
    public async Task<DeliveryOutcome> SendNowAsync(Digest digest, DigestRecipient recipient, Uri? page, CancellationToken cancellation)
    {
        if (Obstacle(digest, cancellation) is { } obstacle)
            return DeliveryOutcome.Never(obstacle);
        var channel = Channel(digest, cancellation)!;
        var letter = await writer.WriteAsync(digest, writer.Newest(digest), recipient.Words(), channel, page, cancellation);
        return await mail.SendAsync(channel, DigestLetter.Of(channel, recipient.Address, letter, $"digest-now-{Guid.NewGuid():N}"),
            Patience, cancellation);
    }

    private async Task SendAsync(DigestDelivery due, Dictionary<(long, DateOnly, DateOnly, string, bool), DigestMail> written,
        CancellationToken cancellation)
    {
        var digest = database.Read(DigestStore.All, cancellation).Find(one => one.Id == due.DigestId);
        if (digest is not { Enabled: true } || !digest.Recipients.Contains(due.Recipient))
        {
            database.Write(connection => DigestDeliveryStore.Remove(connection, due.Id)); // changed since it was put down
            return;
        }
        if (Obstacle(digest, cancellation) is { } obstacle)
        {
            Store(due, DeliveryOutcome.Never(obstacle));
            return;
        }
        var period = Period(due);
        if (!contents.IsComplete(digest, period)
            && settings.Current.Zone.Local(Now).DateTime < DigestPeriod.DueAt(period, digest.Minute) + LongestWait)
        {
            database.Write(connection => DigestDeliveryStore.Queue.PutOff(connection, due.Id, Now + PauseSeconds, Now));
            return;
        }
        var channel = Channel(digest, cancellation)!;
        var key = (digest.Id, due.From, due.To, due.Recipient.Language, channel.Private);
        if (!written.TryGetValue(key, out var letter))
            written[key] = letter = await writer.WriteAsync(digest, period, due.Recipient.Words(), channel, null, cancellation);
        Store(due, await mail.SendAsync(channel, DigestLetter.Of(channel, due.Recipient.Address, letter, $"digest-{due.Id}"), Patience,
            cancellation));
    }

    private void Store(DigestDelivery due, DeliveryOutcome outcome) => database.Write(connection =>
        DigestDeliveryStore.Queue.Store(connection, due.Id, due.Attempts + 1, outcome, Now));

    /// <summary>Why it cannot be sent at all; null when it can.</summary>
    private string? Obstacle(Digest digest, CancellationToken cancellation) =>
        Channel(digest, cancellation) is not { } channel ? NoChannel
        : !channel.Enabled ? ChannelIsOff
        : contents.AgentsOf(digest).Count == 0 && digest.AgentIds.Count > 0 ? NoAgents : null;

    private AlertChannel? Channel(Digest digest, CancellationToken cancellation) =>
        database.Read(channels.All, cancellation).Find(one => one.Id == digest.ChannelId && one.Kind == ChannelKind.Email);

    private static Period Period(DigestDelivery due) =>
        due.From.Day == 1 && Month.Of(due.From).LastDay == due.To ? Time.Period.Of(Month.Of(due.From)) : new Period(due.From, due.To);

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
