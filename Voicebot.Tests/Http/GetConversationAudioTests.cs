using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Recordings;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class GetConversationAudioTests
{
    private static readonly byte[] Sound = [.. Enumerable.Range(0, 200_000).Select(number => (byte)(number * 31))];

    [Fact]
    public async Task Get_Recorded_SendsItWholeAndInRangesAndAsksTheVendorOnce()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        vendor.Recordings["conv_in"] = Sound;
        vendor.Requests.Clear();

        using var whole = await server.Http.GetAsync("api/conversations/conv_in/audio");
        Assert.Equal((HttpStatusCode.OK, "audio/mpeg", "bytes"),
            (whole.StatusCode, whole.Content.Headers.ContentType!.MediaType, Assert.Single(whole.Headers.AcceptRanges)));
        Assert.Equal(Sound, await whole.Content.ReadAsByteArrayAsync());
        Assert.True(whole.Headers.CacheControl!.NoStore);

        using var request = new HttpRequestMessage(HttpMethod.Get, "api/conversations/conv_in/audio")
        {
            Headers = { Range = new RangeHeaderValue(100_000, 100_009) },
        };
        using var part = await server.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, "bytes 100000-100009/200000"),
            (part.StatusCode, part.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(Sound[100_000..100_010], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(["/v1/convai/conversations/conv_in/audio"], vendor.Requests.Select(asked => asked.Path));
    }

    [Fact]
    public async Task Get_AfterAnHourOrTheNextStart_KeepsNoFile()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var server = await SeededServer.StartAsync(vendor, clock);
        var folder = Path.Combine(server.DataFolder, "recordings");
        foreach (var id in new[] { "conv_in", "conv_out" })
            vendor.Recordings[id] = Sound;
        (await server.Http.GetAsync("api/conversations/conv_in/audio")).Dispose();
        Assert.Single(Directory.GetFiles(folder));

        clock.Advance(TimeSpan.FromMinutes(61));
        (await server.Http.GetAsync("api/conversations/conv_out/audio")).Dispose();
        Assert.Single(Directory.GetFiles(folder));
        var recordings = (RecordingCache)server.Services.GetService(typeof(RecordingCache))!;
        await recordings.ClearAsync(CancellationToken.None);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("conv_nobody", 404, "not_found")]
    [InlineData("conv_in", 404, "no_audio")] // the vendor has none, whatever the details said
    public async Task Get_NothingRecorded_SaysSo(string id, int status, string code)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await server.Http.GetProblemAsync($"api/conversations/{id}/audio", status, code);
        var folder = new DirectoryInfo(Path.Combine(server.DataFolder, "recordings"));
        Assert.True(!folder.Exists || folder.GetFiles().Length == 0);
    }

    [Fact]
    public async Task Get_WithoutAudioByItsDetails_DoesNotAskTheVendor()
    {
        var silent = new ConversationBuilder("conv_silent").At("2026-10-05T10:00:00Z");
        silent.Detail["has_audio"] = false;
        await using var vendor = await VendorSimulator.StartAsync(silent);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Requests.Clear();
        await server.Http.GetProblemAsync("api/conversations/conv_silent/audio", 404, "no_audio");
        Assert.Empty(vendor.Requests);
    }

    [Fact]
    public async Task Get_TextsForgottenHere_IsRefusedThoughTheVendorHasIt()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        vendor.Recordings["conv_in"] = Sound;
        (await server.Http.GetAsync("api/conversations/conv_in/audio")).EnsureSuccessStatusCode().Dispose();
        await server.SaveSettingsAsync(new { retention_texts_days = 30 });
        await server.Services.GetRequiredService<ScheduledWork>().ForgetAsync(default);
        Assert.False(Directory.Exists(Path.Combine(server.DataFolder, "recordings")));
        vendor.Requests.Clear();

        await server.Http.GetProblemAsync("api/conversations/conv_in/audio", 404, "texts_forgotten");
        Assert.Empty(vendor.Requests);
        Assert.Null((await server.GetJsonAsync("api/conversations/conv_in")).Text("has_audio"));
        // Not even when it is read again.
        Assert.Null((await (await server.Http.PostJsonAsync("api/conversations/conv_in/refetch", new { })).JsonAsync()).Text("has_audio"));
        await server.Http.GetProblemAsync("api/conversations/conv_in/audio", 404, "texts_forgotten");
    }

    [Fact]
    public async Task Get_WrongParameter_IsRefused()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.Http.GetProblemAsync("api/conversations/conv_in/audio?quality=high", 400, "unknown_parameter", "quality");
    }

    [Fact]
    public async Task Get_VendorFails_SaysWhatIsWrongAndTriesAgainNextTime()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        vendor.Recordings["conv_in"] = Sound;
        vendor.OnAudio("conv_in", Enumerable.Repeat(VendorFaults.Status(503), 4).ToArray());
        await server.Http.GetProblemAsync("api/conversations/conv_in/audio", 502, "elevenlabs_unavailable");
        using var again = await server.Http.GetAsync("api/conversations/conv_in/audio");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        vendor.ApiKey = "sk_another";
        await server.Http.GetProblemAsync("api/conversations/conv_out/audio", 502, "elevenlabs_key_refused");
    }
}
