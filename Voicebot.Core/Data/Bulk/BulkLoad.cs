namespace Voicebot.Core.Data.Bulk;

/// <summary>
/// Fills the empty tables of a database in one transaction: nothing of it is there before <see cref="Commit"/>, whatever happens.
/// Indexes are built when all rows are there, which takes a fraction of the time.
/// </summary>
/// <param name="connection">Of one's own; it is disposed with this.</param>
public abstract class BulkLoad(PreparedConnection connection) : IDisposable
{
    /// <summary>The transaction's connection, to look at what was stored.</summary>
    public PreparedConnection Connection { get; } = connection;

    /// <summary>Begins the transaction and empties the tables: also of what a migration puts into them.</summary>
    public abstract void Begin(IReadOnlyList<StoredTable> tables);

    /// <summary>Stores all rows of the cursor.</summary>
    /// <param name="rows">With the columns of the table in its order.</param>
    public abstract void Fill(StoredTable table, RowCursor rows);

    /// <summary>The last id that the table has ever given.</summary>
    public abstract void SetCounter(string table, long last);

    /// <summary>Builds the indexes and whatever else follows from the rows.</summary>
    public abstract void Complete();

    /// <summary>Makes all of it last.</summary>
    public abstract void Commit();

    public virtual void Dispose() => Connection.Dispose();
}
