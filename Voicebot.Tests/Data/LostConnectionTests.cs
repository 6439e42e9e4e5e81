using Voicebot.Core.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

/// <summary>A server that ends a connection in the middle of its work: that is what is told, and what comes next works.</summary>
public sealed class LostConnectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Database database;
    private int attempts;

    public LostConnectionTests()
    {
        PostgresServer.Require();
        database = Database.OnServer(PostgresServer.DatabaseFor(folder.FullPath), Path.Combine(folder.FullPath, "voicebot.db"));
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_ConnectionLostWithinASnapshot_FailsForThat(bool isLimited)
    {
        var failure = Assert.Throws<StorageException>(() => isLimited ? database.ReadWithin(1_000_000_000, Read) : database.Read(Read));

        Assert.Equal(StorageFailure.Unreachable, failure.Reason);
        Assert.Equal(1, attempts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_KeptConnectionLostWithinASnapshot_IsReadAgainOnANewOne(bool isLimited)
    {
        database.Read(connection => connection.Scalar("SELECT 1"));

        Assert.Equal(2L, isLimited ? database.ReadWithin(1_000_000_000, Read) : database.Read(Read));
    }

    /// <summary>Only the end of the snapshot finds it out; such a connection must not be kept.</summary>
    [Fact]
    public void Read_ConnectionLostAfterTheLastRow_IsReadAgainOnANewOne()
    {
        database.Read(connection => connection.Scalar("SELECT 1"));

        var read = database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            if (++attempts == 1)
                End(connection);
            return attempts;
        });

        Assert.Equal(2, read);
        Assert.Equal(2, attempts);
    }

    [Fact]
    public void Write_ConnectionLost_FailsForThatAndTheNextOneIsStored()
    {
        var failure = Assert.Throws<StorageException>(() => database.Write(connection =>
        {
            Set(connection, "lost");
            End(connection);
            Set(connection, "never");
        }));
        database.Write(connection => Set(connection, "stored"));

        Assert.Equal(StorageFailure.Unreachable, failure.Reason);
        Assert.Equal("stored", database.Read(connection => connection.Scalar("SELECT string_agg(name, ',') FROM settings")));
    }

    private long Read(PreparedConnection connection)
    {
        using var snapshot = new ReadSnapshot(connection);
        if (++attempts == 1)
            End(connection);
        return attempts + (long)connection.Scalar("SELECT COUNT(*) FROM settings")!;
    }

    private static void Set(PreparedConnection connection, string name) =>
        connection.Run("INSERT INTO settings (name, value) VALUES (@name, '1')", ("@name", name));

    /// <summary>Has the server end the connection, and waits until that is done.</summary>
    private void End(PreparedConnection connection) =>
        PostgresServer.Run($"SELECT pg_terminate_backend({connection.Scalar("SELECT pg_backend_pid()")}, 60000)",
            PostgresServer.DatabaseFor(folder.FullPath));
}
