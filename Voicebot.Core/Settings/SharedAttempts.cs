using Voicebot.Core.Data;

namespace Voicebot.Core.Settings;

/// <summary>
/// The wrong access keys that addresses have offered to any of the programs on one server's database, by the server's clock.
/// </summary>
/// <param name="most">So many within the window, and the address has to wait.</param>
/// <param name="mostAddresses">When more addresses fail at once, the new ones share one count, so that the table stays bounded.</param>
public sealed class SharedAttempts(Database database, int most, TimeSpan window, int mostAddresses)
{
    /// <summary>Under which the address is counted.</summary>
    private const string Bucket = """
        CASE WHEN EXISTS (SELECT 1 FROM failed_attempts WHERE address = @address)
            OR (SELECT COUNT(*) FROM failed_attempts) < @mostAddresses THEN @address ELSE '' END
        """;

    private readonly long windowSeconds = (long)window.TotalSeconds;

    /// <summary>How long the address has to wait; null when it may try.</summary>
    public TimeSpan? WaitOf(string address) => database.Read(connection => connection.Scalar($"""
        SELECT MIN(moment) + @window - {connection.Dialect.Now("@now")} FROM failed_attempts f, unnest(f.times) AS list (moment)
        WHERE f.address = {Bucket} AND moment > {connection.Dialect.Now("@now")} - @window HAVING COUNT(*) >= @most
        """, ("@address", address), ("@window", windowSeconds), ("@most", (long)most), ("@mostAddresses", (long)mostAddresses)))
        is long seconds ? TimeSpan.FromSeconds(Math.Max(1, seconds)) : null;

    public void Add(string address) => database.WriteAside(connection =>
    {
        var now = connection.Dialect.Now("@now");
        // Whoever else is at one of these rows now takes it away as well, or has just failed again.
        connection.Run($"""
            DELETE FROM failed_attempts WHERE address IN (SELECT address FROM failed_attempts WHERE newest <= {now} - @window
                FOR UPDATE SKIP LOCKED)
            """, ("@window", windowSeconds));
        return connection.Run($"""
            INSERT INTO failed_attempts (address, times, newest) VALUES ({Bucket}, ARRAY[{now}], {now})
            ON CONFLICT (address) DO UPDATE SET newest = excluded.newest, times = ARRAY(
                SELECT moment FROM unnest(failed_attempts.times || excluded.times) AS list (moment) WHERE moment > {now} - @window
                ORDER BY moment DESC LIMIT @most)
            """, ("@address", address), ("@window", windowSeconds), ("@most", (long)most), ("@mostAddresses", (long)mostAddresses));
    });
}
