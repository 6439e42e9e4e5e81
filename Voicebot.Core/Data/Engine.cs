using System.Data.Common;
using DbUp.Builder;

namespace Voicebot.Core.Data;

/// <summary>
/// What one kind of database does in its own way. <see cref="Database"/> is the only one that asks it; what differs in the text of
/// statements is its <see cref="Data.Dialect"/>.
/// </summary>
public abstract class Engine
{
    public abstract Dialect Dialect { get; }

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

    /// <summary>Stops the connection's work when the token is cancelled; dispose the result after the work.</summary>
    public abstract CancellationTokenRegistration InterruptOn(DbConnection connection, CancellationToken cancellation);

    /// <summary>Ends what runs on the connection after so much work; dispose the result after it.</summary>
    public abstract WorkLimit Limit(DbConnection connection, long mostSteps);

    /// <summary>Makes a pure condition on a column and a value known to statements of this connection.</summary>
    public abstract void Define(DbConnection connection, string name, Func<string?, string, bool> condition);

    /// <summary>Runs the command and reads its rows as they lie in the database.</summary>
    public abstract RowCursor Read(DbCommand command);

    /// <summary>Prepares a statement over rows.</summary>
    /// <param name="sql">With <see cref="PreparedSet.Rows"/> where the rows stand as a table.</param>
    public abstract PreparedSet Prepare(DbConnection connection, string sql);

    /// <summary>Takes what was written out of the journal; false while somebody is in the way.</summary>
    public abstract bool EmptyJournal();

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

    /// <summary>Has changes written down in the way that was chosen.</summary>
    /// <returns>The way that is used: not every disk knows every one.</returns>
    public abstract JournalMode UseJournal(PreparedConnection connection);

    /// <summary>Number of migration scripts that the database has seen; 0 when it is new.</summary>
    public abstract int AppliedScripts(PreparedConnection connection);

    /// <summary>Where the migration library runs the scripts.</summary>
    public abstract UpgradeEngineBuilder Upgrade();
}
