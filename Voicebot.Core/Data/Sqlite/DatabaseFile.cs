using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Files;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>Begins a new database file, and tells ours from others that lie in its place.</summary>
internal static class DatabaseFile
{
    /// <summary>
    /// A new file gets its name only once SQLite has begun it, so that an empty one was never ours.
    /// </summary>
    /// <returns>True when it was made.</returns>
    public static bool CreateIfMissing(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
            return false;
        var creating = path + ".creating";
        File.Delete(creating);
        PrivateFiles.Create(creating).Dispose();
        using (var connection = SqliteFile.Open(creating, SqliteOpenMode.ReadWrite))
            connection.Execute("PRAGMA user_version = 1"); // anything that makes it write the first page
        File.Move(creating, path);
        return true;
    }

    /// <summary>An empty file would silently become a new database, and a foreign one would get our tables beside its own.</summary>
    /// <exception cref="DatabaseUnusableException">It is not ours.</exception>
    /// <exception cref="SqliteException">It is no database at all.</exception>
    public static void RefuseForeign(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            throw new DatabaseUnusableException(
                $"The database {path} is empty (0 bytes), so something has gone wrong with it. {DatabaseRestore.WayOut} To begin anew "
                + $"instead, delete the empty file.");
        using var connection = SqliteFile.OpenReadOnly(path);
        var tables = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet(StringComparer.Ordinal);
        if (tables.Count == 0 || tables.Contains(Migrator.Journal))
            return;
        throw new DatabaseUnusableException(tables.IsSupersetOf(OriginalTables)
            ? $"The database {path} is that of the original program. Move it to another place, start again, and take it over with the "
                + $"command 'import FILE'."
            : $"The database {path} is one of another program. Point VOICEBOT_DATA to a folder of its own, or move that file to another "
                + $"place.");
    }

    /// <summary>Number of migration scripts that the file has seen; 0 when it is new.</summary>
    public static int AppliedScripts(DbConnection connection) =>
        connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM sqlite_master WHERE name = '{Migrator.Journal}'") == 0
            ? 0
            : connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {Migrator.Journal}");

    /// <summary>SQLite makes its companion files with the rights of the database file.</summary>
    public static void Protect(string path)
    {
        foreach (var companion in CompanionFiles.Ends.Prepend(""))
            PrivateFiles.Protect(path + companion);
    }

    private static readonly string[] OriginalTables = ["app_settings", "archive_logs", "conversations", "sync_logs"];
}
