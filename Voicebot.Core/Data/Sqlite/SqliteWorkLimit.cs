using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Voicebot.Core.Data;

/// <summary>
/// Ends what runs on a connection after so many steps of SQLite's machine. Steps count work, not time: the same question is
/// answered or refused alike on every machine, however busy it is.
/// </summary>
internal sealed class WorkLimit : IDisposable
{
    private const int InterruptedCode = 9; // SQLITE_INTERRUPT
    private const int StepsBetweenLooks = 100_000;
    private readonly SqliteConnection connection;
    private readonly int stepsBetweenLooks;
    private long left;

    public WorkLimit(SqliteConnection connection, long mostSteps)
    {
        (this.connection, left) = (connection, mostSteps);
        stepsBetweenLooks = (int)Math.Min(StepsBetweenLooks, mostSteps);
        raw.sqlite3_progress_handler(connection.Handle, stepsBetweenLooks, Look, this);
    }

    public bool IsExceeded => left < 0;

    /// <summary>True when SQLite stopped for this reason.</summary>
    public bool Explains(SqliteException exception) => IsExceeded && exception.SqliteErrorCode == InterruptedCode;

    public void Dispose() => raw.sqlite3_progress_handler(connection.Handle, 0, null, null);

    private static int Look(object state)
    {
        var limit = (WorkLimit)state;
        limit.left -= limit.stepsBetweenLooks;
        return limit.IsExceeded ? 1 : 0;
    }
}
