using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Data;

namespace Voicebot.Core.Columns;

/// <summary>
/// Keeps a copy of the conversations as columns in memory, for figures and lists under any filter. The database stays the truth: the
/// copy is filled in the background at the start, brought up to the reader's state of the database before each answer, and given up
/// where it has no room. Until it is there, and without it, the database itself is asked.
/// </summary>
public sealed partial class ColumnStore(Database database, ColumnLimit limit, ILogger<ColumnStore> log) : BackgroundService
{
    private const int MostAttempts = 10;
    private const int RowsBetweenLooks = 4_096;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ReaderWriterLockSlim gate = new();
    private readonly SemaphoreSlim wanted = new(1);
    private ColumnTable? table;
    private ChangeMark mark;

    /// <summary>True when filters are answered from memory.</summary>
    public bool IsReady => Volatile.Read(ref table) is not null;

    /// <summary>How much memory the columns take, roughly.</summary>
    public long Bytes => Volatile.Read(ref table)?.Bytes ?? 0;

    /// <summary>
    /// Begins to read one state of the database, with the columns of the same state where they are there. Changes of the columns wait
    /// until the session ends; other readers do not.
    /// </summary>
    internal ColumnSession Open(PreparedConnection connection)
    {
        for (var attempt = 0; attempt < MostAttempts && IsReady; attempt++)
        {
            if (Begin(connection) is { } session)
                return session;
            Refresh(connection);
        }
        return new ColumnSession(new ReadSnapshot(connection), null, null);
    }

    /// <summary>Reads everything anew; what is there goes on answering meanwhile.</summary>
    /// <exception cref="ColumnOverflowException">There is no room for it.</exception>
    internal void Fill(CancellationToken cancellation) => database.Read(connection =>
    {
        var filled = new ColumnTable();
        ChangeMark seen;
        using (new ReadSnapshot(connection))
        {
            seen = ChangeLog.Mark(connection);
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {ColumnReading.Columns} FROM conversations ORDER BY start_time, id";
            Read(filled, connection, command, cancellation);
        }
        gate.EnterWriteLock();
        (table, mark) = (filled, seen);
        gate.ExitWriteLock();
        return filled.Places;
    }, cancellation);

    public override void Dispose()
    {
        base.Dispose();
        wanted.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (limit.Bytes > 0 && !stoppingToken.IsCancellationRequested)
        {
            await wanted.WaitAsync(stoppingToken);
            try
            {
                await Task.Run(() => Fill(stoppingToken), stoppingToken);
            }
            catch (ColumnOverflowException overflow)
            {
                LogOverflow(overflow.Message);
            }
            catch (StorageException failure)
            {
                LogFailure(failure);
                await Task.Delay(Pause, stoppingToken);
                wanted.Release();
            }
        }
    }

    /// <summary>Null when the columns are older than what the connection sees.</summary>
    private ColumnSession? Begin(PreparedConnection connection)
    {
        gate.EnterReadLock();
        var isOurs = false;
        try
        {
            var snapshot = new ReadSnapshot(connection);
            if (table is { } current && ChangeLog.Mark(connection).State == mark.State)
            {
                isOurs = true;
                return new ColumnSession(snapshot, current, gate);
            }
            snapshot.Dispose();
            return null;
        }
        finally
        {
            if (!isOurs)
                gate.ExitReadLock();
        }
    }

    /// <summary>Takes over what changed. Broken off, it leaves the old mark, so that nobody reads what is half done.</summary>
    private void Refresh(PreparedConnection connection)
    {
        gate.EnterWriteLock();
        try
        {
            using var snapshot = new ReadSnapshot(connection);
            if (table is not { } current || ChangeLog.Mark(connection) is var seen && seen.State == mark.State)
                return;
            if (ChangeLog.Since(connection, mark) is not { } changed)
            {
                table = null;
                wanted.Release();
                return;
            }
            foreach (var ids in changed.Chunk(RowsBetweenLooks))
                Take(current, connection, ids);
            mark = seen;
        }
        catch (ColumnOverflowException overflow)
        {
            table = null;
            LogOverflow(overflow.Message);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    private void Take(ColumnTable columns, PreparedConnection connection, long[] ids)
    {
        foreach (var id in ids)
            columns.Remove(id);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {ColumnReading.Columns} FROM conversations WHERE id IN (SELECT value FROM "
            + $"{connection.Dialect.EachNumber("@ids")})";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@ids", Dialect.List(ids));
        command.Parameters.Add(parameter);
        Read(columns, connection, command, CancellationToken.None);
    }

    private void Read(ColumnTable columns, PreparedConnection connection, DbCommand command, CancellationToken cancellation)
    {
        using var rows = connection.Cursor(command);
        for (var row = 0; rows.Read(); row++)
        {
            columns.Set(rows);
            if (row % RowsBetweenLooks != 0)
                continue;
            cancellation.ThrowIfCancellationRequested();
            if (columns.Bytes > limit.Bytes)
                throw new ColumnOverflowException($"more than {limit.Megabytes} MB (VOICEBOT_COLUMNS_MB)");
        }
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Filters are answered by the database itself, more slowly, until the next start. {Reason}")]
    private partial void LogOverflow(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The columns of the filters could not be read; it is tried again in 30 seconds.")]
    private partial void LogFailure(Exception failure);
}
