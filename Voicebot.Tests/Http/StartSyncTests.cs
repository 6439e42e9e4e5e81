using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class StartSyncTests
{
    [Fact]
    public async Task Post_WithoutBody_SynchronisesTheMonthOfEveryAgent()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        var started = await (await server.Http.PostAsync("api/sync", null)).JsonAsync(202);
        Assert.Equal(("started", 2), (started.Text("status"), started.Whole("agents_count")));
        Assert.Equal(["agent_one", "agent_two"], started.GetProperty("runs").Texts("agent_id"));
        var runs = await server.WaitForRunsAsync(started.GetProperty("runs").EnumerateArray().Select(run => run.Whole("id")));
        Assert.All(runs, run => Assert.Equal(("completed", "manual", "2026-11-01", "2026-11-10"),
            (run.Text("status"), run.Text("sync_type"), run.Text("period_from"), run.Text("period_to"))));
    }

    [Theory]
    [InlineData("""{"agent_id":"agent_two"}""", "2026-11-01", "2026-11-10")]
    [InlineData("""{"agent_id":"agent_two","start_date":"2026-09-15"}""", "2026-09-15", "2026-11-10")]
    [InlineData("""{"agent_id":"agent_two","end_date":"2026-11-05"}""", "2026-11-01", "2026-11-05")]
    [InlineData("""{"agent_id":"agent_two","end_date":"2026-09-20"}""", "2026-09-01", "2026-09-20")]
    [InlineData("""{"agent_id":"agent_two","start_date":"2026-10-05","end_date":"2026-10-05"}""", "2026-10-05", "2026-10-05")]
    public async Task Post_Days_SynchronisesThem(string body, string from, string to)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        var started = await (await server.Http.PostTextAsync("api/sync", body)).JsonAsync(202);
        var run = Assert.Single(
            await server.WaitForRunsAsync(started.GetProperty("runs").EnumerateArray().Select(run => run.Whole("id"))));
        Assert.Equal(("agent_two", from, to), (run.Text("agent_id"), run.Text("period_from"), run.Text("period_to")));
    }

    [Fact]
    public async Task Post_DefaultDays_AreTheReportingZones()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, TimeZone = "Asia/Tokyo", Clock = DatedClock.At("2026-10-31T16:00:00Z") });
        var started = await (await server.Http.PostAsync("api/sync", null)).JsonAsync(202);
        var run = Assert.Single(
            await server.WaitForRunsAsync(started.GetProperty("runs").EnumerateArray().Select(run => run.Whole("id"))));
        Assert.Equal(("2026-11-01", "2026-11-01"), (run.Text("period_from"), run.Text("period_to")));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Post_WithoutKeyOrAgent_AnswersNotConfigured(bool key, bool agent)
    {
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup { ApiKey = key ? VendorSimulator.Key : null, Agents = agent ? ["agent_one"] : [] });
        await (await server.Http.PostAsync("api/sync", null)).ProblemAsync(400, "not_configured");
        Assert.Equal(0, (await server.GetJsonAsync("api/sync-logs")).GetArrayLength());
    }

    [Fact]
    public async Task Post_AgentThatIsSyncing_AttachesToTheRun()
    {
        var release = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryList(VendorFaults.Held(release.Task));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var first = Assert.Single(await server.StartSyncAsync());
        await Eventually.True(() => vendor.ListRequests > 0, "the first list request");
        Assert.Equal(first, Assert.Single(await server.StartSyncAsync("2026-10-01", "2026-10-02")));
        release.SetResult();
        await server.WaitForRunsAsync([first]);
        Assert.NotEqual(first, Assert.Single(await server.StartSyncAsync()));
    }
}
