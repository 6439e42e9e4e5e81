using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Data;

/// <summary>What goes wrong leaves the room as our own exception, which says why; nobody else has to know the engine's codes.</summary>
public sealed class StorageExceptionTests : IDisposable
{
    private const string Insert = "INSERT INTO settings (name, value) VALUES (hex(randomblob(8)), hex(randomblob(40000)))";

    private readonly TestDatabase test = new();

    public static TheoryData<StorageFailure, Action<TestDatabase>> Failures => new()
    {
        { StorageFailure.ReadOnly, test => test.Database.Read(connection => connection.Execute($"PRAGMA query_only = ON; {Insert}")) },
        { StorageFailure.Damaged, test => Garbage(test).Read(connection => connection.Execute("SELECT * FROM sqlite_master")) },
        { StorageFailure.Damaged, test => Garbage(test).Write(connection => connection.Execute(Insert)) },
        { StorageFailure.Damaged, test => Garbage(test).EmptyJournal() },
        { StorageFailure.Damaged, test => Garbage(test).Vacuum(CancellationToken.None) },
        { StorageFailure.Damaged, test => _ = new ForeignFile(Garbage(test).Path).Tables },
        { StorageFailure.Other, test => test.Database.Read(connection => connection.Execute("SELECT nothing FROM nowhere")) },
        { StorageFailure.Other,
            test =>
            test.Database.WriteDurably(connection => connection.Execute("INSERT INTO settings (name, value) VALUES ('a', NULL)")) },
    };

    public void Dispose() => test.Dispose();

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Database_Fails_SaysWhyInOurWords(StorageFailure reason, Action<TestDatabase> fail)
    {
        var failure = Assert.Throws<StorageException>(() => fail(test));

        Assert.Equal(reason, failure.Reason);
        Assert.NotEmpty(failure.Message);
        Assert.True(StorageFault.Is(failure));
    }

    // https://sqlite.org/rescode.html
    [Theory]
    [InlineData(13, 13, StorageFailure.DiskFull)]
    [InlineData(10, 4874, StorageFailure.DiskFull)] // no room for the memory that readers share
    [InlineData(10, 778, StorageFailure.Other)]
    [InlineData(8, 8, StorageFailure.ReadOnly)]
    [InlineData(8, 1032, StorageFailure.ReadOnly)]
    [InlineData(5, 5, StorageFailure.Locked)]
    [InlineData(6, 6, StorageFailure.Locked)]
    [InlineData(11, 11, StorageFailure.Damaged)]
    [InlineData(26, 26, StorageFailure.Damaged)]
    [InlineData(19, 1299, StorageFailure.Other)]
    public void Write_EngineFails_SaysWhyByItsCode(int code, int extended, StorageFailure reason)
    {
        var failure = Assert.Throws<StorageException>(() =>
            test.Database.Write(_ => throw new SqliteException("what it says", code, extended)));

        Assert.Equal((reason, "what it says"), (failure.Reason, failure.Message));
        Assert.Equal((reason == StorageFailure.DiskFull, reason == StorageFailure.ReadOnly),
            (StorageFault.IsDiskFull(failure), StorageFault.IsReadOnly(failure)));
    }

    [Fact]
    public async Task ReadAsync_Fails_SaysWhyInOurWords()
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() => test.Database.ReadAsync(async connection =>
        {
            await Task.Yield();
            return connection.Execute("SELECT nothing FROM nowhere");
        }, CancellationToken.None));

        Assert.Equal(StorageFailure.Other, failure.Reason);
    }

    [Fact]
    public void Write_SomebodyElseWrites_SaysThatItIsLocked()
    {
        using var other = test.Database.Open();
        other.Run("BEGIN IMMEDIATE");

        var failure = Assert.Throws<StorageException>(() => test.Database.Read(connection =>
            connection.Execute("DELETE FROM settings", commandTimeout: 1))); // seconds; the writer's own patience is longer

        Assert.Equal(StorageFailure.Locked, failure.Reason);
    }

    private static Database Garbage(TestDatabase test)
    {
        var path = Path.Combine(test.Folder, "garbage.db");
        File.WriteAllText(path, new string('x', 5_000));
        return new Database(path);
    }
}
