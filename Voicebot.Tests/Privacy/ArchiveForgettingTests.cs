using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Privacy;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>
/// Archived files follow what the database has forgotten, each once, whenever and under whatever zone they were written.
/// </summary>
public sealed class ArchiveForgettingTests
{
    /// <summary>
    /// The mark says up to which second archives agree: what is forgotten in that very second, after it was set, must not be missed.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(86_400)]
    public async Task Night_ForgottenSinceTheMark_IsTakenOutOfTheArchives(int secondsLater)
    {
        var clock = new StandingClock("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_old").At("2026-09-01T10:00:00Z").Titled("Old title", "Old summary").Talks(3),
            new ConversationBuilder("conv_new").At("2026-11-01T10:00:00Z").Titled("New title", "New summary").Talks(2));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync("2026-08-01", "2026-11-10");
        foreach (var month in new[] { "2026-09", "2026-11" })
            await (await server.Http.PostTextAsync($"api/archive?month={month}", "{}")).JsonAsync();
        await server.SaveSettingsAsync(new { retention_texts_days = 30 });
        Assert.Equal(new ForgettingReport(1, 0, 1), await NightAsync(server));
        clock.Advance(TimeSpan.FromSeconds(secondsLater));
        await server.SaveSettingsAsync(new { retention_texts_days = 5 }); // now the newer one, too, which stands in another file
        Assert.Equal(new ForgettingReport(1, 0, 1), await NightAsync(server));
        Assert.Equal("", (await ArchiveAsync(server, "2026-11")).Value("conv_new", "transcript_summary"));
        Assert.Equal(new ForgettingReport(0, 0, 0), await NightAsync(server));
    }

    /// <summary>The file bears the month of the zone that was in force then.</summary>
    [Theory]
    [InlineData("2026-08-31T23:30:00Z", "Europe/Warsaw", "2026-09")]
    [InlineData("2026-09-01T01:00:00Z", "America/New_York", "2026-08")]
    [InlineData("2026-09-15T12:00:00Z", "UTC", "2026-09")]
    public async Task Night_ArchivedUnderAnotherZone_IsTakenOutOfThatMonth(string start, string zone, string month)
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_border").At(start).Titled("t", "Old summary").Talks(1));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        await server.SaveSettingsAsync(new { time_zone = zone });
        await server.SyncAsync("2026-08-01", "2026-11-10");
        await (await server.Http.PostTextAsync($"api/archive?month={month}", "{}")).JsonAsync();
        Assert.Equal("Old summary", (await ArchiveAsync(server, month)).Value("conv_border", "transcript_summary"));
        await server.SaveSettingsAsync(new { time_zone = "UTC", retention_texts_days = 30 });
        Assert.Equal(new ForgettingReport(1, 0, 1), await NightAsync(server));
        Assert.Equal("", (await ArchiveAsync(server, month)).Value("conv_border", "transcript_summary"));
    }

    private static Task<ForgettingReport> NightAsync(VoicebotServer server) =>
        server.Services.GetRequiredService<Forgetting>().RunAsync(default);

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> ArchiveAsync(VoicebotServer server, string month)
    {
        var archive = (await server.GetJsonAsync("api/archives")).EnumerateArray().First(one => one.Text("month") == month);
        return CsvReading.Rows((await server.Http.GetStringAsync($"api/download-csv/{archive.Whole("id")}")).TrimStart('\uFEFF'));
    }
}
