using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.ElevenLabs;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

public sealed class AdaptiveConcurrencyTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData("", 4)]
    [InlineData("+", 5)]
    [InlineData("++++++++++++", 16)]
    [InlineData("++++++++++++++++++++", 16)]
    [InlineData("-", 2)]
    [InlineData("-s-", 1)]
    [InlineData("-s-s-s-", 1)]
    [InlineData("---", 2)]
    [InlineData("++++----", 4)]
    [InlineData("++++-", 4)]
    [InlineData("-+", 2)]
    [InlineData("-++", 2)]
    [InlineData("-+++", 3)]
    public void Limit_AfterAnswers_IsAsExpected(string answers, int expected)
    {
        var concurrency = new AdaptiveConcurrency(4, 16, clock);
        foreach (var answer in answers)
        {
            if (answer == '+')
                concurrency.Succeeded();
            else if (answer == '-')
                concurrency.Throttled();
            else
                clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Equal(expected, concurrency.Limit);
    }

    [Fact]
    public async Task Enter_LimitReached_WaitsForAPlaceInOrder()
    {
        var concurrency = new AdaptiveConcurrency(1, 1, clock);
        var first = await concurrency.EnterAsync(CancellationToken.None);
        var second = concurrency.EnterAsync(CancellationToken.None);
        var third = concurrency.EnterAsync(CancellationToken.None);
        Assert.False(second.IsCompleted);
        first.Dispose();
        var lease = await second;
        Assert.False(third.IsCompleted);
        lease.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Enter_CancelledWhileWaiting_LeavesItsPlaceToOthers()
    {
        var concurrency = new AdaptiveConcurrency(1, 1, clock);
        var first = await concurrency.EnterAsync(CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var waiting = concurrency.EnterAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = concurrency.EnterAsync(CancellationToken.None);
        first.Dispose();
        (await next).Dispose();
        (await concurrency.EnterAsync(CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task Enter_LimitHalvedWhileFull_WaitsUntilEnoughHaveLeft()
    {
        var concurrency = new AdaptiveConcurrency(4, 4, clock);
        var leases = new List<AdaptiveConcurrency.Lease>();
        for (var i = 0; i < 4; i++)
            leases.Add(await concurrency.EnterAsync(CancellationToken.None));
        concurrency.Throttled();
        var next = concurrency.EnterAsync(CancellationToken.None);
        leases[0].Dispose();
        leases[1].Dispose();
        Assert.False(next.IsCompleted);
        leases[2].Dispose();
        (await next).Dispose();
    }

    [Fact]
    public async Task GetConversation_Answers_MoveTheSharedLimit()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        using var client = new VendorClient(vendor);
        for (var i = 0; i < 6; i++)
            await client.GetAsync();
        Assert.Equal(10, client.Clients.Concurrency.Limit);
        vendor.OnDetail("conv_1", VendorFaults.Status(429), VendorFaults.Status(429));
        await client.GetAsync();
        Assert.Equal(5, client.Clients.Concurrency.Limit);
    }
}
