using System.Data.Common;
using Dapper;

namespace Voicebot.Core.Data.Postgres;

/// <summary>
/// The lock that every program takes for a moment at its start, while it looks after the schema: who holds it keeps others from starting.
/// </summary>
internal static class PostgresHold
{
    /// <summary>Under which our programs are known to the server.</summary>
    public const string ProgramName = "Voicebot Dashboard";

    private const long StartLock = 0x566F6963_6D696772;
    private const int Attempts = 20;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the lock; it ends with the connection.</summary>
    public static void Wait(DbConnection connection) => connection.Execute($"SELECT pg_advisory_lock({StartLock})");

    /// <summary>
    /// Takes the lock when no program is connected but this connection; false when one is. A program that has just ended is waited for:
    /// its connections are gone a moment later.
    /// </summary>
    public static bool TryAlone(DbConnection connection)
    {
        for (var attempt = 1; !IsAlone(connection); attempt++)
        {
            if (attempt == Attempts)
                return false;
            new ManualResetEventSlim().Wait(BetweenAttempts);
        }
        return connection.ExecuteScalar<bool>($"SELECT pg_try_advisory_lock({StartLock})");
    }

    private static bool IsAlone(DbConnection connection) => !connection.ExecuteScalar<bool>("""
        SELECT EXISTS (SELECT 1 FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = @ProgramName AND pid <> pg_backend_pid())
        """, new { ProgramName });
}
