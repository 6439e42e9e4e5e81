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
            connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;");
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
