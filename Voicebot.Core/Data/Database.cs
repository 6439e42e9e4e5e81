using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Voicebot.Core.Data;

/// <summary>
/// The SQLite file. Lends connections that stay open and runs write transactions one at a time.
/// SQLite's async methods run synchronously, so everything on top of this class is synchronous.
/// </summary>
public sealed class Database : IDisposable
{
    private const int InterruptedCode = 9; // SQLITE_INTERRUPT
    private const int IdleReaders = 4;
    private const string Synchronous = "PRAGMA synchronous =";

    private readonly ConcurrentQueue<PreparedConnection> idle = new();
    private readonly Lock writing = new();
    private readonly Lock watching = new();
    private readonly string connectionString;
    private PreparedConnection? writer;
    private PreparedConnection? watcher;
    private bool disposed;

    public Database(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            Pooling = false, // connections are kept open here, with their statements
            DefaultTimeout = 30, // seconds that a statement waits for another process's write lock
        }.ToString();
    }

    /// <summary>Full path of the database file.</summary>
    public string Path { get; }

    /// <summary>
    /// A number that is another one after every commit of anyone, other processes included. It is not kept across restarts.
    /// Read it before the data that it stands for: the data may then be newer than the number says, never older.
    /// </summary>
    public long Version
    {
        get
        {
            lock (watching)
                return (long)(watcher ??= Open()).Scalar("PRAGMA data_version")!;
        }
    }

    /// <summary>A connection of one's own, for work that goes on for long; the caller disposes it.</summary>
    public PreparedConnection Open()
    {
        var connection = new PreparedConnection(connectionString);
        try
        {
            connection.Open();
            // Commits survive the end of the process; only a power cut may take the last ones, never the file's integrity.
            connection.Execute($"{Synchronous} NORMAL; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;");
            // What is deleted is overwritten with zeros, always. (Of what SQLite moves about within its pages it leaves copies; see FileState.)
            connection.Execute("PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
            // LIKE knows the case of ASCII letters only; people search for Polish words.
            connection.CreateFunction("contains", (string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase), isDeterministic: true);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one read on a connection of its own; concurrent with writers (WAL).</summary>
    /// <exception cref="OperationCanceledException">The reader has gone; SQLite stopped in the middle of its work.</exception>
    public T Read<T>(Func<PreparedConnection, T> read, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var connection = idle.TryDequeue(out var kept) ? kept : Open();
        try
        {
            T result;
            using (InterruptOn(connection, cancellation))
                result = read(connection);
            Keep(connection);
            return result;
        }
        catch (SqliteException exception) when (IsInterrupt(exception, cancellation))
        {
            connection.Dispose();
            throw new OperationCanceledException(exception.Message, exception, cancellation);
        }
        catch
        {
            connection.Dispose(); // it may be in a transaction or in the middle of a statement
            throw;
        }
    }

    /// <summary>The same, given up after so many steps of SQLite's machine.</summary>
    /// <exception cref="WorkLimitException">It would have been more.</exception>
    public T ReadWithin<T>(long mostSteps, Func<PreparedConnection, T> read, CancellationToken cancellation = default) => Read(connection =>
    {
        using var limit = new WorkLimit(connection, mostSteps);
        try
        {
            return read(connection);
        }
        catch (SqliteException exception) when (limit.Explains(exception) && !cancellation.IsCancellationRequested)
        {
            throw new WorkLimitException(exception);
        }
    }, cancellation);

    /// <summary>Runs one write transaction: all of it is stored, or on an exception none of it.</summary>
    public T Write<T>(Func<PreparedConnection, T> write)
    {
        // Writers of this process queue here, fairly and cheaply, instead of polling SQLite's lock.
        lock (writing)
        {
            var connection = writer ??= Open();
            try
            {
                connection.Run("BEGIN IMMEDIATE");
                var result = write(connection);
                connection.Run("COMMIT");
                return result;
            }
            catch
            {
                writer = null;
                Rollback(connection);
                throw;
            }
        }
    }

    public void Write(Action<PreparedConnection> write) => Write(connection =>
    {
        write(connection);
        return 0;
    });

    /// <summary>A write transaction that a power cut cannot take back, either: on the disk before it returns.</summary>
    public T WriteDurably<T>(Func<PreparedConnection, T> write)
    {
        lock (writing)
        {
            (writer ??= Open()).Run($"{Synchronous} FULL");
            try
            {
                return Write(write);
            }
            finally
            {
                writer?.Run($"{Synchronous} NORMAL");
            }
        }
    }

    /// <summary>
    /// Moves the write-ahead log into the file and cuts it off, so that pages as they were before are nowhere any more.
    /// </summary>
    /// <returns>False while somebody still reads an older state, or another process writes.</returns>
    public bool EmptyJournal()
    {
        lock (writing)
        {
            using var connection = Open();
            return connection.QuerySingle<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0; // the first column: busy
        }
    }

    /// <summary>Writes the whole file anew, without remains of what was deleted. Others read meanwhile; writers wait.</summary>
    /// <exception cref="OperationCanceledException">The file is as it was.</exception>
    public void Vacuum(CancellationToken cancellation)
    {
        lock (writing)
        {
            using var connection = Open();
            // The copy may be bigger than the memory, and must not lie outside the data folder.
            var folder = System.IO.Path.GetDirectoryName(Path)!.Replace("'", "''", StringComparison.Ordinal);
            connection.Execute($"PRAGMA temp_store_directory = '{folder}'; PRAGMA temp_store = FILE");
            try
            {
                using (InterruptOn(connection, cancellation))
                    connection.Execute("VACUUM", commandTimeout: 0);
            }
            catch (SqliteException exception) when (IsInterrupt(exception, cancellation))
            {
                throw new OperationCanceledException(exception.Message, exception, cancellation);
            }
        }
    }

    /// <summary>Stops SQLite's work on the connection when the token is cancelled; dispose the result after the work.</summary>
    public static CancellationTokenRegistration InterruptOn(SqliteConnection connection, CancellationToken cancellation) =>
        cancellation.CanBeCanceled ? cancellation.Register(static state => raw.sqlite3_interrupt(((SqliteConnection)state!).Handle), connection) : default;

    /// <summary>True when SQLite stopped because the token was cancelled (see <see cref="InterruptOn"/>).</summary>
    public static bool IsInterrupt(SqliteException exception, CancellationToken cancellation) =>
        exception.SqliteErrorCode == InterruptedCode && cancellation.IsCancellationRequested;

    public void Dispose()
    {
        disposed = true;
        lock (writing)
            writer?.Dispose();
        lock (watching)
            watcher?.Dispose();
        while (idle.TryDequeue(out var connection))
            connection.Dispose();
    }

    private void Keep(PreparedConnection connection)
    {
        if (disposed || idle.Count >= IdleReaders)
            connection.Dispose();
        else
            idle.Enqueue(connection);
    }

    private static void Rollback(PreparedConnection connection)
    {
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself (disk full, I/O error); the first exception tells the reason.
        }
        connection.Dispose();
    }
}
