using Voicebot.Core.Data;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Copying;

/// <summary>Rows on their way: with texts that every engine can store, counted and hashed as they pass.</summary>
/// <param name="read">Reads the next row; false when there is none.</param>
internal sealed class CopiedRows(StoredTable table, RowCursor rows, ContentHash hash, Func<bool> read) : RowCursor
{
    private readonly byte[]?[] texts = new byte[]?[table.Columns.Count];
    private readonly bool[] isJson = [.. table.Columns.Select(column => JsonColumns.All.Contains((table.Name, column.Name)))];

    public override bool Read()
    {
        if (!read())
            return false;
        for (var i = 0; i < texts.Length; i++)
            texts[i] = table.Columns[i].Kind == ColumnKind.Text && !rows.IsNull(i) ? CopiedText.Of(rows.Bytes(i), isJson[i]) : null;
        hash.Add(this, table.Columns);
        return true;
    }

    public override bool IsNull(int column) => rows.IsNull(column);

    public override ReadOnlySpan<byte> Bytes(int column) => texts[column] is { } text ? text : rows.Bytes(column);

    public override long Whole(int column) => rows.Whole(column);

    public override double Number(int column) => rows.Number(column);

    public override void Dispose() => rows.Dispose();
}
