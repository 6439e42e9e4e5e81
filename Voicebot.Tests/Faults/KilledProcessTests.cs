using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>Real processes: killed at random moments, two at once, on a disk that fills up or may not be written.</summary>
public sealed class KilledProcessTests
{
    private const int MostUnderWay = 32; // 16 requests, and as many answers on their way into the file

    private static IEnumerable<VendorConversation> Some(int count) => Enumerable.Range(1, count).Select(number =>
        new ConversationBuilder($"conv_{number:000}").At($"2026-10-{1 + number % 28:00}T10:00:00Z").Talks(number % 6)
            .Cost(number, number / 10.0).Build());

    [Theory]
    [InlineData(4)]
    public async Task Kill_AtRandomMoments_LosesNothingAndRepeatsLittle(int cases)
    {
        const int conversations = 300;
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(Some(conversations));
        vendor.OnEveryDetail(VendorFaults.Late(TimeSpan.FromMilliseconds(60)));
        await ConfigureAsync(vendor, folder.FullPath);
        var random = new Random(20_261_122);
        var runs = new HashSet<long>();
        for (var kill = 0; kill < cases; kill++)
        {
            using var product = await ProductProcess.StartAsync(vendor, folder.FullPath);
            runs.Add(await product.StartSyncAsync());
            await Task.Delay(random.Next(20, 500));
            product.Kill();
        }
        vendor.OnEveryDetail(null);
        using (var product = await ProductProcess.StartAsync(vendor, folder.FullPath))
        {
            var run = Assert.Single(runs.Append(await product.StartSyncAsync()).Distinct());
            Assert.Equal("completed", (await product.WaitForRunAsync(run)).Text("status"));
        }
        await using var server = await ReadAsync(vendor, folder.FullPath);
        await VendorEquality.AssertAsync(server, vendor);
        Assert.InRange(vendor.DetailRequests.Count - conversations, 0, cases * MostUnderWay);
    }

    [Fact]
    public async Task Start_TwoProcessesOnOneFile_OneWorksAndTheOtherAttaches()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(Some(120));
        // The run cannot end before both have asked for it.
        var bothAsked = new TaskCompletionSource();
        vendor.OnEveryDetail(VendorFaults.Held(bothAsked.Task));
        await ConfigureAsync(vendor, folder.FullPath);
        var products = await Task.WhenAll(ProductProcess.StartAsync(vendor, folder.FullPath),
            ProductProcess.StartAsync(vendor, folder.FullPath));
        using var first = products[0];
        using var second = products[1];
        var ids = await Task.WhenAll(first.StartSyncAsync(), second.StartSyncAsync());
        Assert.Equal(ids[0], ids[1]);
        bothAsked.SetResult();
        var seen = await Task.WhenAll(first.WaitForRunAsync(ids[0]), second.WaitForRunAsync(ids[1]));
        Assert.All(seen, run =>
            Assert.Equal(("completed", 120, 120), (run.Text("status"), run.Whole("new_count"), run.Whole("details_fetched"))));
        Assert.Equal(120, vendor.DetailRequests.Count);
        Assert.All([first, second], product => Assert.DoesNotContain("locked", product.Output, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Sync_DiskFull_FailsWithAReasonAndGoesOnWhenThereIsSpace()
    {
        using var disk = SmallDisk.Mount(megabytes: 4);
        var random = new Random(1);
        await using var vendor = await VendorSimulator.StartAsync(Some(300).Select(one =>
        {
            // text that does not compress, so that the disk fills up
            one.Detail["analysis"]!["transcript_summary"] =
                Convert.ToHexString(Enumerable.Range(0, 10_000).Select(_ => (byte)random.Next(256)).ToArray());
            return one;
        }));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, DataFolder = disk.Folder });
        var run = await server.SyncOneAsync("2026-10-01", "2026-10-31");
        Assert.Equal(("failed", "disk_full"), (run.Text("status"), run.Text("error_code")));
        Assert.Equal("disk_full", (await server.GetJsonAsync("api/health")).GetProperty("problems")[0].Text("code"));
        disk.Resize(megabytes: 64);
        Assert.Equal("completed", (await server.SyncOneAsync("2026-10-01", "2026-10-31")).Text("status"));
        await VendorEquality.AssertAsync(server, vendor);
    }

    [Fact]
    public async Task Start_FolderThatMayNotBeWritten_EndsWithASentenceAndHarmsNothing()
    {
        using var disk = SmallDisk.Mount(megabytes: 16);
        await using var vendor = await VendorSimulator.StartAsync(Some(5));
        await using (var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, DataFolder = disk.Folder }))
            await server.SyncAsync();
        disk.ReadOnly(true);
        var (exitCode, output) = await ProductProcess.RunToEndAsync(vendor, disk.Folder);
        Assert.Equal(1, exitCode);
        Assert.Contains("may be written by this user", output, StringComparison.Ordinal);
        disk.ReadOnly(false);
        await using var again = await ReadAsync(vendor, disk.Folder);
        await VendorEquality.AssertAsync(again, vendor);
    }

    private static async Task ConfigureAsync(VendorSimulator vendor, string folder)
    {
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, DataFolder = folder, Clock = TimeProvider.System });
    }

    private static Task<VoicebotServer> ReadAsync(VendorSimulator vendor, string folder) =>
        VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, DataFolder = folder, Agents = [], Clock = TimeProvider.System });
}
