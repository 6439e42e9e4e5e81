using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Voicebot.Functions.LocalHost;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.LocalHost;

/// <summary>A browser may take a name of this computer for either of its loopback addresses.</summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Serve_OnALoopbackAddress_AnswersOnBoth(string asked)
    {
        using var folder = new TemporaryFolder();
        await using var app = await ServeAsync(folder, IPAddress.Parse(asked));
        var port = new Uri(app.Urls.First()).Port;
        using var http = new HttpClient();

        foreach (var host in new[] { "127.0.0.1", "[::1]", "localhost" })
            Assert.Equal("""{"status":"ok"}""", await http.GetStringAsync($"http://{host}:{port}/api/live"));
    }

    [Fact]
    public async Task Write_FromThePageUnderTheSixthVersionsAddress_IsItsOwn()
    {
        using var folder = new TemporaryFolder();
        await using var app = await ServeAsync(folder, IPAddress.Loopback);
        var port = new Uri(app.Urls.First()).Port;
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Origin", $"http://[::1]:{port}");

        await (await http.PostJsonAsync($"http://[::1]:{port}/api/settings", new { time_zone = "Europe/Warsaw" })).JsonAsync();
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    public void For_AnotherAddress_IsThatAlone(string asked) =>
        Assert.Equal([IPAddress.Parse(asked)], LocalAddresses.For(IPAddress.Parse(asked), 7071));

    [Fact]
    public void For_APortThatTheSystemChooses_IsThatAddressAlone() =>
        Assert.Equal([IPAddress.Loopback], LocalAddresses.For(IPAddress.Loopback, 0));

    [Fact]
    public void FaultOf_AddressOfAnotherComputer_SaysSo() =>
        Assert.Contains("has no address 192.0.2.1", LocalAddresses.FaultOf([IPAddress.Parse("192.0.2.1")], 0)!.Sentence,
            StringComparison.Ordinal);

    /// <summary>Somebody may take the port between its choice and our use: then another one is tried.</summary>
    private static async Task<WebApplication> ServeAsync(TemporaryFolder folder, IPAddress address)
    {
        if (!Socket.OSSupportsIPv6 || LocalAddresses.FaultOf([IPAddress.IPv6Loopback], 0) is not null)
            Assert.Skip("This computer has no IPv6 loopback address.");
        for (var attempt = 1; ; attempt++)
        {
            int port;
            using (var free = new TcpListener(IPAddress.IPv6Loopback, 0))
            {
                free.Start();
                port = ((IPEndPoint)free.LocalEndpoint).Port;
            }
            var app = LocalServer.Build(new LocalArguments(port, false, false) { Host = address }, new VoicebotServerSetup()
                .Settings(folder.FullPath));
            try
            {
                await app.StartAsync();
                return app;
            }
            catch (IOException) when (attempt < 5)
            {
                await app.DisposeAsync();
            }
        }
    }
}
