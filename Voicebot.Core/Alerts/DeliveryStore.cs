using Voicebot.Core.Data;

namespace Voicebot.Core.Alerts;

/// <summary>SQL over what is to be sent: stored together with the alert itself, so that each message goes out, and once.</summary>
internal static class DeliveryStore
{
    public static DeliveryQueue Queue { get; } = new("alert_deliveries", lease: 120);

    /// <summary>To all enabled channels of the rule.</summary>
    public static void Begin(PreparedConnection connection, AlertRule rule, IReadOnlyList<AlertChannel> channels, long alertId, long now)
    {
        foreach (var channel in channels.Where(one => one.Enabled && (rule.ChannelIds.Count == 0 || rule.ChannelIds.Contains(one.Id))))
            Add(connection, alertId, channel.Id, AlertDelivery.Begun, now);
    }

    /// <summary>To those that were told, or are being told, that it began; the others never hear of it.</summary>
    public static void End(PreparedConnection connection, long alertId, long now)
    {
        connection.Run("""
            UPDATE alert_deliveries SET state = 'dropped', changed_at = @now
            WHERE alert_id = @alert AND state = 'waiting' AND (taken_until IS NULL OR taken_until < @now)
            """, ("@now", now), ("@alert", alertId));
        var told = new List<long>();
        using (var rows = connection.Rows(
            "SELECT channel_id FROM alert_deliveries WHERE alert_id = @alert AND about = 'begun' AND state IN ('sent', 'waiting')",
            ("@alert", alertId)))
            while (rows.Read())
                told.Add(rows.GetInt64(0));
        foreach (var channel in told)
            Add(connection, alertId, channel, AlertDelivery.Over, now);
    }

    /// <summary>
    /// Takes the message that is due longest, so that no other instance sends it; null when none is. What holds its channel back moves
    /// it on to later.
    /// </summary>
    public static AlertDelivery? Take(PreparedConnection connection, long now)
    {
        if (Queue.Take(connection, now) is not { } id)
            return null;
        using var row = connection.Rows(
            "SELECT id, alert_id, channel_id, about, attempts, due_at FROM alert_deliveries WHERE id = @id", ("@id", id));
        return row.Read()
            ? new AlertDelivery
            {
                Id = row.GetInt64(0),
                AlertId = row.GetInt64(1),
                ChannelId = row.GetInt64(2),
                About = row.GetString(3),
                State = AlertDelivery.Waiting,
                Attempts = (int)row.GetInt64(4),
                DueAt = row.GetInt64(5),
            }
            : null;
    }

    /// <summary>When the channel may send again after <paramref name="most"/> messages within an hour; null when it may now.</summary>
    public static long? FullUntil(PreparedConnection connection, long channelId, int most, long now)
    {
        using var row = connection.Rows("""
            SELECT changed_at FROM alert_deliveries WHERE channel_id = @channel AND state = 'sent' AND changed_at > @from
            ORDER BY changed_at DESC LIMIT 1 OFFSET @others
            """, ("@channel", channelId), ("@from", now - 3600), ("@others", most - 1L));
        return row.Read() ? row.GetInt64(0) + 3600 : null;
    }

    private static void Add(PreparedConnection connection, long alertId, long channelId, string about, long now) => connection.Run("""
        INSERT INTO alert_deliveries (alert_id, channel_id, about, state, attempts, due_at, changed_at)
            VALUES (@alert, @channel, @about, 'waiting', 0, @now, @now) ON CONFLICT (alert_id, channel_id, about) DO NOTHING
        """, ("@alert", alertId), ("@channel", channelId), ("@about", about), ("@now", now));
}
