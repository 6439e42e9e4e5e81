using System.Net.Sockets;
using System.Text;
using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Downloads that end in the middle: a client that leaves is no failure, a failure is not hidden from the client.</summary>
public sealed class BrokenDownloadTests
{
    private const int Rows = 5_000;
    private const string Failure = "Error";

    [Fact]
    public async Task Get_CsvClientLeaves_IsSilent()
    {
        await using var server = await StartAsync();
        for (var times = 0; times < 10; times++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", server.Http.BaseAddress!.Port);
            client.LingerState = new LingerOption(true, 0);
            await client.GetStream()
                .WriteAsync(Encoding.ASCII.GetBytes(
                $"GET /api/export-csv HTTP/1.1\r\nHost: 127.0.0.1:{server.Http.BaseAddress.Port}\r\n\r\n"));
            await client.GetStream().ReadExactlyAsync(new byte[100 + (times * 100_000)]);
        }
        await Task.Delay(TimeSpan.FromSeconds(1)); // nothing would tell that nothing comes
        Assert.DoesNotContain(Failure, server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", server.Log.Text, StringComparison.Ordinal);
        Assert.Equal(Rows + 1, CsvReading.Rows((await server.Http.GetStringAsync("api/export-csv")).TrimStart('\uFEFF')).Count);
    }

    [Fact]
    public async Task Get_CsvFailsInTheMiddle_BreaksTheConnectionAndIsLogged()
    {
        await using var server = await StartAsync();
        server.Database.Write(connection =>
            connection.Execute("UPDATE conversations SET criteria = '{broken' WHERE id = (SELECT MIN(id) FROM conversations)"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Http.GetByteArrayAsync("api/export-csv"));
        await Eventually.True(() => Task.FromResult(server.Log.Text.Contains(Failure, StringComparison.Ordinal)),
            "the failure in the log");
    }

    private static async Task<VoicebotServer> StartAsync()
    {
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var summary = new string('x', 4_000);
        server.Database.WriteConversations(writer =>
        {
            for (var number = 0; number < Rows; number++)
                writer.Upsert(A.Conversation($"conv_{number}") with
                {
                    Summary = summary,
                    StartTime = 1_790_000_000
                    + number,
                    Criteria = [("polite", "success")]
                }, runId: 1);
        });
        return server;
    }
}
