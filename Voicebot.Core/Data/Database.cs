using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Data;

/// <summary>
/// The SQLite file. Opens pooled connections and runs write transactions one at a time.
/// SQLite's async methods run synchronously, so everything on top of this class is synchronous.
/// </summary>
public sealed class Database
{
    private readonly Lock writing = new();
    private readonly string connectionString;

    public Database(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 30, // seconds that a statement waits for another process's write lock
        }.ToString();
    }

    /// <summary>Full path of the database file.</summary>
    public string Path { get; }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // Commits survive the end of the process; only a power cut may take the last ones, never the file's integrity.
        connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;");
        // LIKE knows the case of ASCII letters only; people search for Polish words.
        connection.CreateFunction("contains", (string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase), isDeterministic: true);
        return connection;
    }

    /// <summary>Runs one read on a connection of its own; concurrent with writers (WAL).</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = Open();
        return read(connection);
    }

    /// <summary>Runs one write transaction: all of it is stored, or on an exception none of it.</summary>
    public T Write<T>(Func<SqliteConnection, T> write)
    {
        // Writers of this process queue here, fairly and cheaply, instead of polling SQLite's lock.
        lock (writing)
        {
            using var connection = Open();
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                var result = write(connection);
                connection.Execute("COMMIT");
                return result;
            }
            catch
            {
                Rollback(connection);
                throw;
            }
        }
    }

    public void Write(Action<SqliteConnection> write) => Write(connection =>
    {
        write(connection);
        return 0;
    });

    private static void Rollback(SqliteConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself (disk full, I/O error); the first exception tells the reason.
        }
    }
}
