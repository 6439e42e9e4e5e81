using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>A run that takes too long ends as partial, and the next goes on where it got to.</summary>
public sealed class TimeLimitTests
{
    [Fact]
    public async Task Sync_LongerThanTheLimit_EndsPartialAndIsContinuedToTheEnd()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(Enumerable.Range(1, 60)
            .Select(number => new ConversationBuilder($"conv_{number:00}").At("2026-10-05T10:00:00Z").Build()));
        // Four rounds of details, of which a run has time for one or two, also on a machine that does much else.
        vendor.OnEveryDetail(VendorFaults.Late(TimeSpan.FromSeconds(1)));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Replace = services =>
                services.Replace(ServiceDescriptor.Singleton(new SyncOptions { RunTimeLimit = TimeSpan.FromSeconds(2.5) })),
        });
        var first = Assert.Single(await server.WaitForRunsAsync(await server.StartSyncAsync()));
        Assert.Equal(("partial", "time_limit"), (first.Text("status"), first.Text("error_code")));
        await Eventually.True(async () =>
            (await server.GetJsonAsync("api/sync-logs")).EnumerateArray().First()
            .Text("status") == "completed", "the run that reads the last details");
        await VendorEquality.AssertAsync(server, vendor);
        Assert.InRange(vendor.DetailRequests.Count, 60, 60 + 16 * (int)(await server.GetJsonAsync("api/sync-logs")).GetArrayLength());
    }

    [Fact]
    public async Task Sync_ThatGetsNowhere_IsNotContinuedForEver()
    {
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z"));
        vendor.OnEveryList(VendorFaults.Held(never.Task));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Replace = services =>
                services.Replace(ServiceDescriptor.Singleton(new SyncOptions { RunTimeLimit = TimeSpan.FromMilliseconds(300) })),
        });
        var run = await server.SyncOneAsync();
        Assert.Equal(("partial", "time_limit"), (run.Text("status"), run.Text("error_code")));
        Assert.Equal(1, (await server.GetJsonAsync("api/sync-logs")).GetArrayLength());
        Assert.Equal(0, (await server.GetJsonAsync("api/health")).Whole("running_syncs"));
    }
}
