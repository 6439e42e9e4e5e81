using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>A disk that is full is told in the run and in health, with the one thing to do; then the run goes on by itself.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task Sync_DiskFull_GoesOnByItselfWhenThereIsRoom()
    {
        using var disk = SmallDisk.Mount(megabytes: 4);
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        var random = new Random(1);
        await using var vendor = await VendorSimulator.StartAsync(Enumerable.Range(1, 300).Select(number =>
        {
            var one = new ConversationBuilder($"conv_{number:000}").At($"2026-10-{1 + number % 28:00}T10:00:00Z").Build();
            // text that does not compress, so that the disk fills up
            one.Detail["analysis"]!["transcript_summary"] =
                Convert.ToHexString(Enumerable.Range(0, 10_000).Select(_ => (byte)random.Next(256)).ToArray());
            return one;
        }));
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, DataFolder = disk.Folder, Clock = clock });
        var run = await server.SyncOneAsync("2026-10-01", "2026-10-31");
        Assert.Equal(("failed", "disk_full"), (run.Text("status"), run.Text("error_code")));
        Assert.Contains("goes on by itself", run.Text("error_message"), StringComparison.Ordinal);
        var problem = Assert.Single((await server.GetJsonAsync("api/health")).GetProperty("problems").EnumerateArray(), one =>
            one.Text("code") == "disk_full");
        Assert.Equal(("error", "free_disk", run.Text("agent_id")),
            (problem.Text("severity"), problem.GetProperty("remedy").Text("action"), problem.Text("agent_id")));

        clock.Advance(TimeSpan.FromMinutes(6));
        server.Services.GetRequiredService<SyncService>().Wake();
        Assert.Single((await server.GetJsonAsync("api/sync-logs")).EnumerateArray()); // still no room
        disk.Resize(megabytes: 64);
        server.Services.GetRequiredService<SyncService>().Wake();

        await Eventually.True(async () =>
            (await server.GetJsonAsync("api/sync-logs"))[0].Text("status") == "completed", "the run that goes on");
        Assert.Equal(["2026-10-01", "2026-10-01"], (await server.GetJsonAsync("api/sync-logs")).Texts("period_from"));
        await VendorEquality.AssertAsync(server, vendor);
        Assert.DoesNotContain((await server.GetJsonAsync("api/health")).GetProperty("problems").EnumerateArray(), one =>
            one.Text("code") == "disk_full");
    }
}
