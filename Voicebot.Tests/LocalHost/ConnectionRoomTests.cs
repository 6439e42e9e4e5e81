using System.Net.Sockets;
using System.Text;
using Voicebot.Functions.LocalHost;
using Voicebot.Functions.Routing;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.LocalHost;

public sealed class ConnectionRoomTests
{
    [Fact]
    public void Enter_Full_ClosesWhoHasWaitedLongest()
    {
        var room = new ConnectionRoom(3);
        var (first, second, third) = (Connection(), Connection(), Connection());
        foreach (var one in new[] { first, second, third })
            Assert.True(room.TryEnter(one, true, out _));
        first.Work();
        second.Work();
        second.Wait(); // it was answered, and waits for its next request

        Assert.True(room.TryEnter(Connection(), true, out var leaves));
        Assert.Same(third, leaves);
        Assert.True(room.TryEnter(Connection(), true, out leaves));
        Assert.Same(second, leaves);
    }

    [Fact]
    public void Enter_FullOfThoseAtWork_IsRefused()
    {
        var room = new ConnectionRoom(2);
        foreach (var one in new[] { Connection(), Connection() })
        {
            Assert.True(room.TryEnter(one, true, out _));
            one.Work();
        }
        Assert.False(room.TryEnter(Connection(), true, out _));
    }

    [Fact]
    public void Enter_ManyFromOneAddress_TakesNobodyElsesPlace()
    {
        var room = new ConnectionRoom(10, mostOfOneAddress: 2);
        var (other, first) = (Connection("203.0.113.8"), Connection());
        Assert.True(room.TryEnter(other, false, out _));
        Assert.True(room.TryEnter(first, false, out _));
        Assert.True(room.TryEnter(Connection(), false, out var leaves));
        Assert.Null(leaves);
        Assert.True(room.TryEnter(Connection(), false, out leaves));
        Assert.Same(first, leaves);
    }

    /// <summary>A thousand and more that say nothing, or never end their headers or body, keep nobody out.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("GET /api/kpis HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /api/settings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{")]
    public async Task Connect_ThousandIdle_OthersAreAnswered(string begun)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var idle = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 1_050; i++)
            {
                var one = new TcpClient();
                idle.Add(one);
                await one.ConnectAsync("127.0.0.1", server.Http.BaseAddress!.Port);
                if (begun.Length > 0)
                    await one.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun));
            }
            using var client = server.NewClient();
            client.Timeout = Eventually.LongestWait;
            for (var i = 0; i < 3; i++)
                await (await client.GetAsync("api/kpis")).JsonAsync();
        }
        finally
        {
            idle.ForEach(one => one.Dispose());
        }
    }

    private static OpenConnection Connection(string address = "203.0.113.7") => new(address, () => { });
}
