using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Data;
using Voicebot.Core.Data.Sqlite;
using Voicebot.Core.Files;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

public sealed class DatabaseBackupTests : IDisposable
{
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Snapshot_WhileOthersWrite_IsOneMomentAndSound()
    {
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                written++;
                // Two rows that always belong together.
                test.Database.Write(connection =>
                    connection.Execute("INSERT INTO settings (name, value) VALUES ('left-' || @written, 'x'), ('right-' || @written, 'x')",
                        new { written }));
            }
        });
        var backup = new DatabaseBackup(test.Database);
        var before = 0L;
        for (var snapshot = 0; snapshot < 5; snapshot++)
        {
            var copy = Path.Combine(test.Folder, $"copy-{snapshot}.db");
            var seen = Volatile.Read(ref written);
            // a busy machine may let nobody write in between
            await Eventually.True(() => Volatile.Read(ref written) > seen + 1, "another write");
            await using (var stream = await backup.SnapshotAsync(default))
            await using (var file = File.Create(copy))
                await stream.CopyToAsync(file);
            Assert.Null(SqliteFile.Fault(copy));
            using var connection = SqliteFile.OpenReadOnly(copy);
            var (left, right) = connection.QuerySingle<(long, long)>(
                "SELECT SUM(name LIKE 'left-%'), SUM(name LIKE 'right-%') FROM settings");
            Assert.Equal(left, right);
            Assert.True(left > before, "The writers did not write on meanwhile.");
            before = left;
        }
        await stop.CancelAsync();
        await writing;
        Assert.Empty(Directory.GetFiles(test.Folder, ".backup-*"));
    }

    [Fact]
    public void CopyTo_DatabaseIsDamaged_KeepsTheOlderCopyAndSaysTheWayOut()
    {
        var copy = Path.Combine(test.Folder, "older.backup");
        new DatabaseBackup(test.Database).CopyTo(copy);
        var older = File.ReadAllBytes(copy);
        var damaged = new Database(DamagedCopyOf(test.Database));

        var refused = Record.Exception(() => new DatabaseBackup(damaged).CopyTo(copy));

        Assert.True(refused is DatabaseUnusableException or StorageException, $"{refused}");
        Assert.Equal(older, File.ReadAllBytes(copy));
        Assert.False(File.Exists(copy + ".tmp"));
    }

    [Fact]
    public void CopyTo_OnUnix_IsOpenToItsOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files inherit their access rules there.");
        var copy = Path.Combine(test.Folder, "some.backup");
        new DatabaseBackup(test.Database).CopyTo(copy);
        Assert.Equal(PrivateFiles.FileMode, FileModes.Of(copy));
    }

    [Fact]
    public void Fault_SoundAndDamagedFiles_AreToldApart()
    {
        Assert.Null(SqliteFile.Fault(test.Database.Path));
        Assert.NotNull(SqliteFile.Fault(DamagedCopyOf(test.Database)));
        var garbage = Path.Combine(test.Folder, "garbage");
        File.WriteAllText(garbage, new string('x', 5000));
        Assert.NotNull(SqliteFile.Fault(garbage));
    }

    /// <summary>A copy with many rows and a hole in its middle.</summary>
    internal static string DamagedCopyOf(Database database)
    {
        database.Write(connection => connection.Execute("""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT OR IGNORE INTO settings (name, value) SELECT 'filler-' || i, 'some text to fill the pages of the file' FROM n
            """));
        var path = database.Path + $".{Guid.NewGuid():N}.damaged";
        using (var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False"))
        {
            connection.Open();
            connection.Execute("VACUUM INTO @path", new { path });
        }
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = file.Length / 2 / 4096 * 4096;
        file.Write(Enumerable.Repeat((byte)0xAA, 8192).ToArray());
        return path;
    }
}
