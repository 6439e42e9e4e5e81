using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>Real processes on one database, of which any is killed in the middle of a run that all of them read for.</summary>
public sealed class KilledInstancesTests : IDisposable
{
    private const int MostInHand = 48; // of each instance
    private readonly SharedDatabase shared = new();

    public void Dispose() => shared.Dispose();

    [Theory]
    [InlineData(10)]
    public async Task Kill_AnyOfThreeAtRandomMoments_EndStateIsTheVendors(int kills)
    {
        const int conversations = 1_000;
        await using var vendor = await VendorSimulator.StartAsync(Enumerable.Range(1, conversations).Select(number =>
            new ConversationBuilder($"conv_{number:0000}").At($"2026-10-{1 + number % 28:00}T10:00:00Z").Talks(number % 6)
                .Cost(number, number / 10.0).Build()));
        vendor.OnEveryDetail(VendorFaults.Late(TimeSpan.FromMilliseconds(400)));
        await using (var first = await shared.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = TimeProvider.System })) { }
        var products = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(vendor)));
        try
        {
            var random = new Random(20_261_127);
            var run = await products[0].StartSyncAsync();
            for (var kill = 0; kill < kills; kill++)
            {
                await Task.Delay(random.Next(20, 500), TestContext.Current.CancellationToken);
                var victim = random.Next(products.Length);
                products[victim].Kill();
                products[victim].Dispose();
                products[victim] = await StartAsync(vendor);
                run = await products[victim].StartSyncAsync(); // the same one, unless it has ended
            }
            TestContext.Current.TestOutputHelper?.WriteLine($"{vendor.DetailRequests.Count} details asked for until the last kill.");
            vendor.OnEveryDetail(null);
            Assert.Equal("completed", (await products[0].WaitForRunAsync(run)).Text("status"));
        }
        finally
        {
            foreach (var product in products)
                product.Dispose();
        }

        await using var server = await shared.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Agents = [],
            Clock = TimeProvider.System,
        });
        await VendorEquality.AssertAsync(server, vendor);
        Assert.Equal(0, server.Database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            return Recount.Differences(connection);
        }));
        Assert.Equal(0, shared.Count("SELECT COUNT(*) FROM sync_work"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{vendor.DetailRequests.Count - conversations} details read more than once.");
        Assert.InRange(vendor.DetailRequests.Count - conversations, 0, kills * MostInHand);
    }

    private Task<ProductProcess> StartAsync(VendorSimulator vendor) =>
        ProductProcess.StartAsync(vendor.Url, shared.NewFolder(), more: [("VOICEBOT_DATABASE", shared.Address)]);
}
