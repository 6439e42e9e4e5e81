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

    private readonly Lock refreshing = new();
    private readonly SemaphoreSlim wanted = new(1);
    private ColumnWriter? writer; // under the lock, like the next and every change of the state
    private bool isAskedFor; // to be filled anew
    private ColumnState? state;

    /// <summary>True when filters are answered from memory.</summary>
    public bool IsReady => Volatile.Read(ref state) is not null;

    /// <summary>
    /// Begins to read one state of the database, with the columns of the same state where they are there. Whoever reads for long keeps
    /// nobody waiting.
    /// </summary>
    internal ColumnSession Open(PreparedConnection connection)
    {
        for (var attempt = 0; attempt < MostAttempts && Volatile.Read(ref state) is { } known; attempt++)
        {
            var snapshot = new ReadSnapshot(connection);
            if (ChangeLog.Mark(connection).State == known.Mark.State)
                return new ColumnSession(snapshot, known.Table);
            snapshot.Dispose();
            Refresh(connection);
        }
        return new ColumnSession(new ReadSnapshot(connection), null);
    }

    /// <summary>Reads everything anew; what is there goes on answering meanwhile.</summary>
    /// <exception cref="ColumnOverflowException">There is no room for it.</exception>
    internal void Fill(CancellationToken cancellation) => database.Read(connection =>
    {
        var filled = new ColumnWriter();
        ChangeMark seen;
        using (new ReadSnapshot(connection))
        {
            seen = ChangeLog.Mark(connection);
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {ColumnReading.Columns} FROM conversations ORDER BY id";
            Read(filled, connection, command, cancellation);
        }
        lock (refreshing)
        {
            (writer, isAskedFor) = (filled, false);
            Volatile.Write(ref state, new ColumnState(filled.ToTable(), seen));
        }
        LogReady(filled.Count, filled.Bytes / 1024.0 / 1024);
        return true;
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
                await OwnThread.RunAsync(() => Fill(stoppingToken), stoppingToken);
            }
            catch (ColumnOverflowException overflow)
            {
                LogOverflow(overflow.Message);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure); // whatever it is: the database itself goes on answering
                await Task.Delay(Pause, stoppingToken);
                wanted.Release();
            }
        }
    }

    /// <summary>
    /// Takes over what changed. Broken off, it leaves the state as it is, and the next one takes all of that over again.
    /// </summary>
    private void Refresh(PreparedConnection connection)
    {
        lock (refreshing)
        {
            if (state is not { } known || writer is not { } columns)
                return;
            try
            {
                using var snapshot = new ReadSnapshot(connection);
                var seen = ChangeLog.Mark(connection);
                if (seen.State == known.Mark.State)
                    return;
                if (ChangeLog.Since(connection, known.Mark) is not { } changed)
                {
                    GiveUp();
                    FillAnew();
                    return;
                }
                foreach (var ids in changed.Chunk(RowsBetweenLooks))
                    Take(columns, connection, ids);
                Volatile.Write(ref state, new ColumnState(columns.ToTable(), seen));
                if (columns.IsWasteful)
                    FillAnew();
            }
            catch (ColumnOverflowException overflow)
            {
                GiveUp();
                LogOverflow(overflow.Message);
            }
        }
    }

    private void GiveUp()
    {
        writer = null;
        Volatile.Write(ref state, null);
    }

    private void FillAnew()
    {
        if (isAskedFor)
            return;
        isAskedFor = true;
        wanted.Release();
    }

    private void Take(ColumnWriter columns, PreparedConnection connection, long[] ids)
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

    private void Read(ColumnWriter columns, PreparedConnection connection, DbCommand command, CancellationToken cancellation)
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
        Message = "Filters are answered from memory: {Conversations} conversations in about {Megabytes:0.0} MB.")]
    private partial void LogReady(int conversations, double megabytes);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Filters are answered by the database itself, more slowly, until the next start. {Reason}")]
    private partial void LogOverflow(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The columns of the filters could not be read; it is tried again in 30 seconds.")]
    private partial void LogFailure(Exception failure);

    /// <param name="Mark">The state of the database that the columns are of.</param>
    private sealed record ColumnState(ColumnTable Table, ChangeMark Mark);
}
