using System.Data.Common;
using System.Reflection;
using DbUp.Engine.Output;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>Brings the database to this program's schema, after copying it aside.</summary>
public sealed class Migrator(Database database, DatabaseBackup backup, ILogger<Migrator> log)
{
    private const int MostLockAttempts = 300; // of 100 ms

    /// <summary>The table in which the migration library notes which scripts have run.</summary>
    internal const string Journal = "SchemaVersions";

    /// <summary>Number of migration scripts that the file has seen; 0 when it is new.</summary>
    public int SchemaVersion => database.Read(database.Engine.AppliedScripts);

    /// <summary>Number of migration scripts that this program has.</summary>
    public static int KnownScripts { get; } = ScriptNames().Count();

    /// <exception cref="DatabaseUnusableException">The file is damaged, newer than this program, or cannot be written.</exception>
    public void Migrate()
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(database.Path)!);
            using var oneAtATime = LockAcrossProcesses();
            ProtectCopies();
            var isNew = database.Engine.Begin();
            // The connection is kept: whoever closes the only one empties and removes the journal, at each start anew.
            var applied = database.Read(connection =>
            {
                Say(database.Engine.UseJournal(connection));
                return database.Engine.AppliedScripts(connection);
            });
            if (applied > KnownScripts)
                throw new DatabaseUnusableException(
                    $"The database {database.Path} was written by a newer version of Voicebot Dashboard (schema {applied}, this program "
                    + $"knows {KnownScripts}). Install the newer version, or point VOICEBOT_DATA to another folder.");
            if (applied == KnownScripts)
                return;
            if (applied > 0)
                CopyAside(applied);
            Upgrade();
            FileState.AfterMigration(database, isNew);
        }
        catch (Exception exception) when (exception is DbException || StorageFault.Is(exception))
        {
            throw new DatabaseUnusableException(
                $"The database {database.Path} cannot be used: {exception.Message} Check that the folder is on a local disk, has free "
                + $"space and may be written by this user. If the file is damaged: {DatabaseRestore.WayOut}", exception);
        }
    }

    private void Say(JournalMode journal)
    {
        log.LogInformation("The database keeps its journal by {Journal} (VOICEBOT_JOURNAL).", Name(journal));
        if (journal != database.Journal)
            log.LogWarning("This disk does not take a journal by {Journal}.", Name(database.Journal));
        else if (journal == JournalMode.Wal && DiskRoom.IsShare(DiskRoom.FormatOf(Path.GetDirectoryName(database.Path)!)))
            log.LogWarning("The data folder lies on a network share, where a write-ahead log can damage the database. Set "
                + "VOICEBOT_JOURNAL to truncate, or move the data to a disk of this computer.");
    }

    private static string Name(JournalMode journal) => journal.ToString().ToLowerInvariant();

    private void ProtectCopies()
    {
        var folder = Path.GetDirectoryName(database.Path)!;
        foreach (var (copy, _) in WrittenFiles.Walk(folder).Where(file => file.Kind is { Care: FileCare.OwnersToRemove }))
            PrivateFiles.Protect(Path.Combine(folder, copy));
    }

    /// <summary>Two processes that start on the same file must not both run the same script.</summary>
    private FileStream LockAcrossProcesses()
    {
        var path = database.Path + ".migrating";
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return PrivateFiles.Hold(path, FileOptions.DeleteOnClose);
            }
            // Held by another process, or just given up by it; where it cannot even be created, waiting does not help.
            catch (IOException) when (attempt < (File.Exists(path) ? MostLockAttempts : 3))
            {
                new ManualResetEventSlim().Wait(TimeSpan.FromMilliseconds(100));
            }
        }
    }

    private void CopyAside(int version)
    {
        var copy = $"{database.Path}.schema-{version}.backup";
        backup.CopyTo(copy);
        log.LogInformation("Before the migration the database was copied to {Copy}, and the copy checked.", Path.GetFileName(copy));
    }

    private void Upgrade()
    {
        var result = database.Engine.Upgrade().WithTransactionPerScript().LogTo(new QuietLog(log)).Build().PerformUpgrade();
        if (!result.Successful)
            throw new DatabaseUnusableException(
                $"The database {database.Path} could not be migrated at {result.ErrorScript?.Name}: {result.Error.Message} Nothing of "
                + "that step was kept.", result.Error);
    }

    private static IEnumerable<string> ScriptNames() => Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsMigration);

    /// <summary>The SQL of a script by the name under which it is noted; null when this program has none of that name.</summary>
    internal static string? TextOf(string script)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(script);
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }

    internal static bool IsMigration(string resource) => resource.Contains(".Data.Migrations.", StringComparison.Ordinal);

    private sealed class QuietLog(ILogger log) : IUpgradeLog
    {
        public void LogTrace(string format, params object[] args) { }
        public void LogDebug(string format, params object[] args) { }
        public void LogInformation(string format, params object[] args) { }
        public void LogWarning(string format, params object[] args) =>
            log.LogWarning("Migration: {Text}", string.Format(null, format, args));
        public void LogError(string format, params object[] args) => log.LogError("Migration: {Text}", string.Format(null, format, args));
        public void LogError(Exception ex, string format, params object[] args) =>
            log.LogError(ex, "Migration: {Text}", string.Format(null, format, args));
    }
}
