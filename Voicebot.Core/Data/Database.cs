using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Voicebot.Core.Data.Postgres;
using Voicebot.Core.Data.Sqlite;

namespace Voicebot.Core.Data;

/// <summary>
/// The one door to the database. Lends connections that stay open and runs write transactions one at a time; what goes wrong leaves
/// it as a <see cref="StorageException"/>, whichever engine lies behind. Everything on top of it is synchronous.
/// </summary>
public sealed class Database : IDisposable
{
    private const int IdleReaders = 4;

    private readonly Engine engine;
    private readonly ConcurrentQueue<PreparedConnection> idle = new();
    private readonly Lock writing = new();
    private readonly Lock watching = new();
    private long waitingSince; // of Stopwatch; 0 while no writer waits
    private readonly KeptConnection writer;
    private readonly KeptConnection watcher;
    private bool disposed;

    static Database() => FlagHandler.Use();

    /// <summary>The embedded database in that file.</summary>
    public Database(string path, JournalMode journal = JournalMode.Wal) : this(new SqliteEngine(path, journal), path) => Journal = journal;

    private Database(Engine engine, string path)
    {
        (this.engine, Path) = (engine, path);
        (writer, watcher) = (new KeptConnection(engine), new KeptConnection(engine));
    }

    /// <summary>A database that a server keeps.</summary>
    /// <param name="address">An Npgsql connection string; see <see cref="ServerAddress"/>.</param>
    /// <param name="path">Where the embedded database would lie: what belongs to one program alone lies beside it.</param>
    public static Database OnServer(string address, string path) => new(new PostgresEngine(address), path);

    /// <summary>The journal that was chosen for the embedded database.</summary>
    public JournalMode Journal { get; }

    /// <summary>Full path of the database file; on a server of what lies beside it.</summary>
    public string Path { get; }

    /// <summary>True when the database is a file of this program's; false when a server keeps it.</summary>
    public bool IsEmbedded => engine.IsEmbedded;

    /// <summary>What messages call it, at the beginning of a sentence; without secrets.</summary>
    public string Name => engine.Name;

    /// <summary>How much room it takes on its disk.</summary>
    public long Bytes => Guard(engine.Bytes);

    internal Engine Engine => engine;

    /// <summary>
    /// A number that is another one after every commit of anyone, other processes included. It is not kept across restarts.
    /// Read it before the data that it stands for: the data may then be newer than the number says, never older.
    /// </summary>
    public long Version
    {
        get
        {
            lock (watching)
                return Guard(() => watcher.Use(engine.Version));
        }
    }

    /// <summary>A connection of one's own, for work that goes on for long; the caller disposes it.</summary>
    public PreparedConnection Open() => Guard(() => new PreparedConnection(engine));

    /// <summary>Runs one read on a connection of its own; concurrent with writers.</summary>
    /// <exception cref="OperationCanceledException">The reader has gone; the database stopped in the middle of its work.</exception>
    public T Read<T>(Func<PreparedConnection, T> read, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var connection = idle.TryDequeue(out var kept) ? kept : Open();
        try
        {
            T result;
            using (engine.InterruptOn(connection.Inner, cancellation))
                result = read(connection);
            Keep(connection);
            return result;
        }
        catch (DbException exception)
        {
            connection.Dispose();
            if (kept is null || !engine.IsConnectionLost(exception))
                throw Failure(exception, cancellation);
        }
        catch
        {
            connection.Dispose(); // it may be in a transaction or in the middle of a statement
            throw;
        }
        Forget(); // the server has been away, and with it all that were kept
        return Read(read, cancellation);
    }

    /// <summary>
    /// Runs statements that change what no answer is made of, each a transaction of its own: nobody waits for them, and on a server
    /// <see cref="Version"/> stays, so that what is kept stays good.
    /// </summary>
    public T WriteAside<T>(Func<PreparedConnection, T> write) => Read(write);

    /// <summary>The same for a read that goes on for long, because its rows are sent on as they come.</summary>
    /// <exception cref="OperationCanceledException">The reader has gone; the database stopped in the middle of its work.</exception>
    public async Task<T> ReadAsync<T>(Func<PreparedConnection, Task<T>> read, CancellationToken cancellation)
    {
        using var connection = Open();
        using var interrupt = engine.InterruptOn(connection.Inner, cancellation);
        try
        {
            return await read(connection);
        }
        catch (DbException exception)
        {
            throw Failure(exception, cancellation);
        }
    }

    /// <summary>The same as <see cref="Read"/>, given up after so many steps of work.</summary>
    /// <exception cref="WorkLimitException">It would have been more.</exception>
    public T ReadWithin<T>(long mostSteps, Func<PreparedConnection, T> read, CancellationToken cancellation = default) =>
        Read(connection =>
    {
        using var limit = engine.Limit(connection.Inner, mostSteps);
        try
        {
            return read(connection);
        }
        catch (DbException exception) when (limit.Explains(exception) && !cancellation.IsCancellationRequested)
        {
            throw new WorkLimitException(exception);
        }
    }, cancellation);

    /// <summary>How long a writer has been waiting for another program that holds the database; zero while none waits.</summary>
    public TimeSpan WaitingForOthers =>
        Volatile.Read(ref waitingSince) is not 0 and var since ? Stopwatch.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Runs one write transaction: all of it is stored, or on an exception none of it.</summary>
    public T Write<T>(Func<PreparedConnection, T> write) => Write(engine.Dialect.BeginWrite, write);

    /// <summary>The same, beside those of other programs that begin so, too; changes nothing but what it has locked first.</summary>
    public T WriteBeside<T>(Func<PreparedConnection, T> write) => Write(engine.Dialect.BeginWriteBeside, write);

    private T Write<T>(string begin, Func<PreparedConnection, T> write)
    {
        // Writers of this process queue here, fairly and cheaply, instead of polling the database's lock.
        lock (writing)
        {
            Volatile.Write(ref waitingSince, Stopwatch.GetTimestamp());
            PreparedConnection connection;
            try
            {
                connection = Guard(() => writer.Use(begun =>
                {
                    begun.Run(begin);
                    return begun;
                }));
            }
            finally
            {
                Volatile.Write(ref waitingSince, 0);
            }
            try
            {
                var result = write(connection);
                connection.Run(engine.Dialect.CommitWrite);
                return result;
            }
            catch (Exception exception)
            {
                Rollback(connection);
                writer.Dispose();
                if (exception is DbException failure)
                    throw engine.Failure(failure);
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
            Guard(() => writer.Use(begun =>
            {
                engine.SetDurable(begun, true);
                return 0;
            }));
            try
            {
                return Write(write);
            }
            finally
            {
                Guard(() => writer.IfOpen(kept => engine.SetDurable(kept, false)));
            }
        }
    }

    /// <summary>Empties the journal, so that what was there before a change is nowhere any more.</summary>
    /// <returns>False while somebody still reads an older state, or another process writes.</returns>
    public bool EmptyJournal()
    {
        lock (writing)
            return Guard(engine.EmptyJournal);
    }

    /// <summary>Whether there is room for so many times of <see cref="Bytes"/>; true where that cannot be known.</summary>
    public bool HasRoomFor(double times) => Guard(() => engine.HasRoomFor(times));

    /// <summary>Writes everything anew, without remains of what was deleted. Others read meanwhile; writers wait.</summary>
    /// <exception cref="OperationCanceledException">The database is as it was.</exception>
    public void Vacuum(CancellationToken cancellation)
    {
        lock (writing)
            Guard(() => engine.Vacuum(cancellation), cancellation);
    }

    public void Dispose()
    {
        disposed = true;
        lock (writing)
            writer.Dispose();
        lock (watching)
            watcher.Dispose();
        Forget();
    }

    /// <summary>Work of the engine itself.</summary>
    internal T Guard<T>(Func<T> work, CancellationToken cancellation = default)
    {
        try
        {
            return work();
        }
        catch (DbException exception)
        {
            throw Failure(exception, cancellation);
        }
    }

    internal void Guard(Action work, CancellationToken cancellation = default) => Guard(() =>
    {
        work();
        return 0;
    }, cancellation);

    private Exception Failure(DbException exception, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested && engine.IsInterrupt(exception)
            ? new OperationCanceledException(exception.Message, exception, cancellation)
            : engine.Failure(exception);

    private void Forget()
    {
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
        if (connection.State != ConnectionState.Open)
            return; // lost, and with it what was not committed
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (DbException)
        {
            // It has rolled back by itself (disk full, I/O error); the first exception tells the reason.
        }
    }
}
