using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>
/// The night after the last of a month, and the nights in which the clocks change: no call of the last evening is lost or put into another
/// day.
/// </summary>
public sealed class MonthEndTests
{
    [Theory]
    [InlineData("Europe/Warsaw", "2026-11-01T02:00:00Z", "2026-10-31T22:59:59Z", "2026-10", "2026-10-31")]
    [InlineData("Europe/Warsaw", "2026-11-01T02:00:00Z", "2026-10-31T23:00:00Z", "2026-11", "2026-11-01")]
    [InlineData("Europe/Warsaw", "2027-01-01T02:00:00Z", "2026-12-31T22:59:59Z", "2026-12", "2026-12-31")]
    [InlineData("America/New_York", "2026-11-01T02:00:00Z", "2026-11-01T01:59:59Z", "2026-10", "2026-10-31")]
    [InlineData("Pacific/Auckland", "2026-11-01T02:00:00Z", "2026-10-31T10:59:59Z", "2026-10", "2026-10-31")]
    // The clocks go back at 01:00 UTC: 02:30 comes twice on the 25th of October.
    [InlineData("Europe/Warsaw", "2026-10-25T02:00:00Z", "2026-10-25T00:30:00Z", "2026-10", "2026-10-25")]
    [InlineData("Europe/Warsaw", "2026-10-25T02:00:00Z", "2026-10-25T01:30:00Z", "2026-10", "2026-10-25")]
    // They go forward at 01:00 UTC: 02:30 does not exist on the 29th of March.
    [InlineData("Europe/Warsaw", "2026-03-29T02:00:00Z", "2026-03-29T00:59:59Z", "2026-03", "2026-03-29")]
    [InlineData("Europe/Warsaw", "2026-03-29T02:00:00Z", "2026-03-28T23:00:00Z", "2026-03", "2026-03-29")]
    [InlineData("Europe/Warsaw", "2026-03-29T02:00:00Z", "2026-03-28T22:59:59Z", "2026-03", "2026-03-28")]
    public async Task Nightly_AtTheEdge_FindsTheCallOnItsLocalDay(string zone, string night, string call, string month, string day)
    {
        var clock = DatedClock.At(night);
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_early")
            .At(clock.GetUtcNow().AddDays(-29).ToUnixTimeSeconds()).Build());
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock, TimeZone = zone });
        await NightlyAsync(server); // the first one looks a month back
        vendor.Add(new ConversationBuilder("conv_edge").At(call).Build());
        await NightlyAsync(server);
        Assert.Equal(["conv_edge"], (await server.GetJsonAsync($"api/conversations?from={day}&to={day}")).Ids());
        var trend = (await server.GetJsonAsync($"api/kpis?month={month}")).GetProperty("daily_trends").EnumerateArray()
            .Single(one => one.Text("date") == day);
        Assert.Equal(1, trend.Whole("total"));
    }

    private static async Task NightlyAsync(VoicebotServer server)
    {
        var runs = server.Services.GetRequiredService<SyncService>()
            .StartNightly(server.Services.GetRequiredService<VoicebotSettings>().Current);
        Assert.All(await server.WaitForRunsAsync(runs.Select(run => run.Id)), run => Assert.Equal("completed", run.Text("status")));
    }
}
