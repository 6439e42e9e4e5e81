using Voicebot.Core.Data;
using Voicebot.Core.Data.Bulk;
using Voicebot.Core.Settings;

namespace Voicebot.Core.Copying;

/// <summary>
/// Copies everything from a database to an empty one of whichever engine, as of one moment and in one transaction, and compares both
/// before it counts: rows, hashes of their content, ids to come, keys, search index, KPIs.
/// </summary>
/// <param name="source">Read only.</param>
/// <param name="target">With its schema, and nothing in it.</param>
/// <param name="tell">Called now and then.</param>
internal sealed class DatabaseCopy(Database source, Database target, Action<CopyProgress> tell, CancellationToken cancellation)
{
    private const int RowsBetweenWords = 1_000;
    private const string SearchIndex = "search index";

    private long allRows;

    /// <summary>Also the keys that encrypt what the database holds.</summary>
    public bool WithKeys { get; init; } = true;

    /// <exception cref="DatabaseUnusableException">Nothing is in the target; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">Nothing is in the target, either.</exception>
    public CopyReport Run()
    {
        using var from = OfSource(source.Open);
        using var snapshot = OfSource(() => new ReadSnapshot(from));
        using var load = OfTarget(() => target.Engine.Load(target.Open()));
        var tables = OfSource(() => source.Engine.Tables(from));
        Compare(tables, OfTarget(() => target.Engine.Tables(load.Connection)));
        var counters = OfSource(() => source.Engine.Counters(from));
        var keys = WithKeys ? OfSource(() => StoredKeys.Of(source, from)) : new Dictionary<string, string>();
        OfTarget(() => load.Begin(tables));
        var hashes = tables.ToDictionary(table => table, table => Fill(from, load, table));
        foreach (var (table, last) in counters)
            OfTarget(() => load.SetCounter(table, last));
        var words = FillSearchIndex(from, load);
        OfTarget(load.Complete);
        OfTarget(() => StoredKeys.Store(target, load.Connection, keys));
        foreach (var (table, hash) in hashes)
            Check(load, table, hash);
        Check(SearchIndex, words, OfTarget(() => SearchWordsCopy.Count(load.Connection)));
        Check("ids to come", Shown(counters), Shown(OfTarget(() => target.Engine.Counters(load.Connection))));
        Check("keys", Shown(keys), Shown(OfTarget(() => StoredKeys.Of(target, load.Connection)).Where(key => keys.ContainsKey(key.Key))));
        CheckFigures(from, load);
        OfTarget(load.Commit);
        return new CopyReport(hashes.Single(one => one.Key.Name == "conversations").Value.Rows, tables.Count, allRows, keys.Count);
    }

    private ContentHash Fill(PreparedConnection from, BulkLoad load, StoredTable table)
    {
        var total = OfSource(() => (long)from.Scalar($"SELECT COUNT(*) FROM {table.Name}")!);
        var hash = new ContentHash();
        using var command = from.CreateCommand();
        command.CommandText = table.SelectInOrder;
        using var inner = OfSource(() => from.Cursor(command));
        using var rows = new CopiedRows(table, inner, hash, () => Next(CopyStep.Copying, table.Name, hash.Rows, total)
            && OfSource(inner.Read));
        OfTarget(() => load.Fill(table, rows));
        Check(table.Name, total, hash.Rows);
        tell(new CopyProgress(CopyStep.Copying, table.Name, total, total));
        allRows += total;
        return hash;
    }

    private long FillSearchIndex(PreparedConnection from, BulkLoad load)
    {
        var total = OfSource(() => SearchWordsCopy.Count(from));
        var done = 0L;
        using var batches = SearchWordsCopy.Batches(from).GetEnumerator();
        while (OfSource(batches.MoveNext))
        {
            Next(CopyStep.Copying, SearchIndex, done, total);
            OfTarget(() => SearchWordsCopy.Store(load.Connection, batches.Current));
            done += batches.Current.Count;
        }
        tell(new CopyProgress(CopyStep.Copying, SearchIndex, done, total));
        return total;
    }

    /// <summary>What lies in the target is read again, by itself.</summary>
    private void Check(BulkLoad load, StoredTable table, ContentHash expected)
    {
        var found = new ContentHash();
        using var command = load.Connection.CreateCommand();
        command.CommandText = table.Select;
        using var rows = OfTarget(() => load.Connection.Cursor(command));
        while (Next(CopyStep.Checking, table.Name, found.Rows, expected.Rows) && OfTarget(rows.Read))
            found.Add(rows, table.Columns);
        Check(table.Name, $"{expected.Rows} rows, {expected}", $"{found.Rows} rows, {found}");
        tell(new CopyProgress(CopyStep.Checking, table.Name, found.Rows, expected.Rows));
    }

    private void CheckFigures(PreparedConnection from, BulkLoad load)
    {
        const string Kpis = "KPIs";
        tell(new CopyProgress(CopyStep.Checking, Kpis, 0, 1));
        Check(Kpis, OfSource(() => FigureCheck.Of(from)), OfTarget(() => FigureCheck.Of(load.Connection)));
        tell(new CopyProgress(CopyStep.Checking, Kpis, 1, 1));
    }

    private void Check<T>(string part, T expected, T found)
    {
        if (!Equals(expected, found))
            throw new DatabaseUnusableException(
                $"The copy came out different in one part ({part}), so nothing of it was kept. Start the command again; if that happens "
                + "again, look after the disks of both.");
    }

    private void Compare(IReadOnlyList<StoredTable> ours, IReadOnlyList<StoredTable> theirs)
    {
        foreach (var table in ours)
            if (theirs.FirstOrDefault(other => other.Name == table.Name)?.HasSameColumns(table) != true)
                throw new DatabaseUnusableException(
                    $"{target.Name} has no table {table.Name} like that of the other side, so somebody has changed one of them. Nothing "
                    + "was copied; take an empty database and an unchanged backup.");
    }

    private bool Next(CopyStep step, string part, long done, long total)
    {
        cancellation.ThrowIfCancellationRequested();
        if (done % RowsBetweenWords == 0)
            tell(new CopyProgress(step, part, done, total));
        return true;
    }

    private static string Shown<T>(IEnumerable<KeyValuePair<string, T>> entries) =>
        string.Join('\n', entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value}"));

    private T OfSource<T>(Func<T> work) => CopyFailure.Told(source, work, reads: true);

    private T OfTarget<T>(Func<T> work) => CopyFailure.Told(target, work, reads: false);

    private void OfTarget(Action work) => OfTarget(() =>
    {
        work();
        return true;
    });
}
