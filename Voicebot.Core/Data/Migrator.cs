using System.Data.Common;
using System.Reflection;
using DbUp.Engine.Output;
using Microsoft.Extensions.Logging;
using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>Brings the database to this program's schema, after copying it aside.</summary>
public sealed class Migrator(Database database, DatabaseBackup backup, ILogger<Migrator> log)
{
    /// <summary>The table in which the migration library notes which scripts have run.</summary>
    internal const string Journal = "SchemaVersions";

    /// <summary>Number of migration scripts that the file has seen; 0 when it is new.</summary>
    public int SchemaVersion => database.Read(database.Engine.AppliedScripts);

    /// <summary>Number of migration scripts that this program has for this engine.</summary>
    public int KnownScripts => Assembly.GetExecutingAssembly().GetManifestResourceNames().Count(database.Engine.IsScript);

    /// <exception cref="DatabaseUnusableException">The file is damaged, newer than this program, or cannot be written.</exception>
    public void Migrate()
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(database.Path)!);
            using var oneAtATime = database.Engine.HoldForMigration();
            ProtectCopies();
            SayWhatIsNotUsed();
            var isNew = database.Engine.Begin();
            // The connection is kept: whoever closes the only one empties and removes the journal, at each start anew.
            var applied = database.Read(connection =>
            {
                if (database.IsEmbedded)
                    Say(database.Engine.UseJournal(connection));
                return database.Engine.AppliedScripts(connection);
            });
            if (applied > KnownScripts)
                throw new DatabaseUnusableException(
                    $"{database.Name} was written by a newer version of Voicebot Dashboard (schema {applied}, this program knows "
                    + $"{KnownScripts}). Install the newer version, or point {Variable} to another "
                    + $"{(database.IsEmbedded ? "folder" : "database")}.");
            if (applied == KnownScripts)
                return;
            if (applied > 0 && database.IsEmbedded)
                CopyAside(applied);
            Upgrade();
            FileState.AfterMigration(database, isNew);
        }
        catch (Exception exception) when (exception is DbException || StorageFault.Is(exception))
        {
            throw new DatabaseUnusableException(
                $"{database.Name} cannot be used: {exception.Message} " + (database.IsEmbedded
                    ? "Check that the folder is on a local disk, has free space and may be written by this user. If the file is damaged: "
                        + DatabaseRestore.WayOut
                    : "Check VOICEBOT_DATABASE: host, database, user, password and whether the server takes connections from here."),
                exception);
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

    private void SayWhatIsNotUsed()
    {
        if (!database.IsEmbedded && File.Exists(database.Path))
            log.LogWarning("{Path} is not used, because VOICEBOT_DATABASE names a server. To take its data over, stop the program and run "
                + "the command copy-to-postgres, which needs an empty database there; else move the file away.", database.Path);
    }

    private static string Name(JournalMode journal) => journal.ToString().ToLowerInvariant();

    private void ProtectCopies()
    {
        var folder = Path.GetDirectoryName(database.Path)!;
        foreach (var (copy, _) in WrittenFiles.Walk(folder).Where(file => file.Kind is { Care: FileCare.OwnersToRemove }))
            PrivateFiles.Protect(Path.Combine(folder, copy));
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
                $"{database.Name} could not be migrated at {result.ErrorScript?.Name}: {result.Error.Message} Nothing of "
                + "that step was kept.", result.Error);
    }

    /// <summary>What names the database.</summary>
    public string Variable => database.IsEmbedded ? "VOICEBOT_DATA" : "VOICEBOT_DATABASE";

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
