using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.HostileInput;

/// <summary>Requests that are no proper HTTP, byte by byte over a socket: the server refuses or hangs up, soon, and lives on.</summary>
public sealed partial class HostileBytesTests(SeededServer seeded)
{
    private const int Seed = 20_261_125;
    private const int Count = 400;
    private const int AtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private static readonly string[] Lines =
    [
        "GET /api/kpis HTTP/1.1", "GET  /api/kpis  HTTP/1.1", "get /api/kpis HTTP/1.1", "GET /api/kpis", "GET /api/kpis HTTP/1.1 x",
            "POST /api/settings HTTP/1.1", "GET \0 HTTP/1.1", "GET /%00 HTTP/1.1", "GET /%zz HTTP/1.1", "GET /\u00e9 HTTP/1.1",
        "GET http://evil.example/api/kpis HTTP/1.1", "OPTIONS * HTTP/1.1", "CONNECT evil.example:443 HTTP/1.1",
            "DELETE /api/sync-logs/1?x HTTP/1.1", "GET /api/conversations/" + new string('a', 9_000) + " HTTP/1.1", "GET /api/kpis?"
            + new string('&', 5_000) + " HTTP/1.1",
        "GET /..%2f..%2f..%2fetc/passwd HTTP/1.1", "GET /static-site/../../voicebot.db HTTP/1.1", "PRI * HTTP/1.1",
            "\r\n\r\nGET / HTTP/1.1",
    ];

    private static readonly string[] Headers =
    [
        "Host: localhost", "Host: localhost", "Host: evil.example", "Host:", "Host: a b", "Host: localhost\r\nHost: evil.example",
            "Content-Length: 0", "Content-Length: 5", "Content-Length: -5", "Content-Length: 99999999999999999999",
            "Content-Length: 3\r\nContent-Length: 4",
        "Transfer-Encoding: chunked", "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: identity",
            "Content-Type: application/json", "X: "
            + new string('x', 40_000), "Bad Header: 1", ": empty", "NoColon", " folded: 1", "X-Nul: \0", "Cookie: "
            + new string(';', 5_000),
        "Connection: close", "Connection: Upgrade\r\nUpgrade: websocket", "Expect: 100-continue",
    ];

    private static readonly string[] Bodies =
        ["", "{}", "5\r\nhello\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFF\r\nx", "-1\r\n", "0\r\nX: y\r\n\r\n", "zz\r\n",
        "GET /api/settings HTTP/1.1\r\nHost: localhost\r\n\r\n", "\0\0\0\0"];

    [Fact]
    public async Task Send_BytesThatAreNoRequest_AreRefusedSoon()
    {
        var random = new Random(Seed);
        var requests = Enumerable.Range(0, Count)
            .Select(number => number % 10 == 0 ? Noise(random) : Encoding.Latin1.GetBytes(Request(random))).ToList();
        var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, _) =>
        {
            var answer = await AnswerAsync(request);
            var status = StatusLine().Match(answer) is { Success: true } line ? line.Groups[1].Value : "none";
            // 505: no such version of HTTP
            Assert.False(status.StartsWith('5') && status != "505", $"{status} for {Encoding.Latin1.GetString(request)}");
            lock (statuses)
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
        });
        Assert.True(statuses.GetValueOrDefault("400") > Count / 4 && statuses.Count >= 4, string.Join(", ", statuses));
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
            $"Hostile bytes: {Count} over raw sockets; answers "
            + $"{string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}"))}"));
        await seeded.Server.GetJsonAsync("api/kpis");
    }

    private static string Request(Random random)
    {
        var text = new StringBuilder(Lines[random.Next(Lines.Length)]).Append("\r\n");
        for (var header = random.Next(1, 5); header > 0; header--)
            text.Append(Headers[random.Next(Headers.Length)]).Append("\r\n");
        if (random.Next(30) == 0)
            for (var header = 0; header < 150; header++)
                text.Append(CultureInfo.InvariantCulture, $"X-{header}: 1\r\n");
        return text.Append("\r\n").Append(Bodies[random.Next(Bodies.Length)]).ToString();
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 2_000)];
        random.NextBytes(bytes);
        return bytes;
    }

    private async Task<string> AnswerAsync(byte[] request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", seeded.Http.BaseAddress!.Port);
        try
        {
            var stream = socket.GetStream();
            await stream.WriteAsync(request);
            var answer = new byte[4_096];
            var reading = stream.ReadAsync(answer).AsTask();
            // A server that has seen the end of the stream owes no answer, so the end is sent only to those that still wait for more.
            if (await Task.WhenAny(reading, Task.Delay(Patience)) != reading)
                socket.Client.Shutdown(SocketShutdown.Send);
            return Encoding.Latin1.GetString(answer, 0, await reading.WaitAsync(Eventually.LongestWait));
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return ""; // it hung up in the middle
        }
    }

    [GeneratedRegex(@"^HTTP/1\.[01] ([0-9]{3})")]
    private static partial Regex StatusLine();
}
