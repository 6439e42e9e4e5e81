using CsCheck;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>
/// Any sequence of runs, faults, restarts and changes at the vendor ends, after at most two healthy runs, equal to the vendor.
/// </summary>
public sealed class SequenceTests
{
    private static readonly ElevenLabsOptions Patience = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(3),
        Retries = 2,
        CircuitBreak = TimeSpan.FromMilliseconds(500),
    };

    private enum Step
    {
        Add,
        AddRunning,
        Finish,
        Rate,
        Analyse,
        Delete,
        Sync,
        SyncUnderFaults,
        CancelledSync,
        Restart,
    }

    [Theory]
    [InlineData(25)]
    public async Task Sync_AfterAnySequence_EndsEqualToTheVendor(int cases) =>
        await Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 1_000]).Array[4, 14].SampleAsync(RunAsync, iter: cases, threads: 1);

    private static async Task RunAsync((Step Step, int Draw)[] steps)
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_000").At("2026-10-01T10:00:00Z").Build());
        vendor.MaxItems = 3;
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath, Patience = Patience };
        var server = await VoicebotServer.StartAsync(setup);
        var gone = new HashSet<string>();
        try
        {
            for (var i = 0; i < steps.Length; i++)
            {
                var (step, draw) = steps[i];
                if (step == Step.Restart)
                {
                    await server.StartSyncAsync();
                    await server.DisposeAsync();
                    server = await VoicebotServer.StartAsync(setup with { Agents = [] });
                    continue;
                }
                await ApplyAsync(step, draw, $"conv_{i + 1:000}", server, vendor, gone);
            }
            vendor.OnEveryList(null);
            vendor.OnEveryDetail(null);
            await server.SyncAsync();
            Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
            var stored = (await server.GetJsonAsync("api/conversations?per_page=200")).Ids();
            await VendorEquality.AssertAsync(server, vendor, [.. gone.Where(id => stored.Contains(id))]);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task ApplyAsync(Step step, int draw, string id, VoicebotServer server, VendorSimulator vendor,
        HashSet<string> gone)
    {
        var all = vendor.Conversations;
        var one = all.Count > 0 ? all[draw % all.Count] : null;
        switch (step)
        {
            case Step.Add:
                vendor.Add(new ConversationBuilder(id).At($"2026-10-{1 + draw % 28:00}T10:00:00Z").Talks(draw % 5)
                    .Cost(draw, draw / 100.0).Build());
                break;
            case Step.AddRunning:
                vendor.Add(new ConversationBuilder(id).At("2026-10-05T10:00:00Z").InProgress().Build());
                break;
            case Step.Finish when one is not null && (string)one.Detail["status"]! == "in-progress":
                var finished = new ConversationBuilder(one.Id).At("2026-10-05T10:00:00Z").Lasting(1 + draw).Talks(3).Build();
                finished.List["rating"] = one.List["rating"]?.DeepClone();
                vendor.Add(finished);
                break;
            case Step.Rate when one is not null:
                vendor.Change(one.Id, change => change.List["rating"] = 1.0 + draw % 5);
                break;
            case Step.Analyse when one is not null && (string)one.Detail["status"]! == "done":
                vendor.Change(one.Id, change =>
                {
                    change.List["call_successful"] = "failure";
                    change.Detail["analysis"]!["call_successful"] = "failure";
                });
                break;
            case Step.Delete when one is not null:
                vendor.Remove(one.Id);
                gone.Add(one.Id);
                break;
            case Step.Sync:
                await server.SyncAsync();
                break;
            case Step.SyncUnderFaults:
                VendorFault[] faults =
                    [VendorFaults.Status(500), VendorFaults.Status(429), VendorFaults.Drop, VendorFaults.Truncated,
                    VendorFaults.ResetInBody];
                var turn = 0;
                vendor.OnEveryDetail((http, right) =>
                    Interlocked.Increment(ref turn) % 3 == 0 ? VendorFaults.None(http, right) : faults[draw % faults.Length](http, right));
                await server.SyncAsync();
                vendor.OnEveryDetail(null);
                break;
            case Step.CancelledSync:
                var run = Assert.Single(await server.StartSyncAsync());
                (await server.Http.DeleteAsync($"api/sync-logs/{run}")).Dispose();
                await server.WaitForRunsAsync([run]);
                break;
        }
    }
}
