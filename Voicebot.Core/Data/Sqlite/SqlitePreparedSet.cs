using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>
/// Rows as VALUES, many to a statement. Values are bound by their places: by names, as the driver does it, the time would grow with
/// the square of their number.
/// </summary>
internal sealed class SqlitePreparedSet(SqliteConnection connection, string sql) : PreparedSet
{
    private const int MostRows = 64;
    private const uint Persistent = 1; // SQLITE_PREPARE_PERSISTENT

    // By how many rows they take: powers of two, so that few are needed for any number of rows.
    private readonly Dictionary<int, sqlite3_stmt> statements = [];

    public override void Run(RowSet rows)
    {
        for (var done = 0; done < rows.Count;)
        {
            var count = MostRows;
            while (count > rows.Count - done)
                count /= 2;
            Run(Statement(count, rows.Columns), rows.From(done, count));
            done += count;
        }
    }

    public override void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }

    private sqlite3_stmt Statement(int rows, int columns)
    {
        if (statements.TryGetValue(rows, out var known))
            return known;
        var row = $"({string.Join(", ", Enumerable.Repeat("?", columns))})";
        var text = sql.Replace(Rows, $"VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}", StringComparison.Ordinal);
        Check(raw.sqlite3_prepare_v3(connection.Handle, text, Persistent, out var statement));
        return statements[rows] = statement;
    }

    private void Run(sqlite3_stmt statement, ReadOnlySpan<object?> values)
    {
        try
        {
            for (var i = 0; i < values.Length; i++)
                Check(Bind(statement, i + 1, values[i]));
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) { }
            if (result != raw.SQLITE_DONE)
                Check(result);
        }
        finally
        {
            raw.sqlite3_reset(statement);
            raw.sqlite3_clear_bindings(statement);
        }
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => BindText(statement, place, text),
        long whole => raw.sqlite3_bind_int64(statement, place, whole),
        int whole => raw.sqlite3_bind_int64(statement, place, whole),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be stored.", nameof(value)),
    };

    private static int BindText(sqlite3_stmt statement, int place, string text)
    {
        if (text.Length == 0)
            return raw.sqlite3_bind_text(statement, place, text);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, place, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes))); // SQLite copies it
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <exception cref="SqliteException">With SQLite's message.</exception>
    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);
}
