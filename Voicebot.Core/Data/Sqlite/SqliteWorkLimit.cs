using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>
/// Counts the steps of SQLite's machine. Steps count work, not time: the same question is answered or refused alike on every machine,
/// however busy it is.
/// </summary>
internal sealed class SqliteWorkLimit : WorkLimit
{
    private const int StepsBetweenLooks = 100_000;
    private readonly SqliteConnection connection;
    private readonly int stepsBetweenLooks;
    private long left;

    public SqliteWorkLimit(SqliteConnection connection, long mostSteps)
    {
        (this.connection, left) = (connection, mostSteps);
        stepsBetweenLooks = (int)Math.Min(StepsBetweenLooks, mostSteps);
        raw.sqlite3_progress_handler(connection.Handle, stepsBetweenLooks, Look, this);
    }

    private bool IsExceeded => left < 0;

    public override bool Explains(DbException exception) => IsExceeded && SqliteErrors.IsInterrupt(exception);

    public override void Dispose() => raw.sqlite3_progress_handler(connection.Handle, 0, null, null);

    private static int Look(object state)
    {
        var limit = (SqliteWorkLimit)state;
        limit.left -= limit.stepsBetweenLooks;
        return limit.IsExceeded ? 1 : 0;
    }
}
