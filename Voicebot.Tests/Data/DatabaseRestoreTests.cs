using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Data.Sqlite;
using Voicebot.Core.Files;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

public sealed class DatabaseRestoreTests : IDisposable
{
    private static readonly DateTimeOffset Now =
        DateTimeOffset.Parse("2026-11-10T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
    private readonly TestDatabase test = new();
    private readonly TemporaryFolder target = new();

    public void Dispose()
    {
        test.Dispose();
        target.Dispose();
    }

    private Database Target => new(Path.Combine(target.FullPath, "inner", "voicebot.db"));

    private string Backup(string name)
    {
        test.Database.Write(connection =>
            connection.Execute("INSERT OR REPLACE INTO settings (name, value) VALUES ('mark', @name)", new { name }));
        var path = Path.Combine(target.FullPath, name);
        new DatabaseBackup(test.Database).CopyTo(path);
        return path;
    }

    [Fact]
    public void Restore_NothingThere_PutsTheBackupInPlace()
    {
        var report = DatabaseRestore.Restore(Target, Backup("first"), Now);

        Assert.Equal((0L, SqliteScripts.Count, (string?)null), (report.Conversations, report.SchemaVersion, report.KeptAs));
        Assert.Equal("first", Mark(Target.Path));
        if (!OperatingSystem.IsWindows())
            Assert.All([Target.Path, DatabaseLease.PathFor(Target)], path => Assert.Equal(PrivateFiles.FileMode, FileModes.Of(path)));
    }

    [Fact]
    public void Restore_DatabaseThere_KeepsItAside()
    {
        var first = Backup("first");
        var second = Backup("second");
        DatabaseRestore.Restore(Target, first, Now);

        var report = DatabaseRestore.Restore(Target, second, Now);

        Assert.Equal("second", Mark(Target.Path));
        Assert.Equal("first", Mark(report.KeptAs!));
        Assert.EndsWith("voicebot.db.before-restore-20261110T120000.backup", report.KeptAs, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_DamagedOrForeignOrNewerFile_ChangesNothing()
    {
        DatabaseRestore.Restore(Target, Backup("kept"), Now);
        var foreign = Path.Combine(target.FullPath, "foreign.db");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={foreign};Pooling=False"))
        {
            connection.Open();
            connection.Execute("CREATE TABLE notes (text TEXT)");
        }
        var newer = Backup("newer");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={newer};Pooling=False"))
        {
            connection.Open();
            connection.Execute("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES "
                + "('Voicebot.Core.Data.Migrations.9999_future.sql', '2031-01-01')");
        }
        foreach (var (file, reason) in new[] { (DatabaseBackupTests.DamagedCopyOf(test.Database), "no sound database"),
            (foreign, "another program"), (newer, "newer version"), (target.FullPath + "/nowhere", "no file") })
            Assert.Contains(reason, Assert.Throws<DatabaseUnusableException>(() => DatabaseRestore.Restore(Target, file, Now)).Message,
                StringComparison.Ordinal);

        Assert.Equal("kept", Mark(Target.Path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Target.Path)!, "*voicebot.db*"),
            path => !path.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public void Restore_ProgramIsRunning_IsRefused()
    {
        var backup = Backup("first");
        DatabaseRestore.Restore(Target, backup, Now);
        using (var lease = new DatabaseLease(Target))
        {
            lease.Take();
            Assert.Contains("Stop it first",
                Assert.Throws<DatabaseUnusableException>(() => DatabaseRestore.Restore(Target, backup, Now)).Message,
                StringComparison.Ordinal);
        }
        DatabaseRestore.Restore(Target, backup, Now);
    }

    private static string Mark(string path)
    {
        using var connection = SqliteFile.OpenReadOnly(path);
        return connection.ExecuteScalar<string>("SELECT value FROM settings WHERE name = 'mark'")!;
    }
}
