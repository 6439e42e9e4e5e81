using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class SyncLogsTests
{
    [Fact]
    public async Task Get_List_IsABareArrayNewestFirstWithinTheLimit()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        for (var i = 0; i < 3; i++)
            await server.SyncAsync();
        Assert.Equal(["6", "5", "4", "3", "2", "1"], (await server.GetJsonAsync("api/sync-logs")).Texts("id"));
        Assert.Equal(["6", "5"], (await server.GetJsonAsync("api/sync-logs?limit=2")).Texts("id"));
        Assert.Equal(["5", "3", "1"], (await server.GetJsonAsync("api/sync-logs?agent_id=agent_one")).Texts("id"));
    }

    [Fact]
    public async Task Get_ListOfOneKind_LeavesTheOthersOut()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_silent").At("2026-10-05T10:00:00Z").Telephone("inbound"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var refetch = await (await server.Http.PostJsonAsync("api/refetch-details", new { })).JsonAsync();
        await server.WaitForRunsAsync(refetch.GetProperty("runs").EnumerateArray().Select(run => run.Whole("id")));

        Assert.Equal(["1"], (await server.GetJsonAsync("api/sync-logs?sync_type=manual")).Texts("id"));
        Assert.Equal(["2"], (await server.GetJsonAsync("api/sync-logs?sync_type=refetch&agent_id=agent_one")).Texts("id"));
        Assert.Equal([], (await server.GetJsonAsync("api/sync-logs?sync_type=scheduled")).Texts("id"));
        await server.Http.GetProblemAsync("api/sync-logs?sync_type=nightly", 400, "invalid_parameter", "sync_type");
    }

    [Fact]
    public async Task Get_One_TellsItsCountsAndTimes()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        vendor.Agents = [("agent_one", "Agent agent_one")];
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one");
        var run = await server.SyncOneAsync();
        Assert.Equal(("agent_one", "Agent agent_one", "manual", "completed", "done"),
            (run.Text("agent_id"), run.Text("agent_name"), run.Text("sync_type"), run.Text("status"), run.Text("phase")));
        Assert.Equal((8, 8, 0, 8, 8, 0),
            (run.Whole("conversations_fetched"), run.Whole("new_count"), run.Whole("updated_count"), run.Whole("details_total"),
                run.Whole("details_fetched"), run.Whole("details_failed")));
        Assert.Equal(("2026-09-01", "2026-10-31"), (run.Text("period_from"), run.Text("period_to")));
        Assert.Null(run.Text("error_code"));
        Assert.Null(run.Text("error_message"));
        foreach (var time in new[] { "requested_at", "started_at", "finished_at" })
            Assert.StartsWith("2026-11-10T12:0", run.Text(time), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhileItRuns_CountsLive()
    {
        var release = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        vendor.OnDetail("conv_in", VendorFaults.Held(release.Task));
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one");
        var id = Assert.Single(await server.StartSyncAsync());
        var live = await server.WaitForRunAsync(id, run => run.Whole("details_fetched") == 7);
        Assert.Equal(("running", "details", 8, 8),
            (live.Text("status"), live.Text("phase"), live.Whole("conversations_fetched"), live.Whole("details_total")));
        Assert.Null(live.Text("finished_at"));
        Assert.Equal(1, (await server.GetJsonAsync("api/health")).Whole("running_syncs"));
        release.SetResult();
        Assert.Equal(8, Assert.Single(await server.WaitForRunsAsync([id])).Whole("details_fetched"));
        Assert.Equal(0, (await server.GetJsonAsync("api/health")).Whole("running_syncs"));
    }

    [Fact]
    public async Task Delete_RunningOne_CancelsAndKeepsWhatIsStored()
    {
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        vendor.OnDetail("conv_in", VendorFaults.Held(never.Task));
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one");
        var id = Assert.Single(await server.StartSyncAsync());
        await server.WaitForRunAsync(id, run => run.Whole("details_fetched") == 7);
        await (await server.Http.DeleteAsync($"api/sync-logs/{id}")).JsonAsync();
        var run = Assert.Single(await server.WaitForRunsAsync([id]));
        Assert.Equal(("cancelled", 7), (run.Text("status"), run.Whole("details_fetched")));
        Assert.NotNull(run.Text("finished_at"));
        Assert.Equal(8, (await server.GetJsonAsync("api/conversations")).Whole("total"));
        var again = await server.SyncOneAsync();
        // The one that was left, and the one that is still going on.
        Assert.Equal(("completed", 0, 2), (again.Text("status"), again.Whole("new_count"), again.Whole("details_fetched")));
    }

    [Fact]
    public async Task Delete_FinishedOne_Answers409()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        await (await server.Http.DeleteAsync($"api/sync-logs/{run.Whole("id")}")).ProblemAsync(409, "run_not_active");
    }

    [Theory]
    [InlineData("999999", 404, "not_found", null)]
    [InlineData("x", 400, "invalid_parameter", "id")]
    public async Task Delete_UnknownOne_IsRefused(string id, int status, string code, string? parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.DeleteAsync($"api/sync-logs/{id}")).ProblemAsync(status, code, parameter);
    }
}
