using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Voicebot.Core.Json;
using Voicebot.Functions.Delivery;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Reads are answered from what is kept as long as nothing changed, and never longer.</summary>
public sealed class AnswerCacheTests(SeededServer seeded)
{
    private static readonly string[] Addresses =
        ["api/kpis", "api/kpis?month=2026-10&compare=previous", "api/conversations?per_page=2&page=2", "api/breakdowns", "api/data"];

    public static TheoryData<string> Kept => [.. Addresses];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Get_SameStateAgain_IsNotModified(string address)
    {
        var first = await seeded.Http.GetAsync(address);
        var tag = first.Headers.ETag!.ToString();

        var again = await ConditionalAsync(seeded.Http, address, $"\"other\", {tag}");

        Assert.Equal((HttpStatusCode.NotModified, tag, 0L),
            (again.StatusCode, again.Headers.ETag!.ToString(), (await again.Content.ReadAsByteArrayAsync()).LongLength));
        Assert.Equal("no-store", again.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await ConditionalAsync(seeded.Http, address, "W/\"stale\"")).StatusCode);
    }

    [Fact]
    public async Task Get_TagOfAnotherAddress_DoesNotMatch()
    {
        var tag = (await seeded.Http.GetAsync("api/kpis")).Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.OK, (await ConditionalAsync(seeded.Http, "api/kpis?month=2026-10", tag)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ConditionalAsync(seeded.Http, "api/kpis?month=October", tag)).StatusCode);
    }

    [Fact]
    public async Task Get_AfterAnyChange_IsTheNewState()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        foreach (var address in Addresses)
            await server.GetJsonAsync(address);
        var tag = (await server.Http.GetAsync("api/kpis")).Headers.ETag!.ToString();

        vendor.Change("conv_out", one => one.List["rating"] = 1);
        await server.SyncAsync();
        Assert.Equal(3, (await server.GetJsonAsync("api/kpis")).Whole("rating_count"));
        Assert.Equal(HttpStatusCode.OK, (await ConditionalAsync(server.Http, "api/kpis", tag)).StatusCode);

        await server.SaveSettingsAsync(
            new { agents = new object[] { new { id = "agent_one", name = "Ours" }, new { id = "agent_two", name = "Ours" } } });
        Assert.Equal("Ours", (await server.GetJsonAsync("api/conversations?per_page=2&page=2")).GetProperty("conversations")[0]
            .Text("agent_name"));
        using var erased = await server.Http.PostAsJsonAsync("api/erase", new { conversation_id = "conv_out" });
        Assert.Equal(8, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
    }

    [Fact]
    public async Task Get_ManyAtOnce_GiveTheSameAnswer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => seeded.Http.GetStringAsync("api/kpis?from=2026-09-03")));

        Assert.Single(answers.Distinct());
    }

    /// <summary>A refused request leaves nothing behind, however many there are; nor does one that waits.</summary>
    [Fact]
    public async Task Get_RefusedQueries_AreNotKept()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var cache = (AnswerCache)server.Services.GetService(typeof(AnswerCache))!;
        await server.GetJsonAsync("api/kpis");
        var before = cache.Held;
        for (var i = 0; i < 50; i++)
            await server.Http.GetProblemAsync($"api/conversations?unknown{i}=1", 400, "unknown_parameter", $"unknown{i}");
        Assert.Equal((1, 1), (before, cache.Held));
    }

    [Fact]
    public async Task Get_VeryManyAddresses_StayBounded()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var cache = (AnswerCache)server.Services.GetService(typeof(AnswerCache))!;
        for (var i = 0; i < 1_100; i++)
            await server.GetJsonAsync(
                $"api/breakdowns?agent_id=agent_one{new string(',', i % 40)}&from=20{10 + (i % 80):00}-01-{1 + (i % 28):00}");
        Assert.InRange(cache.Held, 1, 1_000);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData("zstd", null)]
    public async Task Get_AcceptedEncoding_IsUsedAndHoldsTheSame(string accepted, string? encoding)
    {
        foreach (var address in new[] { "api/kpis", "api/conversations", PageBundle.Script, "" })
        {
            var plain = await seeded.Http.GetStringAsync(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            var response = await seeded.Http.SendAsync(request);

            Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
            Assert.Equal(plain, await TextAsync(response, encoding));
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage response, string? encoding)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream text = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(text, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static Task<HttpResponseMessage> ConditionalAsync(HttpClient http, string address, string tags)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        return http.SendAsync(request);
    }
}
