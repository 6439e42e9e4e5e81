using Voicebot.Core.Alerts;
using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>SQL over what is to be sent and what was.</summary>
public sealed class DigestDeliveryStore(Database database)
{
    private const long Day = 86_400;
    private const long Kept = 400 * Day;

    /// <summary>To draw a letter with a large workbook, and to hand it to a slow server, takes its time.</summary>
    internal static DeliveryQueue Queue { get; } = new("digest_deliveries", lease: 900);

    /// <summary>The newest of each digest first.</summary>
    public IReadOnlyList<DigestDelivery> Newest(long digestId, int most) => database.Read(connection => Read(connection,
        "WHERE digest_id = @digest ORDER BY last_day DESC, id LIMIT @most", ("@digest", digestId), ("@most", (long)most)));

    /// <summary>Puts a period's letters down, one for each person and once; false where that was done already.</summary>
    internal static bool Plan(PreparedConnection connection, Digest digest, Period period, bool isLate, long now)
    {
        var isNew = false;
        foreach (var recipient in digest.Recipients)
            isNew |= connection.Run("""
                INSERT INTO digest_deliveries (digest_id, first_day, last_day, address, language, state, attempts, due_at, answer,
                        changed_at)
                    VALUES (@digest, @first, @last, @address, @language, @state, 0, @now, @answer, @now)
                ON CONFLICT (digest_id, first_day, last_day, address) DO NOTHING
                """, ("@digest", digest.Id), ("@first", (long)period.From!.Value.DayNumber), ("@last", (long)period.To!.Value.DayNumber),
                ("@address", recipient.Address), ("@language", recipient.Language),
                ("@state", isLate ? DigestDelivery.Skipped : DigestDelivery.Waiting),
                ("@answer", isLate ? "The program did not run when this was due, and days went by since." : null), ("@now", now)) > 0;
        connection.Run("DELETE FROM digest_deliveries WHERE changed_at < @before", ("@before", now - Kept));
        return isNew;
    }

    internal static bool IsPlanned(PreparedConnection connection, long digestId, Period period) => connection.Scalar("""
        SELECT 1 FROM digest_deliveries WHERE digest_id = @digest AND first_day = @first AND last_day = @last LIMIT 1
        """, ("@digest", digestId), ("@first", (long)period.From!.Value.DayNumber), ("@last", (long)period.To!.Value.DayNumber))
        is not null;

    /// <summary>Takes the one that is due longest; null when none is.</summary>
    internal static DigestDelivery? Take(PreparedConnection connection, long now) =>
        Queue.Take(connection, now) is { } id ? Read(connection, "WHERE id = @id", ("@id", id)).FirstOrDefault() : null;

    internal static int Remove(PreparedConnection connection, long id) =>
        connection.Run("DELETE FROM digest_deliveries WHERE id = @id", ("@id", id));

    /// <summary>Who gets it no more, of whom nothing need be kept.</summary>
    internal static void Forget(PreparedConnection connection, Digest digest)
    {
        foreach (var delivery in Read(connection, "WHERE digest_id = @digest", ("@digest", digest.Id)))
            if (!digest.Recipients.Any(one => one.Address == delivery.Recipient.Address))
                Remove(connection, delivery.Id);
    }

    private static List<DigestDelivery> Read(PreparedConnection connection, string rest,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var deliveries = new List<DigestDelivery>();
        using var rows = connection.Rows($"""
            SELECT id, digest_id, first_day, last_day, address, language, state, attempts, due_at, answer, changed_at
            FROM digest_deliveries {rest}
            """, parameters);
        while (rows.Read())
            deliveries.Add(new DigestDelivery
            {
                Id = rows.GetInt64(0),
                DigestId = rows.GetInt64(1),
                From = DateOnly.FromDayNumber((int)rows.GetInt64(2)),
                To = DateOnly.FromDayNumber((int)rows.GetInt64(3)),
                Recipient = new DigestRecipient(rows.GetString(4), rows.GetString(5)),
                State = rows.GetString(6),
                Attempts = (int)rows.GetInt64(7),
                DueAt = rows.GetInt64(8),
                Answer = rows.IsDBNull(9) ? null : rows.GetString(9),
                ChangedAt = rows.GetInt64(10),
            });
        return deliveries;
    }
}
