using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>Looks at a database file from outside, without changing it and without trusting it.</summary>
internal static class SqliteFile
{
    /// <summary>No value that we ever store is bigger: 64 MiB of details, compressed.</summary>
    public const int MaxValueBytes = 128 * 1024 * 1024;

    private const int LengthLimit = 0; // SQLITE_LIMIT_LENGTH

    /// <summary>Null when the file is a sound database; else what is wrong with it. Reads the whole file.</summary>
    public static string? Fault(string path)
    {
        try
        {
            using var connection = OpenReadOnly(path);
            var verdict = connection.ExecuteScalar<string>("PRAGMA quick_check(1)");
            if (verdict != "ok")
                return verdict ?? "no answer";
            return connection.Query("PRAGMA foreign_key_check").Any() ? "rows refer to others that are missing" : null;
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Lets a connection keep what is too big for the memory on the database's own disk, in its folder.</summary>
    public static string TemporaryBeside(string path)
    {
        var folder = Path.GetDirectoryName(path)!.Replace("'", "''", StringComparison.Ordinal);
        return $"PRAGMA temp_store_directory = '{folder}'; PRAGMA temp_store = FILE";
    }

    public static SqliteConnection OpenReadOnly(string path) => Open(path, SqliteOpenMode.ReadOnly);

    internal static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_limit(connection.Handle, LengthLimit, MaxValueBytes);
            connection.Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
