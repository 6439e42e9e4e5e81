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
}
