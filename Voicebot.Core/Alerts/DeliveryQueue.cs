using Voicebot.Core.Data;

namespace Voicebot.Core.Alerts;

/// <summary>
/// SQL over a table of messages that wait to be sent, so that each goes out, and once, however many programs send: who takes one holds it
/// for a while.
/// </summary>
/// <param name="table">With id, state, attempts, due_at, taken_until, answer and changed_at.</param>
/// <param name="lease">Who took a message and is gone gives it back after so many seconds.</param>
internal sealed class DeliveryQueue(string table, long lease)
{
    private const int MostAttempts = 12;
    private const int LongestPauseMinutes = 60;

    public bool IsAnythingDue(PreparedConnection connection, long now) =>
        connection.Scalar($"SELECT 1 FROM {table} WHERE state = 'waiting' AND due_at <= @now LIMIT 1", ("@now", now)) is not null;

    /// <summary>Takes the message that is due longest; null when none is.</summary>
    public long? Take(PreparedConnection connection, long now) => connection.Scalar($"""
        UPDATE {table} SET taken_until = @until
        WHERE id = (SELECT id FROM {table} WHERE state = 'waiting' AND due_at <= @now
                AND (taken_until IS NULL OR taken_until < @now) ORDER BY due_at, id LIMIT 1)
            AND state = 'waiting' AND (taken_until IS NULL OR taken_until < @now)
        RETURNING id
        """, ("@now", now), ("@until", now + lease)) as long?;

    /// <summary>Puts off a message that was taken.</summary>
    public void PutOff(PreparedConnection connection, long id, long until, long now) => connection.Run(
        $"UPDATE {table} SET taken_until = NULL, due_at = @until, changed_at = @now WHERE id = @id",
        ("@until", until), ("@now", now), ("@id", id));

    /// <summary>
    /// What became of an attempt. What is not taken is tried again after a minute, then after twice as long each time, at most an hour,
    /// twelve times in all.
    /// </summary>
    /// <param name="attempts">So many until now, this one included.</param>
    public void Store(PreparedConnection connection, long id, int attempts, DeliveryOutcome outcome, long now)
    {
        var isRepeated = outcome is { IsDelivered: false, MayRepeat: true };
        connection.Run($"""
            UPDATE {table} SET taken_until = NULL, state = @state, attempts = @attempts, due_at = COALESCE(@due, due_at),
                answer = @answer, changed_at = @now WHERE id = @id
            """, ("@state", outcome.IsDelivered ? "sent" : isRepeated && attempts < MostAttempts ? "waiting" : "given_up"),
            ("@attempts", (long)attempts), ("@due", isRepeated ? now + (long)Pause(attempts, outcome.After).TotalSeconds : null),
            ("@answer", outcome.Answer), ("@now", now), ("@id", id));
    }

    private static TimeSpan Pause(int attempts, TimeSpan? asked)
    {
        var own = TimeSpan.FromMinutes(Math.Min(1 << Math.Min(attempts - 1, 10), LongestPauseMinutes));
        return asked > own ? asked.Value : own;
    }
}
