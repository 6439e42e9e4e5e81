using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>
/// The memory of the product as a process of its own, while people who have no key and no secret send what they like: within 50 MB of
/// what it had before.
/// </summary>
public sealed class StrangersMemoryTests(StrangersMemoryTests.Target target, ITestOutputHelper output)
    : IClassFixture<StrangersMemoryTests.Target>
{
    private const long Allowed = 50L * 1024 * 1024;
    private static readonly byte[] Part = Encoding.ASCII.GetBytes("8000\r\n" + new string('x', 0x8000) + "\r\n");

    /// <summary>What each of so many connections sends; the last number, how many parts of 32 KB come behind its head.</summary>
    public static TheoryData<string, int, string, int> Loads => new()
    {
        { "connections that say nothing", 1_000, "", 0 },
        { "heads without an end", 900, "GET /api/kpis HTTP/1.1\r\nHost: localhost\r\nX: " + new string('x', 15_000), 0 },
        { "bodies that stop half way", 900, Head("POST", "/api/session", "Content-Length: 60000") + new string(' ', 30_000), 0 },
        { "webhooks that nobody signed", 100, Head("POST", "/api/webhooks/elevenlabs", Unsigned, "Transfer-Encoding: chunked"), 128 },
        { "webhooks without a signature", 100, Head("POST", "/api/webhooks/elevenlabs", "Transfer-Encoding: chunked"), 128 },
        { "bodies of a fixed, great length", 100, Head("POST", "/api/session", "Content-Length: 4194304"), 128 },
        { "queries that are refused", 2_000, Head("GET", "/api/kpis?month={0}" + new string('m', 900), "Connection: close"), 0 },
        { "searches, each for another word", 1_500, Head("GET", "/api/conversations?search=word{0}", "Connection: close"), 0 },
        { "figures, each of another month", 1_500, Head("GET", "/api/kpis?start_date=1{0:0000000}-01-01", "Connection: close"), 0 },
        { "long addresses", 1_500, Head("GET", "/api/conversations?x{0}=" + new string('y', 7_000), "Connection: close"), 0 },
        { "keys, each another", 1_500,
            Head("POST", "/api/session", "Content-Length: 31", "Connection: close") + "{{\"access_key\":\"guess{0:0000000000}\"}}", 0 },
    };

    private static string Unsigned => $"ElevenLabs-Signature: t={DateTimeOffset.UtcNow.ToUnixTimeSeconds()},v0={new string('a', 64)}";

    [Theory]
    [MemberData(nameof(Loads))]
    public async Task Memory_StrangersLoad_StaysWithinFiftyMegabytes(string what, int connections, string head, int parts)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The peak of a process's memory is read from /proc.");
        // What the load before left open would be counted to this one; one connection is our own.
        await Eventually.True(() => target.Product.OpenConnections <= 1, "the end of the connections before");
        await target.Product.Http.GetStringAsync("api/live");
        var idle = target.Product.ResetPeakMemory();
        var keptOpen = new List<TcpClient>();
        using var atOnce = new SemaphoreSlim(parts > 0 ? connections : 50);

        await Task.WhenAll(Enumerable.Range(0, connections).Select(number => SendAsync(number)));
        // The connection kept from before has waited longest and may be closed for the others at this moment: a new one is let in.
        using var newcomer = new HttpClient { BaseAddress = target.Product.Http.BaseAddress };
        using var answer = await newcomer.GetAsync("api/live");

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {idle >> 20} MB idle, {target.Product.PeakMemory >> 20} MB at the peak"));
        keptOpen.ForEach(client => client.Dispose());
        Assert.True(answer.IsSuccessStatusCode, "it answers beside them");
        Assert.InRange(target.Product.PeakMemory, 1, idle + Allowed);

        async Task SendAsync(int number)
        {
            await atOnce.WaitAsync();
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(target.Product.Http.BaseAddress!.Host, target.Product.Http.BaseAddress.Port)
                    .WaitAsync(Eventually.LongestWait);
                var text = head.Contains("{0", StringComparison.Ordinal)
                    ? string.Format(CultureInfo.InvariantCulture, head, number)
                    : head;
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask().WaitAsync(Eventually.LongestWait);
                for (var part = 0; part < parts; part++)
                    await client.GetStream().WriteAsync(Part).AsTask().WaitAsync(Eventually.LongestWait);
                if (head.Contains("Connection: close", StringComparison.Ordinal))
                    await client.GetStream().CopyToAsync(Stream.Null).WaitAsync(Eventually.LongestWait);
            }
            catch (Exception exception) when (exception is IOException or SocketException or TimeoutException)
            {
                // it was shown the door, or waits before it
            }
            finally
            {
                lock (keptOpen)
                    keptOpen.Add(client);
                atOnce.Release();
            }
        }
    }

    private static string Head(string method, string target, params string[] headers) =>
        string.Join("\r\n", [$"{method} {target} HTTP/1.1", "Host: localhost", "Content-Type: application/json", .. headers, "", ""]);

    /// <summary>One product for all loads, its first requests behind it.</summary>
    public sealed class Target : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();
        private HostileVendor? vendor;

        internal ProductProcess Product { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            vendor = await HostileVendor.StartAsync(
                HostileVendor.Details(HostileVendor.Text(200, "application/json", "{\"metadata\":{}}")));
            Product = await ProductProcess.StartAsync(vendor.Url, folder.FullPath, VendorSimulator.Key,
                ("ELEVENLABS_WEBHOOK_SECRET", SignedWebhook.Secret));
            foreach (var address in Enumerable.Repeat<string[]>(["api/kpis", "api/conversations", "api/health", "index.html"], 20)
                .SelectMany(one => one))
                await Product.Http.GetStringAsync(address);
        }

        public async ValueTask DisposeAsync()
        {
            Product.Dispose();
            await vendor!.DisposeAsync();
            folder.Dispose();
        }
    }
}
