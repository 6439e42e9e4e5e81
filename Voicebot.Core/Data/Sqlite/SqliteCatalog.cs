using System.Data.Common;
using Dapper;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>What a database file itself says of its tables.</summary>
internal static class SqliteCatalog
{
    /// <summary>What a copy of the data begins anew.</summary>
    private const string Changes = "conversation_changes";

    /// <summary>Without those of SQLite and of the search index, which are no ordinary ones.</summary>
    public static IReadOnlyList<StoredTable> Tables(DbConnection connection) =>
        StoredTable.Of(connection.Query<(string Table, string Column, string Type, long KeyPlace)>($"""
            SELECT t.name, c.name, c.type, c.pk FROM pragma_table_list t JOIN pragma_table_info(t.name) c
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%'
                AND t.name NOT IN ('{Migrator.Journal}', '{Changes}')
            """).Select(column => (column.Table, column.Column, KindOf(column.Type), column.KeyPlace)));

    public static IReadOnlyDictionary<string, long> Counters(DbConnection connection) =>
        connection.Query<(string Table, long Last)>("""
            SELECT t.name, COALESCE(s.seq, 0) FROM sqlite_master t LEFT JOIN sqlite_sequence s ON s.name = t.name
            WHERE t.type = 'table' AND t.sql LIKE '%AUTOINCREMENT%' AND t.name IN (SELECT name FROM pragma_table_list WHERE type = 'table')
            """).Where(row => row.Table != Migrator.Journal).ToDictionary(row => row.Table, row => row.Last, StringComparer.Ordinal);

    private static ColumnKind KindOf(string type) => type switch
    {
        "INTEGER" => ColumnKind.Whole,
        "REAL" => ColumnKind.Number,
        "BLOB" => ColumnKind.Bytes,
        _ => ColumnKind.Text,
    };
}
