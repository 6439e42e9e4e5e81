using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Data;

public sealed class ReadSnapshotTests : IDisposable
{
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Reads_WrittenMeanwhile_SeeOneState()
    {
        using var connection = test.Database.Open();
        using (new ReadSnapshot(connection))
        {
            Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM settings"));
            test.Database.Write(other => other.Execute("INSERT INTO settings (name, value) VALUES ('a', '1')"));
            Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM settings"));
        }

        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM settings"));
    }

    /// <summary>Where its disk fails, an embedded database ends the transaction by itself.</summary>
    [Fact]
    public void Dispose_TransactionEndedByItself_TheFirstFaultIsTold()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => test.Database.Read<int>(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            connection.Execute("ROLLBACK");
            throw new InvalidDataException("the first");
        }));

        Assert.Equal("the first", thrown.Message);
    }
}
