using System.Diagnostics;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>A run is one instance's at a time, by the clock of the database's server.</summary>
public sealed class SharedRunsTests : IDisposable
{
    private const string Owner = "SELECT owner FROM sync_runs WHERE id = 77";
    private readonly SharedDatabase shared = new();

    public void Dispose() => shared.Dispose();

    private static IEnumerable<VendorConversation> Some(int count) => Enumerable.Range(1, count).Select(number =>
        new ConversationBuilder($"conv_{number:000}").At($"2026-10-{1 + number % 28:00}T10:00:00Z").Cost(number, number / 10.0).Build());

    /// <summary>SIGKILL in the middle of the details: the other goes on, and in the end everything is there once.</summary>
    [Fact]
    public async Task Kill_OwnerOfARun_TheOtherTakesItOver()
    {
        var killed = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(60));
        vendor.OnEveryDetail(VendorFaults.Held(killed.Task));
        await using (var first = await shared.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = TimeProvider.System })) { }
        var products = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ProductProcess.StartAsync(vendor.Url, shared.NewFolder(),
            more: [("VOICEBOT_DATABASE", shared.Address)])));
        using var one = products[0];
        using var other = products[1];
        var run = await one.StartSyncAsync();
        Assert.Equal(run, await other.StartSyncAsync());
        await Eventually.True(() => vendor.DetailRequests.Count > 0, "the reading of details");
        var isOnes = shared.Text("SELECT owner FROM sync_runs")!.Split('|')[1] == $"{one.Id}";

        (isOnes ? one : other).Kill();
        var began = Stopwatch.GetTimestamp();
        var heir = isOnes ? other : one;
        await Eventually.True(() => shared.Text("SELECT owner FROM sync_runs")!.Split('|')[1] == $"{heir.Id}", "another owner");
        TestContext.Current.TestOutputHelper?.WriteLine($"Taken over after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
        killed.SetResult();

        var ended = await heir.WaitForRunAsync(run);
        Assert.Equal(("completed", 60, 60, 0),
            (ended.Text("status"), ended.Whole("new_count"), ended.Whole("details_fetched"), ended.Whole("details_failed")));
        Assert.Equal(60, shared.Count("SELECT COUNT(*) FROM conversations WHERE details_state = 'read'"));
    }

    /// <summary>An hour ahead, it would take what is at work; an hour behind, it would never take what is dead.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task TakeOver_ClockOfTheInstanceIsWrong_HappensWhenTheLeaseIsOverByTheServers(int hoursAhead)
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(3));
        await using var server = await shared.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Clock = new DatedClock(TimeProvider.System.GetUtcNow().AddHours(hoursAhead)),
        });
        var began = Stopwatch.GetTimestamp();
        shared.Run($"""
            INSERT INTO sync_runs (id, agent_id, sync_type, status, phase, period_from, period_to, requested_at, heartbeat_at, owner)
            VALUES (77, 'agent_one', 'manual', 'running', 'listing', '2026-10-01', '2026-10-31', 0,
                FLOOR(EXTRACT(EPOCH FROM clock_timestamp())) - {SyncRunStore.LeaseTime.TotalSeconds - 3}, 'elsewhere|1|20260101000000|1')
            """);
        await Eventually.True(() => !shared.Text(Owner)!.StartsWith("elsewhere", StringComparison.Ordinal), "another owner");
        var after = Stopwatch.GetElapsedTime(began);

        Assert.True(after > TimeSpan.FromSeconds(2), $"Taken over after {after}, while the lease held.");
        TestContext.Current.TestOutputHelper?.WriteLine($"Taken over after {after.TotalSeconds:0.0} s of a lease of three.");
        Assert.Equal("completed", Assert.Single(await server.WaitForRunsAsync([77])).Text("status"));
    }

    /// <summary>As after a pause in which another has taken the run over: what is read then is the other's to store.</summary>
    [Fact]
    public async Task Store_RunThatAnotherHasTaken_IsRefusedAndTheRunLeftToIt()
    {
        var taken = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(3)); // no more than are asked for at once
        vendor.OnEveryDetail(VendorFaults.Held(taken.Task));
        await using var server = await shared.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        var run = Assert.Single(await server.StartSyncAsync());
        await Eventually.True(() => vendor.DetailRequests.Count == 3, "the reading of details");

        vendor.OnEveryDetail(VendorFaults.Held(new TaskCompletionSource().Task)); // it helps the other, but reads nothing for it in time
        shared.Run("UPDATE sync_runs SET owner = 'elsewhere|1|20260101000000|1', "
            + "heartbeat_at = FLOOR(EXTRACT(EPOCH FROM clock_timestamp()))");
        taken.SetResult();
        await Eventually.True(() => server.Log.Text.Contains("another instance's now", StringComparison.Ordinal), "the word of the loss");

        Assert.Equal(0, shared.Count("SELECT COUNT(*) FROM conversations WHERE details_state = 'read'"));
        var left = await server.GetJsonAsync($"api/sync-logs/{run}");
        Assert.Equal(("running", 0), (left.Text("status"), left.Whole("details_fetched")));
    }
}
