using Microsoft.AspNetCore.Http;
using Voicebot.Core.ElevenLabs;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

/// <summary>Answers without an end, packed or not, are left at a bound and never asked for again; what is read stays right.</summary>
public sealed class HostileAnswersTests
{
    private const string Beginning = """{"metadata":{},"conversations":[],"x":" """;

    public static TheoryData<string, Func<HttpContext, int, Task>> TooLarge => new()
    {
        { "gzip", HostileVendor.Bomb("gzip", Beginning) },
        { "deflate", HostileVendor.Bomb("deflate", Beginning) },
        { "endless text", HostileVendor.Endless(Beginning, "abcdefgh") },
        { "endless blanks", HostileVendor.Endless("", " ") },
        { "endless parts", HostileVendor.Endless("""{"metadata":{},"conversations":[""", "[],") },
        { "a length that says it", async (http, _) =>
            {
                http.Response.ContentLength = 5L << 30;
                await http.Response.WriteAsync(Beginning);
            }
        },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(TooLarge))]
    public async Task Get_AnswerWithoutEnd_IsLeftAtTheBoundAndNotAskedForAgain(string what, Func<HttpContext, int, Task> answer)
    {
        await using var vendor = await HostileVendor.StartAsync(answer);
        using var client = new VendorClient(vendor.Url, Patient);
        var detail = await client.FailAsync();
        Assert.True(detail.Kind == ElevenLabsErrorKind.TooLarge, what + ": " + detail.Message);
        Assert.Contains(IsOfMembers(what) ? "larger than 4 MiB without their transcript" : "larger than 64 MiB", detail.Message,
            StringComparison.Ordinal);
        var page = await Assert.ThrowsAsync<ElevenLabsException>(() =>
            client.Client.ListConversationsAsync("agent_one", null, null, null, CancellationToken.None));
        Assert.Equal(ElevenLabsErrorKind.TooLarge, page.Kind);
        Assert.Contains("larger than 32 MiB", page.Message, StringComparison.Ordinal);
        Assert.Equal(2, vendor.Requests);
    }

    /// <summary>What has members is left where more than is kept of them has come; blanks and a length come to the last bound.</summary>
    private static bool IsOfMembers(string what) => what is "gzip" or "deflate" or "endless text" or "endless parts";

    [Theory]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task Get_PackedInAWayThatWasNotAskedFor_IsNotUnpacked(string encoding)
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.Bomb(encoding, Beginning));
        using var client = new VendorClient(vendor.Url);
        Assert.Equal(ElevenLabsErrorKind.Malformed, (await client.FailAsync()).Kind);
    }

    [Fact]
    public async Task Get_LargeDocumentWithinTheBound_IsReadWithoutLoss()
    {
        var text = string.Concat(Enumerable.Range(0, 300_000).Select(number => $"{number} "));
        await using var vendor =
            await HostileVendor.StartAsync(
            HostileVendor.Text(200, "application/json", $$"""{"metadata":{},"conversation_id":"conv_1","note":"{{text}}"}"""));
        using var client = new VendorClient(vendor.Url);
        Assert.Equal(text, (await client.GetAsync()).Json.GetProperty("note").GetString());
    }

    [Fact]
    public async Task Get_RefusalWithoutEnd_IsReadAtItsBeginning()
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.Endless("<html>", "blocked ", 403, "text/html"));
        using var client = new VendorClient(vendor.Url);
        Assert.Equal(ElevenLabsErrorKind.Network, (await client.FailAsync()).Kind);
        Assert.Equal(4, vendor.Requests);
    }

    [Fact]
    public async Task Get_HeadersWithoutEnd_AreNotRead()
    {
        await using var vendor = await HostileVendor.StartAsync((http, _) =>
        {
            for (var one = 0; one < 200; one++)
                http.Response.Headers[$"x-{one}"] = new string('h', 1_000);
            return Task.CompletedTask;
        });
        using var client = new VendorClient(vendor.Url);
        var error = await client.FailAsync();
        Assert.Equal(ElevenLabsErrorKind.Unavailable, error.Kind);
        Assert.Contains("headers are too large", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(5_000)]
    public async Task ListAgents_PagesWithoutEnd_EndInASentence(int items)
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.EndlessPages("agents", items));
        using var client = new VendorClient(vendor.Url, Patient);
        var error = await Assert.ThrowsAsync<ElevenLabsException>(() => client.Client.ListAgentsAsync(CancellationToken.None));
        Assert.Equal(ElevenLabsErrorKind.TooLarge, error.Kind);
        Assert.Contains("list of agents has no end", error.Message, StringComparison.Ordinal);
        Assert.InRange(vendor.Requests, 1, 102);
    }

    [Fact]
    public async Task ListAgents_EmptyPagesWithoutEnd_EndInASentence()
    {
        await using var vendor = await HostileVendor.StartAsync(HostileVendor.EndlessPages("agents", 0));
        using var client = new VendorClient(vendor.Url, Patient);
        Assert.Equal(ElevenLabsErrorKind.TooLarge,
            (await Assert.ThrowsAsync<ElevenLabsException>(() => client.Client.ListAgentsAsync(CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task ListConversations_CursorThatCannotBeSentBack_LeadsNowhere()
    {
        await using var vendor =
            await HostileVendor.StartAsync(
            HostileVendor.Text(200, "application/json",
            $$"""{"conversations":[],"has_more":true,"next_cursor":"{{new string('c', 10_000)}}"}"""));
        using var client = new VendorClient(vendor.Url);
        var page = await client.Client.ListConversationsAsync("agent_one", null, null, null, CancellationToken.None);
        Assert.Equal((true, null), (page.HasMore, page.NextCursor));
    }

    [Fact]
    public async Task DownloadAudio_DripWithoutEnd_IsLeftAfterItsTime()
    {
        await using var vendor = await HostileVendor.StartAsync(async (http, _) =>
        {
            http.Response.ContentType = "audio/mpeg";
            while (true)
            {
                await http.Response.Body.WriteAsync(new byte[1], http.RequestAborted);
                await Task.Delay(20, http.RequestAborted);
            }
        });
        using var client = new VendorClient(vendor.Url, new ElevenLabsOptions { RecordingTimeout = TimeSpan.FromMilliseconds(200) });
        var error = await Assert.ThrowsAsync<ElevenLabsException>(() =>
            client.Client.DownloadAudioAsync("conv_1", _ => Task.FromResult(Stream.Null), 1_000_000, CancellationToken.None));
        Assert.Equal(ElevenLabsErrorKind.Unavailable, error.Kind);
        Assert.Contains("in time", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Slow machines unpack slowly.</summary>
    private static ElevenLabsOptions Patient { get; } =
        new() { AttemptTimeout = TimeSpan.FromMinutes(2), FirstPause = TimeSpan.FromMilliseconds(1), Retries = 3 };
}
