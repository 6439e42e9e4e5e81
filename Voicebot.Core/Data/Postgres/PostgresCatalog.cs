using Dapper;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Data.Postgres;

/// <summary>What the server itself says of the tables.</summary>
internal static class PostgresCatalog
{
    /// <param name="own">Tables that are the engine's own.</param>
    public static IReadOnlyList<StoredTable> Tables(PreparedConnection connection, IReadOnlyList<string> own) =>
        StoredTable.Of(connection.Query<(string Table, string Column, string Type, long KeyPlace)>("""
            SELECT t.relname::text, c.attname::text, format_type(c.atttypid, NULL),
                CAST(COALESCE(array_position(k.conkey, c.attnum), 0) AS BIGINT)
            FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
            LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
            WHERE t.relnamespace = current_schema()::text::regnamespace AND t.relkind IN ('r', 'p')
            """).Where(column => !own.Contains(column.Table))
            .Select(column => (column.Table, column.Column, KindOf(column.Type), column.KeyPlace)));

    /// <param name="type">As the server writes it.</param>
    public static ColumnKind KindOf(string type) => type switch
    {
        "bigint" => ColumnKind.Whole,
        "double precision" => ColumnKind.Number,
        "bytea" => ColumnKind.Bytes,
        _ => ColumnKind.Text,
    };

    public static IReadOnlyDictionary<string, long> Counters(PreparedConnection connection) =>
        connection.Query<(string Table, long Last)>("""
            SELECT t.relname::text,
                COALESCE(pg_sequence_last_value(pg_get_serial_sequence(quote_ident(t.relname), c.attname)::regclass), 0)
            FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attidentity <> ''
            WHERE t.relnamespace = current_schema()::text::regnamespace AND t.relkind IN ('r', 'p')
            """).ToDictionary(row => row.Table, row => row.Last, StringComparer.Ordinal);
}
