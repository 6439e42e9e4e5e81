namespace Voicebot.Core.Data;

/// <summary>Rows that one statement stores together (see <see cref="PreparedConnection.RunSet"/>).</summary>
/// <param name="columns">How many values each row has.</param>
public sealed class RowSet(int columns)
{
    private readonly List<object?> values = [];

    public int Columns => columns;

    public int Count => values.Count / columns;

    /// <summary>The values of the rows from one on, row by row.</summary>
    internal ReadOnlySpan<object?> From(int row, int count) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values).Slice(row * columns, count * columns);

    /// <param name="row">Texts, long, double, bool, bytes or null, in the order of the statement's columns.</param>
    public void Add(params ReadOnlySpan<object?> row)
    {
        if (row.Length != columns)
            throw new ArgumentException($"A row of {row.Length} values, not {columns}.", nameof(row));
        values.AddRange(row);
    }

    public void Clear() => values.Clear();
}
