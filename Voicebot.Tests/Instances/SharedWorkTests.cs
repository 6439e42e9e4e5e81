using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>The details of one run are read by all instances, each of them by one.</summary>
public sealed class SharedWorkTests : IDisposable
{
    private const string Elsewhere = "elsewhere|1|20260101000000|1";
    private const string ServerNow = "FLOOR(EXTRACT(EPOCH FROM clock_timestamp()))";

    /// <summary>Each does a part, however a busy computer shares its time among them.</summary>
    private const int LeastShare = 20;

    /// <summary>Reading takes seconds, so that one that stands still for one of them still gets its part.</summary>
    private static readonly TimeSpan VendorLatency = TimeSpan.FromMilliseconds(200);

    private readonly SharedDatabase shared = new();

    public void Dispose() => shared.Dispose();

    [Fact]
    public async Task Run_ThreeInstances_AllReadOfItAndNothingIsReadOrCountedTwice()
    {
        const int conversations = 600;
        await using var vendor = await VendorSimulator.StartAsync(Some(conversations));
        var allAtWork = new TaskCompletionSource();
        vendor.OnEveryDetail(async (http, right) =>
        {
            await allAtWork.Task.WaitAsync(http.RequestAborted);
            await VendorFaults.Late(VendorLatency)(http, right);
        });
        vendor.OnDetail("conv_007", VendorFaults.Status(404, SampleFiles.Error("404-conversation")));
        await using var one = await Instance.StartAsync(shared, vendor);
        await using var two = await Instance.StartAsync(shared, vendor);
        await using var three = await Instance.StartAsync(shared, vendor);
        Instance[] all = [one, two, three];

        var run = Assert.Single(await one.Server.StartSyncAsync());
        await Eventually.True(() => all.All(instance => instance.Asked > 0), "requests of all instances");
        allAtWork.SetResult();
        var ended = Assert.Single(await three.Server.WaitForRunsAsync([run]));

        AssertReadOnce(vendor);
        Assert.All(all, instance => Assert.InRange(instance.Asked, conversations / LeastShare, conversations));
        vendor.OnDetail("conv_007", VendorFaults.Status(404, SampleFiles.Error("404-conversation")));
        await using var alone = await VoicebotServer.StartAsync(vendor);
        Assert.Equal(Counters(await alone.SyncOneAsync()), Counters(ended));
        Assert.Equal(("partial", 1), (ended.Text("status"), ended.Whole("details_failed")));
        Assert.Equal(0, shared.Count("SELECT COUNT(*) FROM sync_work"));

        var again = await two.Server.SyncOneAsync();
        Assert.Equal(("completed", 1), (again.Text("status"), again.Whole("details_fetched")));
        await VendorEquality.AssertAsync(one.Server, vendor);
    }

    /// <summary>Also where one instance has taken all runs, as the one that was asked does.</summary>
    [Fact]
    public async Task Runs_TenAgents_AllInstancesReadOfThem()
    {
        const int each = 60;
        string[] agents = [.. Enumerable.Range(0, 10).Select(number => $"agent_{number}")];
        await using var vendor = await VendorSimulator.StartAsync(agents.SelectMany(agent => Enumerable.Range(1, each).Select(number =>
            new ConversationBuilder($"conv_of_{agent}_{number}", agent).At($"2026-10-{1 + number % 28:00}T10:00:00Z").Build())));
        var allAtWork = new TaskCompletionSource();
        vendor.OnEveryDetail(async (http, right) =>
        {
            await allAtWork.Task.WaitAsync(http.RequestAborted);
            await VendorFaults.Late(VendorLatency)(http, right);
        });
        await using var one = await Instance.StartAsync(shared, vendor, agents);
        await using var two = await Instance.StartAsync(shared, vendor, agents);
        await using var three = await Instance.StartAsync(shared, vendor, agents);
        Instance[] all = [one, two, three];

        var runs = await one.Server.StartSyncAsync();
        await Eventually.True(() => all.All(instance => instance.Asked > 0), "requests of all instances");
        allAtWork.SetResult();

        Assert.All(await two.Server.WaitForRunsAsync(runs),
            run => Assert.Equal(("completed", each), (run.Text("status"), run.Whole("details_fetched"))));
        AssertReadOnce(vendor);
        Assert.All(all, instance => Assert.InRange(instance.Asked, agents.Length * each / LeastShare, agents.Length * each));
    }

    /// <summary>By the clock of the database's server.</summary>
    [Fact]
    public async Task Run_OneThatHadSomeInHandDied_OthersReadThemWhenItsLeaseIsOver()
    {
        var taken = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(100));
        vendor.OnEveryDetail(VendorFaults.Held(taken.Task));
        await using var server = await shared.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        var run = Assert.Single(await server.StartSyncAsync());
        await Eventually.True(() => shared.Count("SELECT COUNT(taken_by) FROM sync_work") > 0, "something in hand");

        shared.Run($"""
            UPDATE sync_work SET taken_by = '{Elsewhere}', taken_at = {ServerNow} - {SyncWork.LeaseTime.TotalSeconds - 3}
            WHERE taken_by IS NULL
            """);
        var theirs = shared.Count($"SELECT COUNT(*) FROM sync_work WHERE taken_by = '{Elsewhere}'");
        var began = TimeProvider.System.GetTimestamp();
        taken.SetResult();
        var ended = Assert.Single(await server.WaitForRunsAsync([run]));

        Assert.InRange(theirs, 1, 100);
        Assert.True(TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(2), "They were taken while the lease held.");
        Assert.Equal(("completed", 100, 100), (ended.Text("status"), ended.Whole("details_total"), ended.Whole("details_fetched")));
        Assert.Equal(100, vendor.DetailRequests.Count);
    }

    /// <summary>As after a pause in which another has taken them: what is read then is the other's to store.</summary>
    [Fact]
    public async Task Store_TakenByAnotherMeanwhile_IsLeftToIt()
    {
        var taken = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(3)); // no more than are asked for at once
        vendor.OnEveryDetail(VendorFaults.Held(taken.Task));
        await using var server = await shared.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        var run = Assert.Single(await server.StartSyncAsync());
        await Eventually.True(() => vendor.DetailRequests.Count == 3, "the reading of details");

        shared.Run($"""
            UPDATE sync_work SET taken_by = '{Elsewhere}', taken_at = {ServerNow} - {SyncWork.LeaseTime.TotalSeconds - 3}
            """);
        taken.SetResult();
        var ended = Assert.Single(await server.WaitForRunsAsync([run]));

        Assert.Equal(("completed", 3, 3), (ended.Text("status"), ended.Whole("details_total"), ended.Whole("details_fetched")));
        Assert.Equal(6, vendor.DetailRequests.Count); // once for nothing, and once for the other, which is dead
    }

    [Fact]
    public async Task Run_OwnerDied_OthersGoOnAndOneOfThemEndsIt()
    {
        var lost = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(120));
        vendor.OnEveryDetail(VendorFaults.Held(lost.Task));
        await using var one = await Instance.StartAsync(shared, vendor);
        await using var two = await Instance.StartAsync(shared, vendor);
        var run = Assert.Single(await one.Server.StartSyncAsync());
        await Eventually.True(() => one.Asked > 0 && two.Asked > 0, "requests of both");
        await Eventually.True(() => shared.Text("SELECT phase FROM sync_runs") == "details", "the end of the list");

        shared.Run($"UPDATE sync_runs SET owner = '{Elsewhere}', heartbeat_at = {ServerNow}");
        lost.SetResult();
        await Eventually.True(() => shared.Count("SELECT COUNT(*) FROM sync_work") == 0, "the reading of all details");
        Assert.Equal(("running", 120),
            (shared.Text("SELECT status FROM sync_runs"), shared.Count("SELECT details_fetched FROM sync_runs")));

        shared.Run($"UPDATE sync_runs SET heartbeat_at = {ServerNow} - {SyncRunStore.LeaseTime.TotalSeconds + 1}");
        var ended = Assert.Single(await two.Server.WaitForRunsAsync([run]));
        Assert.Equal(("completed", 120, 120, 120),
            (ended.Text("status"), ended.Whole("new_count"), ended.Whole("details_total"), ended.Whole("details_fetched")));
        await VendorEquality.AssertAsync(two.Server, vendor);
    }

    [Fact]
    public async Task Cancel_RunThatOthersHelp_EndsTheirReading()
    {
        var underWay = 0;
        await using var vendor = await VendorSimulator.StartAsync(Some(120));
        vendor.OnEveryDetail(async (http, _) =>
        {
            Interlocked.Increment(ref underWay);
            try
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        });
        await using var one = await Instance.StartAsync(shared, vendor);
        await using var two = await Instance.StartAsync(shared, vendor);
        var run = Assert.Single(await one.Server.StartSyncAsync());
        await Eventually.True(() => one.Asked > 0 && two.Asked > 0, "requests of both");

        (await two.Server.Http.DeleteAsync($"api/sync-logs/{run}")).EnsureSuccessStatusCode();

        Assert.Equal("cancelled", Assert.Single(await two.Server.WaitForRunsAsync([run])).Text("status"));
        await Eventually.True(() => Volatile.Read(ref underWay) == 0, "the end of all requests");
        Assert.Equal(0, shared.Count("SELECT COUNT(*) FROM sync_work"));
    }

    /// <summary>Nothing of an erased conversation is left, and the run does not wait for it.</summary>
    [Fact]
    public async Task Run_ConversationErasedBeforeItIsTaken_EndsWithoutIt()
    {
        var erased = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Some(100));
        vendor.OnEveryDetail(VendorFaults.Held(erased.Task));
        await using var server = await shared.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        var run = Assert.Single(await server.StartSyncAsync());
        await Eventually.True(() => shared.Count("SELECT COUNT(*) FROM sync_work") == 100
            && shared.Count("SELECT COUNT(taken_by) FROM sync_work") > 0, "something planned and in hand");
        var id = shared.Text("SELECT conversation_id FROM conversations WHERE id = (SELECT MAX(conversation) FROM sync_work "
            + "WHERE taken_by IS NULL)");

        (await server.Http.PostJsonAsync("api/erase", new { conversation_id = id })).EnsureSuccessStatusCode();
        erased.SetResult();

        Assert.Equal("completed", Assert.Single(await server.WaitForRunsAsync([run])).Text("status"));
        Assert.Equal(99, shared.Count("SELECT COUNT(*) FROM conversations WHERE details_state = 'read'"));
        Assert.DoesNotContain(id, vendor.DetailRequests);
    }

    /// <summary>
    /// But for what one had in hand that stood still for longer than its lease, as on a busy computer: that is another's to read, too.
    /// Whatever was read, a run counts each once.
    /// </summary>
    private static void AssertReadOnce(VendorSimulator vendor)
    {
        Assert.Equal(vendor.Conversations.Select(conversation => conversation.Id).Order(StringComparer.Ordinal),
            vendor.DetailRequests.Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(vendor.DetailRequests.Count - vendor.Conversations.Count, 0, SyncWork.AtOnce);
    }

    private static IEnumerable<VendorConversation> Some(int count) => Enumerable.Range(1, count).Select(number =>
        new ConversationBuilder($"conv_{number:000}").At($"2026-10-{1 + number % 28:00}T10:00:00Z").Cost(number, number / 10.0).Build());

    private static string Counters(JsonElement run) => string.Join(' ', new[]
    {
        "status", "conversations_fetched", "new_count", "updated_count", "details_total", "details_fetched", "details_failed",
        "error_message",
    }.Select(name => $"{name}={run.GetProperty(name)}"));

    /// <summary>An instance, and how many details it has asked for.</summary>
    private sealed class Instance : DelegatingHandler, IAsyncDisposable
    {
        private int asked;

        public int Asked => Volatile.Read(ref asked);

        public VoicebotServer Server { get; private set; } = null!;

        public static async Task<Instance> StartAsync(SharedDatabase shared, VendorSimulator vendor, params string[] agents)
        {
            var instance = new Instance();
            instance.Server = await shared.StartAsync(new VoicebotServerSetup
            {
                Vendor = vendor,
                Agents = agents.Length > 0 ? agents : [ConversationBuilder.DefaultAgent],
                Replace = services => services.AddHttpClient(ElevenLabsClients.HttpClientName).AddHttpMessageHandler(() => instance),
            });
            return instance;
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.StartsWith(VendorSimulator.ListPath + "/", StringComparison.Ordinal))
                Interlocked.Increment(ref asked);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
