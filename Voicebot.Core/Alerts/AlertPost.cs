using System.Text.Json.Nodes;
using Voicebot.Core.Data;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Alerts;

/// <summary>Sends what is due, one message after another.</summary>
public sealed class AlertPost(Database database, VoicebotSettings settings, VoicebotOptions options, AlertChannelStore channels,
    ChannelSending sending, TimeProvider clock)
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>Sends until nothing is due any more.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (database.Read(connection => DeliveryStore.Queue.IsAnythingDue(connection, Now), cancellation)
            && database.Write(connection => DeliveryStore.Take(connection, Now)) is { } due)
            await SendAsync(due, cancellation);
    }

    /// <summary>Sends something to a channel at once, whatever its quiet hours.</summary>
    public Task<DeliveryOutcome> TestAsync(AlertChannel channel, CancellationToken cancellation) =>
        sending.SendAsync(channel, Words(channel).Test(channel.Name), $"test-{Guid.NewGuid():N}", null, cancellation);

    private async Task SendAsync(AlertDelivery due, CancellationToken cancellation)
    {
        if (database.Read(channels.All, cancellation).Find(one => one.Id == due.ChannelId) is not { } channel)
            return; // it was removed, and its messages with it
        if (database.Read(connection => HeldUntil(connection, channel), cancellation) is { } until)
        {
            database.Write(connection => DeliveryStore.Queue.PutOff(connection, due.Id, until, Now));
            return;
        }
        var (alert, named) = database.Read(connection => (AlertStore.Find(connection, due.AlertId), Named(connection, channel, due)),
            cancellation);
        if (alert is null)
            return;
        var outcome = await sending.SendAsync(channel, Words(channel).Of(alert, due.About, named), $"alert-{due.Id}",
            Facts(alert, due, named), cancellation);
        database.Write(connection => DeliveryStore.Queue.Store(connection, due.Id, due.Attempts + 1, outcome, Now));
    }

    /// <summary>When the channel's quiet hours or its full hour end; null where neither is on.</summary>
    private long? HeldUntil(PreparedConnection connection, AlertChannel channel)
    {
        if (channel is { QuietFrom: { } from, QuietTo: { } to } && from != to)
        {
            var local = settings.Current.Zone.Local(Now);
            var minute = local.Hour * 60 + local.Minute;
            var isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
            if (isQuiet)
                return Now + ((to - minute + MinutesPerDay) % MinutesPerDay) * 60L - local.Second;
        }
        return DeliveryStore.FullUntil(connection, channel.Id, channel.MostPerHour, Now);
    }

    /// <summary>Titles and numbers only for who may have them.</summary>
    private List<NamedConversation> Named(PreparedConnection connection, AlertChannel channel, AlertDelivery due)
    {
        var zone = settings.Current.Zone;
        return due.About != AlertDelivery.Begun ? [] : AlertStore.Named(connection, due.AlertId)
            .ConvertAll(one => new NamedConversation(one.Id, one.BeganAt is { } at ? zone.Local(at) : null,
                channel.Private ? one.Title : null, channel.Private ? one.Phone : null));
    }

    private JsonObject Facts(Alert alert, AlertDelivery due, List<NamedConversation> named)
    {
        var zone = settings.Current.Zone;
        return new JsonObject
        {
            ["about"] = due.About,
            ["alert_id"] = alert.Id,
            ["rule_id"] = alert.RuleId,
            ["rule"] = alert.Name,
            ["kind"] = alert.Kind,
            ["began_at"] = zone.Local(alert.BeganAt),
            ["ended_at"] = alert.EndedAt is { } end ? zone.Local(end) : null,
            ["facts"] = JsonNode.Parse(AlertJson.Write(alert.Facts)),
            ["conversation_ids"] = new JsonArray([.. named.Select(one => (JsonNode)one.Id)]),
        };
    }

    private AlertWords Words(AlertChannel channel) =>
        new(ReportLanguage.Of(channel.Language), settings.Current.Zone, options.PageUrl, settings.Current.AgentName);

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
