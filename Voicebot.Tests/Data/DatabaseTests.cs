using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Data;

public sealed class DatabaseTests : IDisposable
{
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Write_ExceptionInside_KeepsNothingAndRethrows()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => test.Database.Write(connection =>
        {
            Set(connection, "first", "1");
            throw new InvalidOperationException("stop");
        }));

        Assert.Equal("stop", thrown.Message);
        Assert.Equal(0, CountSettings());
    }

    [Fact]
    public void Write_AfterAFailedOne_Works()
    {
        Assert.Contains("NOT NULL",
            Assert.Throws<StorageException>(() =>
                test.Database.Write(connection =>
                    connection.Execute("INSERT INTO settings (name, value) VALUES ('a', NULL)"))).InnerException!.Message,
                    StringComparison.Ordinal);

        test.Database.Write(connection => Set(connection, "a", "1"));

        Assert.Equal(1, CountSettings());
    }

    [Fact]
    public void Write_SqliteRolledBackByItself_RethrowsTheFirstError()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => test.Database.Write(connection =>
        {
            connection.Execute("ROLLBACK");
            throw new InvalidOperationException("the first");
        }));

        Assert.Equal("the first", thrown.Message);
    }

    [Fact]
    public void Read_DuringAnOpenWrite_SeesTheStateBeforeAndDoesNotWait()
    {
        test.Database.Write(connection =>
        {
            Set(connection, "during", "1");
            Assert.Equal(0, CountSettings());
        });

        Assert.Equal(1, CountSettings());
    }

    [Fact]
    public async Task Write_ManyAtOnce_LosesNone()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(writer => Task.Run(() =>
            test.Database.Write(connection => Set(connection, $"writer-{writer}", "1")))));

        Assert.Equal(40, CountSettings());
    }

    [Fact]
    public void Write_ForeignKeyViolated_IsRefused() =>
        Assert.Contains("FOREIGN KEY", Assert.Throws<StorageException>(() => test.Database.Write(connection =>
            connection.Execute("INSERT INTO conversation_texts (id, title) VALUES (77, 'of nobody')"))).InnerException!.Message,
            StringComparison.Ordinal);

    [Fact]
    public void Open_JournalMode_IsWriteAheadLog() =>
        Assert.Equal("wal", test.Database.Read(connection => connection.ExecuteScalar<string>("PRAGMA journal_mode")));

    private int CountSettings() => test.Database.Read(connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM settings"));

    private static void Set(PreparedConnection connection, string name, string value) =>
        connection.Execute("INSERT INTO settings (name, value) VALUES (@name, @value)", new { name, value });
}
