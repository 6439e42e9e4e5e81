using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>Requests at the vendor are limited for all instances together.</summary>
public sealed class SharedBudgetTests : IDisposable
{
    private const int All = 16;
    private readonly SharedDatabase shared = new();

    public void Dispose() => shared.Dispose();

    [Theory]
    [InlineData(16, new int[0], 16)]
    [InlineData(3, new int[0], 3)]
    [InlineData(16, new[] { 16 }, 8)]
    [InlineData(16, new[] { 2 }, 14)]
    [InlineData(2, new[] { 16, 16 }, 2)]
    [InlineData(16, new[] { 16, 16, 16 }, 4)]
    [InlineData(0, new[] { 16 }, 0)]
    public void FairShare_OthersWantSome_IsAsExpected(int wanted, int[] others, int expected) =>
        Assert.Equal(expected, VendorShares.FairShare("me", wanted, [.. others.Select((one, index) => ($"z{index}", one))], All));

    [Fact]
    public void Renew_AnotherStillHoldsEverything_GetsNothingUntilItIsLeft()
    {
        using var database = shared.Open();
        var shares = new VendorShares(database);

        Assert.Equal(All, shares.Renew("one", new Demand(All, 0, 0), All).Places);
        Assert.Equal(0, shares.Renew("two", new Demand(All, 0, 0), All).Places);
        Assert.Equal(8, shares.Renew("one", new Demand(All, All, 0), All).Places); // told to shrink, but its requests are under way
        Assert.Equal(0, shares.Renew("two", new Demand(All, 0, 0), All).Places);
        Assert.Equal(8, shares.Renew("one", new Demand(All, 8, 0), All).Places);
        Assert.Equal(8, shares.Renew("two", new Demand(All, 0, 0), All).Places);
    }

    /// <summary>By the clock of the database's server.</summary>
    [Fact]
    public void Renew_OwnerOfTheRestIsGone_GetsItWhenItsLeaseIsOver()
    {
        using var database = shared.Open();
        var shares = new VendorShares(database);
        shares.Renew("gone", new Demand(All, 0, 0), All);

        shared.Run($"UPDATE vendor_shares SET renewed_at = renewed_at - {VendorShares.LeaseTime.TotalSeconds + 1}");

        Assert.Equal(All, shares.Renew("one", new Demand(All, 0, 0), All).Places);
    }

    [Fact]
    public async Task Requests_OfThreeInstances_StayWithinOneBudget()
    {
        var ids = Enumerable.Range(1, 240).Select(number => $"conv_{number:000}").ToList();
        await using var vendor = await VendorSimulator.StartAsync(ids.Select(id => new ConversationBuilder(id).Build()));
        vendor.OnEveryDetail(VendorFaults.Late(TimeSpan.FromMilliseconds(50)));
        await using var one = await StartAsync(vendor);
        await using var two = await StartAsync(vendor);
        await using var three = await StartAsync(vendor);

        VoicebotServer[] servers = [one, two, three];
        await Task.WhenAll(servers.SelectMany((server, index) => ReadAsync(server, ids.Where((_, at) => at % 3 == index))));

        Assert.Equal(ids, vendor.DetailRequests.Order(StringComparer.Ordinal));
        // The vendor sees the end of a request a moment after whoever has its answer; without a common budget it sees three times as many.
        Assert.InRange(vendor.PeakDetails, All / 2, All + 4);
        await Eventually.True(() => shared.Count("SELECT COUNT(*) FROM vendor_shares") == 0, "all shares given back");
    }

    [Fact]
    public async Task Throttled_OneInstance_TheOthersAtWorkSlowDownToo()
    {
        var release = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").Build());
        vendor.OnEveryDetail(VendorFaults.Held(release.Task));
        await using var one = await StartAsync(vendor);
        await using var two = await StartAsync(vendor);
        var before = ClientsOf(two).Concurrency.Limit;
        var reading = ReadAsync(two, ["conv_1"]).Single();
        try
        {
            await Eventually.True(() => vendor.DetailRequests.Count == 1, "a request of the other");

            ClientsOf(one).Concurrency.Throttled();

            await Eventually.True(() => ClientsOf(two).Concurrency.Limit < before, "the other one slowing down");
        }
        finally
        {
            release.SetResult(); // whoever goes waits for what is held
        }
        await reading;
    }

    private Task<VoicebotServer> StartAsync(VendorSimulator vendor) =>
        shared.StartAsync(new VoicebotServerSetup { Vendor = vendor, Patience = new ElevenLabsOptions { MaxConcurrency = All } });

    private static ElevenLabsClients ClientsOf(VoicebotServer server) => server.Services.GetRequiredService<ElevenLabsClients>();

    private static IEnumerable<Task> ReadAsync(VoicebotServer server, IEnumerable<string> ids)
    {
        var client = ClientsOf(server).For(server.Services.GetRequiredService<VoicebotSettings>().Current.Connection!);
        return [.. ids.Select(id => client.GetConversationAsync(id, TestContext.Current.CancellationToken))];
    }
}
