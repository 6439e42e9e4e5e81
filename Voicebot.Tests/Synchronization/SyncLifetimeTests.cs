using Dapper;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>Runs outlive the process: nothing is lost when it stops or dies.</summary>
public sealed class SyncLifetimeTests
{
    private static IEnumerable<VendorConversation> Some(int count) =>
        Enumerable.Range(1, count).Select(number => new ConversationBuilder($"conv_{number:000}").At("2026-10-05T10:00:00Z").Build());

    [Theory]
    [InlineData("dead|12345|20200101000000", 0)]
    [InlineData("{machine}|999999999|20200101000000", 0)]
    [InlineData("another machine|1|20200101000000", -31)]
    public async Task Start_RunOfADeadOwner_IsResumed(string owner, int heartbeat)
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(Some(5));
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath, Clock = clock };
        await using (var server = await VoicebotServer.StartAsync(setup))
        {
            // A process whose machine is not this one is judged by its heartbeat alone.
            var beat = RunLeases.Now(server.Database, clock) + (owner.StartsWith("dead", StringComparison.Ordinal) ? -31 : heartbeat);
            server.Database.Write(connection => connection.Execute("""
                INSERT INTO sync_runs (id, agent_id, sync_type, status, phase, period_from, period_to, requested_at, started_at,
                    heartbeat_at, owner, conversations_fetched, new_count)
                VALUES (77, 'agent_one', 'manual', 'running', 'listing', '2026-10-01', '2026-10-31', @beat, @beat, @beat, @owner, 3, 2)
                """, new { beat, owner = owner.Replace("{machine}", RunOwner.Machine, StringComparison.Ordinal) }));
        }
        await using var again = await VoicebotServer.StartAsync(setup);
        var run = Assert.Single(await again.WaitForRunsAsync([77]));
        Assert.Equal(("completed", 5, 7), (run.Text("status"), run.Whole("conversations_fetched"), run.Whole("new_count")));
        Assert.Equal(5, (await again.GetJsonAsync("api/conversations")).Whole("total"));
    }

    [Fact]
    public async Task Start_RunOfALivingOwnerElsewhere_IsLeftAlone()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(Some(1));
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath, Clock = clock };
        await using var server = await VoicebotServer.StartAsync(setup);
        server.Database.Write(connection => connection.Execute("""
            INSERT INTO sync_runs (id, agent_id, sync_type, status, phase, period_from, period_to, requested_at, heartbeat_at, owner)
            VALUES (77, 'agent_one', 'manual', 'running', 'listing', '2026-10-01', '2026-10-31', @now, @now,
                'another machine|1|20200101000000')
            """, new { now = RunLeases.Now(server.Database, clock) }));
        Assert.Equal(77, Assert.Single(await server.StartSyncAsync()));
        Assert.Equal(0, vendor.ListRequests);
        RunLeases.LetPass(server.Database, clock, TimeSpan.FromSeconds(31));
        Assert.Equal(77, Assert.Single(await server.StartSyncAsync()));
        Assert.Equal("completed", Assert.Single(await server.WaitForRunsAsync([77])).Text("status"));
    }

    [Fact]
    public async Task Stop_WhileDetailsAreRead_ReleasesTheRunForTheNextStart()
    {
        using var folder = new TemporaryFolder();
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(30));
        foreach (var id in new[] { "conv_010", "conv_020" })
            vendor.OnDetail(id, VendorFaults.Held(never.Task));
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath };
        long run;
        await using (var server = await VoicebotServer.StartAsync(setup))
        {
            run = Assert.Single(await server.StartSyncAsync());
            await server.WaitForRunAsync(run, one => one.Whole("details_fetched") == 28);
            await server.StopAsync().WaitAsync(Eventually.LongestWait);
            var row = server.Database.Read(connection =>
                connection.QuerySingle<(string Status, string? Owner, long Read)>("SELECT status, owner, details_fetched FROM sync_runs"));
            Assert.Equal(("running", null, 28), row);
        }
        vendor.Requests.Clear();
        await using var again = await VoicebotServer.StartAsync(setup);
        var ended = Assert.Single(await again.WaitForRunsAsync([run]));
        Assert.Equal(("completed", 30, 30, 30),
            (ended.Text("status"), ended.Whole("new_count"), ended.Whole("details_fetched"), ended.Whole("details_total")));
        Assert.Equal(["conv_010", "conv_020"], vendor.DetailRequests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stop_WhileListing_LosesNothing()
    {
        using var folder = new TemporaryFolder();
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(10));
        vendor.MaxItems = 4;
        vendor.OnList(VendorFaults.None, VendorFaults.SlowBody(never.Task));
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath };
        long run;
        await using (var server = await VoicebotServer.StartAsync(setup))
        {
            run = Assert.Single(await server.StartSyncAsync());
            await server.WaitForRunAsync(run, one => one.Whole("details_fetched") == 4);
            await server.StopAsync().WaitAsync(Eventually.LongestWait);
        }
        await using var again = await VoicebotServer.StartAsync(setup);
        var ended = Assert.Single(await again.WaitForRunsAsync([run]));
        Assert.Equal(("completed", 10, 10), (ended.Text("status"), ended.Whole("conversations_fetched"), ended.Whole("new_count")));
    }

    [Fact]
    public async Task Start_TwoServersOnOneFile_ShareTheRun()
    {
        using var folder = new TemporaryFolder();
        var release = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(3));
        vendor.OnEveryList(VendorFaults.Held(release.Task));
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath };
        await using var first = await VoicebotServer.StartAsync(setup);
        await using var second = await VoicebotServer.StartAsync(setup with { Agents = [] });
        var run = Assert.Single(await first.StartSyncAsync());
        await first.WaitForRunAsync(run, one => one.Text("status") == "running");
        Assert.Equal(run, Assert.Single(await second.StartSyncAsync()));
        release.SetResult();
        Assert.Equal(("completed", 3),
            (Assert.Single(await second.WaitForRunsAsync([run])).Text("status"), (await second.GetJsonAsync("api/conversations"))
            .Whole("total")));
    }
}
