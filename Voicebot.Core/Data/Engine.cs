using System.Data.Common;
using Dapper;
using DbUp.Builder;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Data;

/// <summary>
/// What one kind of database does in its own way. <see cref="Database"/> is the only one that asks it; what differs in the text of
/// statements is its <see cref="Data.Dialect"/>.
/// </summary>
public abstract class Engine
{
    public abstract Dialect Dialect { get; }

    /// <summary>True when the database is a file of this program's; false when a server keeps it.</summary>
    public abstract bool IsEmbedded { get; }

    /// <summary>What messages call the database, at the beginning of a sentence; without secrets.</summary>
    public abstract string Name { get; }

    /// <summary>An open connection that keeps the promises of <see cref="Database"/>; the caller disposes it.</summary>
    public abstract DbConnection Connect();

    /// <summary>A number that is another one after every commit of anyone; asked always on the same connection.</summary>
    public abstract long Version(PreparedConnection watcher);

    /// <summary>Whether the commits of this connection wait for the disk.</summary>
    public abstract void SetDurable(PreparedConnection connection, bool durable);

    /// <summary>What has gone wrong, in our words.</summary>
    public abstract StorageException Failure(DbException exception);

    /// <summary>True when a statement ended because somebody wanted it to end.</summary>
    public abstract bool IsInterrupt(DbException exception);

    /// <summary>True when not the statement failed, but the connection is gone; a new one may work.</summary>
    public abstract bool IsConnectionLost(DbException exception);

    /// <summary>Stops the connection's work when the token is cancelled; dispose the result after the work.</summary>
    public abstract CancellationTokenRegistration InterruptOn(DbConnection connection, CancellationToken cancellation);

    /// <summary>Ends what runs on the connection after so much work; dispose the result after it.</summary>
    public abstract WorkLimit Limit(DbConnection connection, long mostSteps);

    /// <summary>A condition in C#, as SQL for statements of this connection.</summary>
    /// <param name="parameters">Those of the statement; holds the wanted value and may get more.</param>
    public abstract string Where(PreparedConnection connection, ColumnCondition condition, DynamicParameters parameters);

    /// <summary>A command without a text.</summary>
    public abstract DbCommand Command(PreparedConnection connection);

    /// <summary>The value as the database takes it.</summary>
    public abstract object? Parameter(object? value);

    /// <summary>Runs the command and reads its rows as they lie in the database.</summary>
    public abstract RowCursor Read(DbCommand command);

    /// <summary>Prepares a statement over rows.</summary>
    /// <param name="sql">With <see cref="PreparedSet.Rows"/> where the rows stand as a table.</param>
    public abstract PreparedSet Prepare(DbConnection connection, string sql);

    /// <summary>Takes what was written out of the journal; false while somebody is in the way.</summary>
    public abstract bool EmptyJournal();

    /// <summary>How much room the database takes on its disk.</summary>
    public abstract long Bytes();

    /// <summary>Whether there is room for so many times of that; true where that cannot be known.</summary>
    public abstract bool HasRoomFor(double times);

    /// <summary>Writes everything anew, without remains of what was deleted.</summary>
    /// <exception cref="DbException">Also when it was cancelled; everything is as it was.</exception>
    public abstract void Vacuum(CancellationToken cancellation);

    /// <summary>Copies one consistent moment into an empty file that is there.</summary>
    public abstract void CopyTo(string path);

    /// <summary>Null when a file, the database's own or a copy, is sound; else what is wrong with it. Reads the whole file.</summary>
    public abstract string? Fault(string path);

    /// <summary>Begins a database where there is none; makes an old one ready to be looked at.</summary>
    /// <returns>True when it was begun.</returns>
    /// <exception cref="DatabaseUnusableException">What lies there is not ours.</exception>
    public abstract bool Begin();

    /// <summary>Keeps every program away from this database until it is disposed; null when one is at work on it.</summary>
    public abstract IDisposable? TryHoldAlone();

    /// <summary>The tables that hold data, in the order of their names.</summary>
    public abstract IReadOnlyList<StoredTable> Tables(PreparedConnection connection);

    /// <summary>The last id that was ever given, of the tables that never give one twice; 0 before the first.</summary>
    public abstract IReadOnlyDictionary<string, long> Counters(PreparedConnection connection);

    /// <summary>Fills this database, whose tables are empty.</summary>
    public abstract BulkLoad Load(PreparedConnection connection);

    /// <summary>Lets nobody else migrate this database until it is disposed.</summary>
    public abstract IDisposable HoldForMigration();

    /// <summary>Whether a resource of this program is one of this engine's migration scripts.</summary>
    public abstract bool IsScript(string resource);

    /// <summary>Has changes written down in the way that was chosen.</summary>
    /// <returns>The way that is used: not every disk knows every one.</returns>
    public abstract JournalMode UseJournal(PreparedConnection connection);

    /// <summary>Number of migration scripts that the database has seen; 0 when it is new.</summary>
    public abstract int AppliedScripts(PreparedConnection connection);

    /// <summary>Where the migration library runs the scripts.</summary>
    public abstract UpgradeEngineBuilder Upgrade();
}
