using Dapper;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Data;

/// <summary>Looks at a database file from outside, without changing it.</summary>
public static class SqliteFile
{
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

    public static SqliteConnection OpenReadOnly(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
