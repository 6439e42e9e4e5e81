using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>The program or the vendor was away for long: nothing of that time is lost.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Nightly_AfterSeventyDaysWithoutTheProgram_FindsAllOfThem()
    {
        var clock = DatedClock.At("2026-09-15T12:00:00Z");
        var calls = Enumerable.Range(0, 115)
            .Select(day =>
            new ConversationBuilder($"conv_{day}").At(DateTimeOffset.Parse("2026-08-02T10:00:00Z", null).AddDays(day).ToUnixTimeSeconds())
            .Build()).ToList();
        await using var vendor =
            await VendorSimulator.StartAsync(calls.Where(call => call.StartTime < clock.GetUtcNow().ToUnixTimeSeconds()));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync("2026-08-01", "2026-09-15");
        clock.Advance(TimeSpan.FromDays(70));
        vendor.Add(calls.Where(call => call.StartTime < clock.GetUtcNow().ToUnixTimeSeconds()));

        Assert.Equal("2026-09-15", (await NightlyAsync(server)).Text("period_from"));

        Assert.Equal(115, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
    }

    [Fact]
    public async Task Nightly_VendorAwayForAWhile_IsTriedAgainTheSameNight()
    {
        var clock = DatedClock.At("2026-11-10T02:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-11-09T10:00:00Z").Build());
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        vendor.OnEveryList(VendorFaults.Status(503));
        Assert.Equal("failed", (await NightlyAsync(server)).Text("status"));
        vendor.OnEveryList(VendorFaults.None);

        clock.Advance(TimeSpan.FromMinutes(5));
        server.Services.GetRequiredService<SyncService>().Wake();

        await Eventually.True(async () =>
            (await server.GetJsonAsync("api/kpis")).Whole("total_conversations") == 1, "the second try of the night");
        Assert.Equal(["scheduled", "scheduled"], (await server.GetJsonAsync("api/sync-logs")).Texts("sync_type"));
    }

    /// <summary>Days that are asked for while others are being synchronised come after them, whether a person or the night asks.</summary>
    [Fact]
    public async Task Sync_OtherDaysWhileARunIsOn_FollowIt()
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(
            new[] { "2026-11-09", "2026-09-09", "2026-03-09" }.Select(day =>
                new ConversationBuilder("conv_" + day).At(day + "T10:00:00Z").Build()));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        var release = new TaskCompletionSource();
        vendor.OnEveryList(VendorFaults.Held(release.Task));
        var first = await StartAsync(server, new { start_date = "2026-11-01" });
        Assert.False(first.GetProperty("runs")[0].GetProperty("follows").GetBoolean());
        Assert.False((await StartAsync(server, new { start_date = "2026-11-05" })).GetProperty("runs")[0].GetProperty("follows")
            .GetBoolean());

        var second = await StartAsync(server, new { start_date = "2026-03-01", end_date = "2026-03-31" });
        await StartAsync(server, new { start_date = "2026-09-01", end_date = "2026-09-30" });

        Assert.Equal(first.GetProperty("runs")[0].Whole("id"), second.GetProperty("runs")[0].Whole("id"));
        Assert.True(second.GetProperty("runs")[0].GetProperty("follows").GetBoolean());
        Assert.Contains("follow when that has ended", second.Text("message"), StringComparison.Ordinal);
        release.SetResult();
        await Eventually.True(async () =>
            (await server.GetJsonAsync("api/months")).GetProperty("months").GetArrayLength() == 3, "the days that were asked for later");
        var newest = (await server.GetJsonAsync("api/sync-logs"))[0];
        Assert.Equal(("2026-03-01", "2026-09-30"), (newest.Text("period_from"), newest.Text("period_to")));
    }

    [Fact]
    public async Task Sync_CancelledWhileOtherDaysWait_EndsThemToo()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        var release = new TaskCompletionSource();
        vendor.OnEveryList(VendorFaults.Held(release.Task));
        var run = (await StartAsync(server, new { start_date = "2026-11-01" })).GetProperty("runs")[0].Whole("id");
        await StartAsync(server, new { start_date = "2026-03-01", end_date = "2026-03-31" });

        using var cancelled = await server.Http.DeleteAsync($"api/sync-logs/{run}");
        release.SetResult();

        Assert.Equal("cancelled", Assert.Single(await server.WaitForRunsAsync([run])).Text("status"));
        await server.SyncAsync("2026-10-01", "2026-10-31");
        Assert.Equal(["2026-10-01", "2026-11-01"], (await server.GetJsonAsync("api/sync-logs")).Texts("period_from"));
    }

    private static async Task<System.Text.Json.JsonElement> StartAsync(VoicebotServer server, object days) =>
        await (await server.Http.PostJsonAsync("api/sync", days)).JsonAsync(202);

    private static async Task<System.Text.Json.JsonElement> NightlyAsync(VoicebotServer server)
    {
        var runs = server.Services.GetRequiredService<SyncService>()
            .StartNightly(server.Services.GetRequiredService<VoicebotSettings>().Current);
        return Assert.Single(await server.WaitForRunsAsync(runs.Select(run => run.Id)));
    }
}
