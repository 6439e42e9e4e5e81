using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>Time for leases of runs, which a server measures by its own clock.</summary>
internal static class RunLeases
{
    /// <summary>The moment by which leases are measured, in unix seconds.</summary>
    public static long Now(Database database, TimeProvider clock) => (long)database.Read(connection => connection.Scalar(
        $"SELECT {connection.Dialect.Now("@now")}", database.IsEmbedded ? [("@now", clock.GetUtcNow().ToUnixTimeSeconds())] : []))!;

    /// <summary>Lets so much time pass for every run.</summary>
    public static void LetPass(Database database, FakeTimeProvider clock, TimeSpan time)
    {
        if (database.IsEmbedded)
            clock.Advance(time);
        else
            SetBack(database, time);
    }

    public static void LetPass(Database database, DatedClock clock, TimeSpan time)
    {
        if (database.IsEmbedded)
            clock.Advance(time);
        else
            SetBack(database, time);
    }

    private static void SetBack(Database database, TimeSpan time) => database.Write(connection =>
        connection.Run("UPDATE sync_runs SET heartbeat_at = heartbeat_at - @seconds", ("@seconds", (long)time.TotalSeconds)));
}
