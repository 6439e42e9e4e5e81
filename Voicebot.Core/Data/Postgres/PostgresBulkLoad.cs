using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Voicebot.Core.Data.Bulk;

namespace Voicebot.Core.Data.Postgres;

/// <summary>
/// By the server's COPY in its binary form, into tables that are emptied in the same transaction: where that ends early, the server
/// throws the new files of the tables away.
/// </summary>
internal sealed class PostgresBulkLoad(PreparedConnection connection) : BulkLoad(connection)
{
    private readonly List<string> later = [];
    private string[] filled = [];

    public override void Begin(IReadOnlyList<StoredTable> tables)
    {
        filled = [.. tables.Select(table => table.Name), "conversation_search"];
        NoticeAClientThatHasGone();
        Connection.Run(Connection.Dialect.BeginWrite);
        Run($"TRUNCATE {string.Join(", ", filled)}");
        PutOff("""
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY(string_to_array(@tables, ','))
            """);
        PutOff("""
            SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            FROM pg_index WHERE indrelid::regclass::text = ANY(string_to_array(@tables, ','))
                AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            """);
    }

    public override void Fill(StoredTable table, RowCursor rows)
    {
        using var import = ((NpgsqlConnection)Connection.Inner).BeginBinaryImport(
            $"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        while (rows.Read())
        {
            import.StartRow();
            for (var i = 0; i < table.Columns.Count; i++)
                if (rows.IsNull(i))
                    import.WriteNull();
                else
                    Write(import, rows, i, table.Columns[i].Kind);
        }
        import.Complete();
    }

    /// <summary>Within the transaction, too: a sequence that begins anew is a new one, which goes when nothing is committed.</summary>
    public override void SetCounter(string table, long last)
    {
        var column = Connection.ExecuteScalar<string>(
            "SELECT attname::text FROM pg_attribute WHERE attrelid = CAST(@table AS regclass) AND attidentity <> ''", new { table })!;
        Run($"ALTER TABLE {table} ALTER COLUMN {column} RESTART WITH 1");
        if (last > 0)
            Connection.Execute("SELECT setval(pg_get_serial_sequence(@table, @column), @last)", new { table, column, last });
    }

    public override void Complete()
    {
        later.ForEach(Run);
        Run("SELECT setval('conversation_ids', (SELECT COALESCE(MAX(id), 0) + 1 FROM conversations), false)");
        Run($"ANALYZE {string.Join(", ", filled)}");
    }

    public override void Commit()
    {
        Run("SET LOCAL synchronous_commit = on");
        Connection.Run(Connection.Dialect.CommitWrite);
    }

    /// <summary>Else the server would build an index to its end for a program that was killed, and nobody could begin anew.</summary>
    private void NoticeAClientThatHasGone()
    {
        try
        {
            Run("SET client_connection_check_interval = 2000");
        }
        catch (DbException)
        {
            // Not every system lets its server look.
        }
    }

    /// <summary>Takes away what is made again when the rows are there.</summary>
    private void PutOff(string sql)
    {
        foreach (var (drop, make) in Connection.Query<(string, string)>(sql, new { tables = string.Join(',', filled) }).AsList())
        {
            Run(drop);
            later.Add(make);
        }
    }

    private void Run(string sql) => Connection.Execute(sql);

    private static void Write(NpgsqlBinaryImporter import, RowCursor rows, int column, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Whole:
                import.Write(rows.Whole(column), NpgsqlDbType.Bigint);
                break;
            case ColumnKind.Number:
                import.Write(rows.Number(column), NpgsqlDbType.Double);
                break;
            case ColumnKind.Text:
                import.Write(rows.Bytes(column).ToArray(), NpgsqlDbType.Text);
                break;
            default:
                import.Write(rows.Bytes(column).ToArray(), NpgsqlDbType.Bytea);
                break;
        }
    }
}
