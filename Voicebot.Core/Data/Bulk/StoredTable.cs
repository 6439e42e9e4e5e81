namespace Voicebot.Core.Data.Bulk;

/// <summary>
/// A table of data as the database itself describes it, so that nobody has to remember a new one. What an engine keeps for itself (its
/// journal of migrations, the search index, the ring of keys) is none.
/// </summary>
/// <param name="Columns">In the order of their names.</param>
/// <param name="Key">The columns of the primary key.</param>
public sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The columns, to stand in a statement.</summary>
    public string ColumnList { get; } = string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    /// <summary>All rows.</summary>
    public string Select => $"SELECT {ColumnList} FROM {Name}";

    /// <summary>All rows, in the order of their keys.</summary>
    public string SelectInOrder => $"{Select} ORDER BY {string.Join(", ", Key.Select(column => $"\"{column}\""))}";

    public bool HasSameColumns(StoredTable other) => Columns.SequenceEqual(other.Columns);

    /// <param name="columns">Of all tables: the table, the column and the place in the primary key, 0 for none.</param>
    internal static IReadOnlyList<StoredTable> Of(IEnumerable<(string Table, string Column, ColumnKind Kind, long KeyPlace)> columns) =>
    [
        .. columns.GroupBy(column => column.Table, StringComparer.Ordinal).OrderBy(table => table.Key, StringComparer.Ordinal)
            .Select(table => new StoredTable(table.Key,
                [.. table.OrderBy(column => column.Column, StringComparer.Ordinal)
                    .Select(column => new StoredColumn(column.Column, column.Kind))],
                [.. table.Where(column => column.KeyPlace > 0).OrderBy(column => column.KeyPlace).Select(column => column.Column)])),
    ];
}
