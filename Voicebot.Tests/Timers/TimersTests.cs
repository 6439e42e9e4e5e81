using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Json;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Timers;

/// <summary>What starts by itself: at its time, and at the next start when its time was missed.</summary>
public sealed class TimersTests
{
    [Theory]
    // On the first of a month the end of the last one is listed too. The first night looks a month back.
    [InlineData("2026-10-31T12:00:00Z", "2026-11-01T02:00:00Z", "2026-10-02", "2026-11-01", "UTC")]
    [InlineData("2026-11-15T12:00:00Z", "2026-11-16T02:00:00Z", "2026-10-17", "2026-11-16", "UTC")]
    // In Auckland it is the afternoon of the first.
    [InlineData("2026-10-31T12:00:00Z", "2026-11-01T02:00:00Z", "2026-10-02", "2026-11-01", "Pacific/Auckland")]
    [InlineData("2026-10-31T12:00:00Z", "2026-11-01T02:00:00Z", "2026-10-01", "2026-10-31", "America/New_York")]
    public async Task SyncNightly_AtTwoUtc_SynchronisesEveryAgent(string started, string due, string from, string to, string zone)
    {
        var clock = Clock(started);
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Clock = clock, TimeZone = zone, Agents = ["agent_one", "agent_two"] });
        await AdvanceAsync(clock, DateTimeOffset.Parse(due, null).AddSeconds(-1));
        Assert.Equal(0, (await server.GetJsonAsync("api/sync-logs")).GetArrayLength());
        await AdvanceAsync(clock, DateTimeOffset.Parse(due, null));
        await MoveUntilAsync(clock, async () => await RunsAsync(server) == 2, "the nightly runs");
        foreach (var run in await server.WaitForRunsAsync([1, 2]))
            Assert.Equal(("scheduled", "completed", from, to),
                (run.Text("sync_type"), run.Text("status"), run.Text("period_from"), run.Text("period_to")));
    }

    [Fact]
    public async Task SyncNightly_TheNightAfter_ListsFromTheFirstOrThreeDaysBack()
    {
        var clock = Clock("2026-10-30T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        string[] expected = ["2026-10-01", "2026-10-29", "2026-10-30", "2026-10-31", "2026-11-01"];
        for (var night = 0; night < expected.Length; night++)
        {
            await AdvanceAsync(clock, new DateTimeOffset(2026, 10, 31, 2, 0, 0, TimeSpan.Zero).AddDays(night));
            await MoveUntilAsync(clock, async () => await RunsAsync(server) == night + 1, $"the run of night {night}");
            var run = Assert.Single(await server.WaitForRunsAsync([night + 1]));
            Assert.Equal((expected[night], "completed"), (run.Text("period_from"), run.Text("status")));
        }
    }

    [Fact]
    public async Task SyncNightly_WithoutKey_StartsNothing()
    {
        var clock = Clock("2026-10-31T12:00:00Z");
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Clock = clock, ApiKey = null });
        await AdvanceAsync(clock, new DateTimeOffset(2026, 11, 1, 2, 0, 0, TimeSpan.Zero));
        await MoveUntilAsync(clock, () =>
            Task.FromResult(server.Log.Text.Contains("nothing to do", StringComparison.Ordinal)), "the word about it in the log");
        Assert.Equal(0, (await server.GetJsonAsync("api/sync-logs")).GetArrayLength());
    }

    [Fact]
    public async Task ArchiveMonthly_FirstDays_ArchivesTheMonthBeforeAndAgainWhenItChanged()
    {
        var clock = Clock("2026-10-31T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_1").At("2026-10-31T10:00:00Z"),
            new ConversationBuilder("conv_2").At("2026-11-01T00:30:00Z"));
        vendor.Agents = [("agent_one", "Agent agent_one")]; // as the documents say: another name, learnt late, is a change of its own
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        foreach (var (day, rating, archives) in new (int, double?, int)[] { (1, null, 1), (2, null, 1), (3, 4, 2), (4, null, 2),
            (5, null, 2), (6, null, 2) })
        {
            if (rating is { } stars)
                vendor.Change("conv_1", one => one.List["rating"] = stars);
            await AdvanceAsync(clock, new DateTimeOffset(2026, 11, day, 2, 0, 0, TimeSpan.Zero));
            await MoveUntilAsync(clock, async () => await RunsAsync(server) == day, $"the sync of day {day}");
            Assert.Equal("completed", Assert.Single(await server.WaitForRunsAsync([day])).Text("status"));
            await AdvanceAsync(clock, new DateTimeOffset(2026, 11, day, 3, 0, 0, TimeSpan.Zero));
            await MoveUntilAsync(clock, () =>
                Task.FromResult(Count(server.Log.Text, "The monthly archive check") == Math.Min(day, 5)),
                $"the archive check of day {day}");
            var stored = await server.GetJsonAsync("api/archives");
            Assert.Equal(archives, stored.GetArrayLength());
            Assert.All(stored.EnumerateArray(), archive =>
                Assert.Equal(("2026-10", 1), (archive.Text("month"), archive.Whole("records_count"))));
        }
    }

    [Theory]
    [InlineData("2026-11-10T01:59:00Z", 0)]
    [InlineData("2026-11-10T02:00:00Z", 1)]
    [InlineData("2026-11-14T12:00:00Z", 1)]
    public async Task Start_AfterAMissedNight_MakesUpForItOnce(string started, int runs)
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath, Clock = Clock("2026-11-09T12:00:00Z") };
        await using (var first = await VoicebotServer.StartAsync(setup))
            await Eventually.True(() => TimersKnown(first) == 4, "the record of the timers");
        setup = setup with { Clock = Clock(started) };
        for (var start = 0; start < 2; start++)
        {
            await using var server = await VoicebotServer.StartAsync(setup);
            // Then all that it makes up for has been started, in the second start as in the first.
            await server.Services.GetServices<IHostedService>().OfType<MissedTimers>().Single().ExecuteTask!;
            Assert.Equal(runs, await RunsAsync(server));
            foreach (var run in await server.WaitForRunsAsync(Enumerable.Range(1, runs).Select(id => (long)id)))
                Assert.Equal(("scheduled", "completed"), (run.Text("sync_type"), run.Text("status")));
        }
    }

    [Fact]
    public async Task Start_AfterAMissedArchive_MakesUpForIt()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-30T10:00:00Z"));
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath, Clock = Clock("2026-10-31T12:00:00Z") };
        await using (var first = await VoicebotServer.StartAsync(setup))
        {
            await Eventually.True(() => TimersKnown(first) == 4, "the record of the timers");
            await first.SyncAsync("2026-10-01", "2026-10-31");
        }
        await using var server = await VoicebotServer.StartAsync(setup with { Clock = Clock("2026-11-09T12:00:00Z") });
        await Eventually.True(async () => (await server.GetJsonAsync("api/archives")).GetArrayLength() == 1, "the archive of October");
    }

    [Theory]
    [InlineData("Start")]
    [InlineData("Running")]
    public async Task SyncNightly_ClockWasOnceAhead_RunsAgainAtItsTime(string corrected)
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        var ahead = new SettableClock("2027-11-09T12:00:00Z");
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath, Clock = ahead };
        await using var first = await VoicebotServer.StartAsync(setup);
        await Eventually.True(() => TimersKnown(first) == 4, "the record of the timers");
        await first.SyncOneAsync();
        if (corrected == "Running")
        {
            ahead.SetBack("2026-11-09T12:00:00Z");
            Assert.Equal(JsonValueKind.Null, (await first.GetJsonAsync("api/health")).GetProperty("last_good_sync_at").ValueKind);
            await AdvanceAsync(ahead, new DateTimeOffset(2026, 11, 10, 2, 0, 0, TimeSpan.Zero));
            await MoveUntilAsync(ahead, async () => await RunsAsync(first) == 2, "the nightly run by the right clock");
            return;
        }
        await first.StopAsync();
        await using var second = await VoicebotServer.StartAsync(setup with { Clock = Clock("2026-11-09T12:00:00Z") });
        await Eventually.True(async () => await RunsAsync(second) == 2, "the run that makes up for the night");
        var run = Assert.Single(await second.WaitForRunsAsync([2]));
        Assert.Equal(("scheduled", "completed"), (run.Text("sync_type"), run.Text("status")));
        Assert.InRange((await second.GetJsonAsync("api/health")).GetProperty("last_good_sync_age_secs").GetInt64(), 0, 60);
    }

    private static FakeTimeProvider Clock(string iso) => new(DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture));

    private static int TimersKnown(VoicebotServer server) =>
        server.Database.Read(connection => Dapper.SqlMapper.ExecuteScalar<int>(connection, "SELECT COUNT(*) FROM timers"));

    private static async Task<int> RunsAsync(VoicebotServer server) => (await server.GetJsonAsync("api/sync-logs")).GetArrayLength();

    /// <summary>
    /// Time goes on while we wait: a timer that was set a moment too late is due up to a minute later. In steps that are large
    /// enough for a slow machine to get there, and far too small for a request under way to run out of time.
    /// </summary>
    private static Task MoveUntilAsync(FakeTimeProvider clock, Func<Task<bool>> condition, string what) => Eventually.True(async () =>
    {
        if (await condition())
            return true;
        clock.Advance(TimeSpan.FromSeconds(5));
        return false;
    }, what);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>In steps with a breath between, because a timer that fires sets its next one on another thread.</summary>
    private static async Task AdvanceAsync(FakeTimeProvider clock, DateTimeOffset to)
    {
        while (clock.GetUtcNow() < to)
        {
            var step = to - clock.GetUtcNow();
            clock.Advance(step < TimeSpan.FromMinutes(20) ? step : TimeSpan.FromMinutes(20));
            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }
    }
}
