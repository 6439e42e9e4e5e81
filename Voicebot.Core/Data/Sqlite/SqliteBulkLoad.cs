using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Voicebot.Core.Data.Bulk;
using Voicebot.Core.Files;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>
/// Into a file that has no name yet by which anybody would take it for a database: nothing is written down that would be needed to go
/// back, and one that was broken off is thrown away.
/// </summary>
internal sealed class SqliteBulkLoad(PreparedConnection connection, string path) : BulkLoad(connection)
{
    private List<string> later = [];

    private SqliteConnection Inner => (SqliteConnection)Connection.Inner;

    public override void Begin(IReadOnlyList<StoredTable> tables)
    {
        Connection.Execute("PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000");
        Connection.Execute(SqliteFile.TemporaryBeside(path)); // of indexes in the making
        Connection.Run(Connection.Dialect.BeginWrite);
        foreach (var table in tables)
            Connection.Execute($"DELETE FROM {table.Name}");
        var indexes = Connection.Query<(string Name, string Sql)>(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").AsList();
        foreach (var (name, _) in indexes)
            Connection.Execute($"DROP INDEX {name}");
        later = indexes.ConvertAll(index => index.Sql);
    }

    public override void Fill(StoredTable table, RowCursor rows)
    {
        var places = string.Join(", ", table.Columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(Inner.Handle, $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({places})", out var insert));
        using (insert)
            while (rows.Read())
            {
                for (var i = 0; i < table.Columns.Count; i++)
                    Check(Bind(insert, i, rows, table.Columns[i].Kind));
                if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
                    Check(raw.sqlite3_errcode(Inner.Handle));
                Check(raw.sqlite3_reset(insert));
            }
    }

    public override void SetCounter(string table, long last)
    {
        Connection.Run("DELETE FROM sqlite_sequence WHERE name = @table", ("@table", table));
        Connection.Run("INSERT INTO sqlite_sequence (name, seq) VALUES (@table, @last)", ("@table", table), ("@last", last));
    }

    public override void Complete() => later.ForEach(sql => Connection.Execute(sql));

    public override void Commit()
    {
        Connection.Run(Connection.Dialect.CommitWrite);
        Connection.Dispose();
        PrivateFiles.Flush(path);
    }

    private static int Bind(sqlite3_stmt insert, int column, RowCursor rows, ColumnKind kind)
    {
        var place = column + 1;
        if (rows.IsNull(column))
            return raw.sqlite3_bind_null(insert, place);
        return kind switch
        {
            ColumnKind.Whole => raw.sqlite3_bind_int64(insert, place, rows.Whole(column)),
            ColumnKind.Number => raw.sqlite3_bind_double(insert, place, rows.Number(column)),
            // Of nothing at all the driver would make a null.
            ColumnKind.Text when rows.Bytes(column).IsEmpty => raw.sqlite3_bind_text(insert, place, ""),
            ColumnKind.Text => raw.sqlite3_bind_text(insert, place, rows.Bytes(column)),
            _ when rows.Bytes(column) is { Length: > 0 } bytes => raw.sqlite3_bind_blob(insert, place, bytes),
            _ => raw.sqlite3_bind_zeroblob(insert, place, 0),
        };
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, Inner.Handle);
}
