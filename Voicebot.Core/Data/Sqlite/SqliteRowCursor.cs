using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>SQLite's UTF-8 as it stands in its pages.</summary>
internal sealed class SqliteRowCursor(SqliteDataReader reader) : RowCursor
{
    private sqlite3_stmt Row => reader.Handle!;

    public override bool Read() => reader.Read();

    public override bool IsNull(int column) => raw.sqlite3_column_type(Row, column) == raw.SQLITE_NULL;

    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(Row, column);

    public override long Whole(int column) => raw.sqlite3_column_int64(Row, column);

    public override double Number(int column) => raw.sqlite3_column_double(Row, column);

    public override void Dispose() => reader.Dispose();
}
