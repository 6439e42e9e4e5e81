using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>What a restore did.</summary>
/// <param name="KeptAs">Where the database that was in place is now; null when there was none.</param>
public sealed record RestoreReport(long Conversations, int SchemaVersion, string? KeptAs);

/// <summary>Puts a backup in the database's place: checked before, checked as copied, and the file that was there is kept.</summary>
public static class DatabaseRestore
{
    /// <summary>What to do about a damaged file, in a sentence.</summary>
    public const string WayOut = "Put a backup in its place with the command 'restore FILE' (dotnet run --project Voicebot.Functions -- restore FILE); copies from before schema changes lie beside the database as *.backup.";

    private static readonly string[] Companions = ["-wal", "-shm"];

    /// <exception cref="DatabaseUnusableException">Nothing was changed; the message says why and what to do.</exception>
    public static RestoreReport Restore(Database database, string backup, DateTimeOffset now)
    {
        if (!File.Exists(backup))
            throw new DatabaseUnusableException($"There is no file {backup}. Give the path of a backup.");
        PrivateFiles.CreateFolder(Path.GetDirectoryName(database.Path)!);
        using var alone = DatabaseLease.TryHoldAlone(database)
            ?? throw new DatabaseUnusableException("Voicebot Dashboard is running on this data folder. Stop it first, then restore.");
        var (conversations, schema) = Examine(backup);
        var arriving = database.Path + ".restoring";
        try
        {
            Copy(backup, arriving);
            Examine(arriving);
            var keptAs = File.Exists(database.Path) ? MoveAside(database.Path, now) : null;
            File.Move(arriving, database.Path);
            alone.SetLength(0);
            return new RestoreReport(conversations, schema, keptAs);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException($"The backup could not be put in place: {exception.Message} Check the free space and the permissions of the data folder.", exception);
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    private static (long Conversations, int Schema) Examine(string path)
    {
        if (SqliteFile.Fault(path) is { } fault)
            throw new DatabaseUnusableException($"{path} is no sound database: {fault}. Choose another backup.");
        try
        {
            using var connection = SqliteFile.OpenReadOnly(path);
            var schema = Migrator.AppliedScripts(connection);
            if (schema == 0)
                throw new DatabaseUnusableException($"{path} is a database of another program. Choose a backup of Voicebot Dashboard.");
            if (schema > Migrator.KnownScripts)
                throw new DatabaseUnusableException($"{path} was written by a newer version of Voicebot Dashboard (schema {schema}, this program knows {Migrator.KnownScripts}). Install the newer version first.");
            return (connection.ExecuteScalar<long>("SELECT COUNT(*) FROM conversations"), schema);
        }
        catch (SqliteException exception)
        {
            throw new DatabaseUnusableException($"{path} cannot be read: {exception.Message} Choose another backup.", exception);
        }
    }

    /// <summary>By SQLite, so that a backup whose last changes are still in its -wal file comes whole.</summary>
    private static void Copy(string backup, string arriving)
    {
        File.Delete(arriving);
        PrivateFiles.Create(arriving).Dispose();
        using var connection = SqliteFile.OpenReadOnly(backup);
        connection.Execute("VACUUM INTO @arriving", new { arriving });
    }

    /// <summary>All files together: a -wal that stayed behind would be read into the other database.</summary>
    private static string MoveAside(string path, DateTimeOffset now)
    {
        var kept = string.Create(CultureInfo.InvariantCulture, $"{path}.before-restore-{now.UtcDateTime:yyyyMMdd'T'HHmmss}.backup");
        File.Move(path, kept);
        foreach (var companion in Companions.Where(companion => File.Exists(path + companion)))
            File.Move(path + companion, kept + companion);
        return kept;
    }
}
