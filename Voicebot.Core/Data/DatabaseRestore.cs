using System.Data.Common;
using System.Globalization;
using Dapper;
using Voicebot.Core.Data.Sqlite;
using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>What a restore did.</summary>
/// <param name="KeptAs">Where the database that was in place is now; null when there was none.</param>
public sealed record RestoreReport(long Conversations, int SchemaVersion, string? KeptAs);

/// <summary>Puts a backup in the database's place: checked before, checked as copied, and the file that was there is kept.</summary>
public static class DatabaseRestore
{
    /// <summary>What to do about a damaged file, in a sentence.</summary>
    public const string WayOut =
        "Put a backup in its place with the command 'restore FILE' (dotnet run --project Voicebot.Functions -- restore FILE); copies "
        + "from before schema changes lie beside the database as *.backup.";

    /// <exception cref="DatabaseUnusableException">Nothing was changed; the message says why and what to do.</exception>
    public static RestoreReport Restore(Database database, string backup, DateTimeOffset now)
    {
        var path = Existing(backup);
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(database.Path)!);
            using var alone = DatabaseLease.TryHoldAlone(database)
                ?? throw new DatabaseUnusableException("Voicebot Dashboard is running on this data folder. Stop it first, then restore.");
            var (conversations, schema) = Examine(path);
            var arriving = database.Path + ".restoring";
            try
            {
                Copy(path, arriving);
                ExamineValues(path, arriving);
                var keptAs = File.Exists(database.Path) ? MoveAside(database.Path, now) : null;
                PutInPlace(arriving, database.Path, keptAs);
                alone.SetLength(0);
                return new RestoreReport(conversations, schema, keptAs);
            }
            finally
            {
                foreach (var left in new[] { arriving, arriving + "-journal" })
                    File.Delete(left);
            }
        }
        catch (Exception exception) when (exception is DbException || StorageFault.Is(exception))
        {
            throw new DatabaseUnusableException(
                $"The backup could not be put in place: {exception.Message.TrimEnd('.')}. Nothing was changed. Check the free space and "
                + "the permissions of the data folder.", exception);
        }
    }

    /// <summary>The whole path of a file that is there.</summary>
    /// <exception cref="DatabaseUnusableException">There is none, or it cannot be one.</exception>
    internal static string Existing(string file, string what = "a backup")
    {
        string path;
        try
        {
            path = Path.GetFullPath(file);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new DatabaseUnusableException($"This is no path of a file. Give the path of {what}.", exception);
        }
        if (Directory.Exists(path))
            throw new DatabaseUnusableException($"{path} is a folder. Give the path of {what}.");
        if (!File.Exists(path))
            throw new DatabaseUnusableException($"There is no file {path}. Give the path of {what}.");
        if (new FileInfo(path).Length == 0)
            throw new DatabaseUnusableException($"{path} is empty (0 bytes). Give the path of {what}.");
        return path;
    }

    private static (long Conversations, int Schema) Examine(string path)
    {
        try
        {
            using var connection = SqliteFile.OpenReadOnly(path);
            var schema = DatabaseFile.AppliedScripts(connection);
            if (schema == 0)
                throw new DatabaseUnusableException($"{path} is a database of another program. Choose a backup of Voicebot Dashboard.");
            if (schema > SqliteScripts.Count)
                throw new DatabaseUnusableException(
                    $"{path} was written by a newer version of Voicebot Dashboard (schema {schema}, this program knows "
                    + $"{SqliteScripts.Count}). Install the newer version first.");
            if (SchemaCheck.Fault(connection) is { } strange)
                throw new DatabaseUnusableException(
                    $"{path} is no backup as this program makes them: {strange}. Somebody may have changed it. Choose another backup.");
            if (SqliteFile.Fault(path) is { } fault)
                throw new DatabaseUnusableException($"{path} is no sound database: {fault}. Choose another backup.");
            return (connection.ExecuteScalar<long>("SELECT COUNT(*) FROM conversations"), schema);
        }
        catch (DbException exception)
        {
            throw new DatabaseUnusableException($"{path} is no sound database: {exception.Message} Choose another backup.", exception);
        }
    }

    /// <summary>Of the copy, which nobody changes any more.</summary>
    private static void ExamineValues(string backup, string copy)
    {
        using var connection = SqliteFile.OpenReadOnly(copy);
        if (SqliteFile.Fault(copy) is { } fault)
            throw new DatabaseUnusableException(
                $"The copy of {backup} is not sound: {fault}. Nothing was changed. Check the disk, and try again.");
        if ((SchemaCheck.Fault(connection) ?? StrangersValues.Fault(connection)) is { } strange)
            throw new DatabaseUnusableException(
                $"{backup} is no backup as this program makes them: {strange}. Somebody may have changed it. Choose another backup.");
    }

    /// <summary>By SQLite, so that a backup whose last changes are still in its -wal file comes whole.</summary>
    private static void Copy(string backup, string arriving)
    {
        File.Delete(arriving);
        PrivateFiles.Create(arriving).Dispose(); // SQLite takes an empty file, with the rights that it has
        using var connection = SqliteFile.OpenReadOnly(backup);
        connection.Execute("VACUUM INTO @arriving", new { arriving });
    }

    private static void PutInPlace(string arriving, string path, string? keptAs)
    {
        try
        {
            File.Move(arriving, path);
        }
        catch (IOException) when (keptAs is not null)
        {
            MoveTogether(keptAs, path);
            throw;
        }
    }

    /// <summary>All files together: a -wal that stayed behind would be read into the other database.</summary>
    private static string MoveAside(string path, DateTimeOffset now)
    {
        var kept = string.Create(CultureInfo.InvariantCulture, $"{path}.before-restore-{now.UtcDateTime:yyyyMMdd'T'HHmmss}.backup");
        MoveTogether(path, kept);
        return kept;
    }

    private static void MoveTogether(string path, string to)
    {
        File.Move(path, to);
        foreach (var companion in CompanionFiles.Ends.Where(companion => File.Exists(path + companion)))
            File.Move(path + companion, to + companion);
    }
}
