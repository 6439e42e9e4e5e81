using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

public sealed class ByteBudgetTests
{
    private const long Mebibyte = 1024 * 1024;

    [Fact]
    public async Task Reserve_LargeDocuments_ComeOneByOne()
    {
        var budget = new ByteBudget(4 * Mebibyte);
        using var first = await budget.ReserveAsync(CancellationToken.None);
        first.IsOf(3 * Mebibyte);

        var second = budget.ReserveAsync(CancellationToken.None);
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second.WaitAsync(Eventually.LongestWait)).Dispose();
    }

    [Fact]
    public async Task Reserve_OneLargerThanAll_IsLetThrough()
    {
        var budget = new ByteBudget(Mebibyte);
        using (var huge = await budget.ReserveAsync(CancellationToken.None))
            huge.IsOf(50 * Mebibyte);

        using var next = await budget.ReserveAsync(CancellationToken.None).WaitAsync(Eventually.LongestWait);
        Assert.False(budget.ReserveAsync(CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Reserve_SmallDocumentsAfterALargeOne_ComeManyAgain()
    {
        var budget = new ByteBudget(4 * Mebibyte);
        using (var large = await budget.ReserveAsync(CancellationToken.None))
            large.IsOf(3 * Mebibyte);
        for (var i = 0; i < 50; i++)
            using (var small = await budget.ReserveAsync(CancellationToken.None))
                small.IsOf(1_000);

        var many = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => budget.ReserveAsync(CancellationToken.None)))
            .WaitAsync(Eventually.LongestWait);
        Assert.Equal(10, many.Length);
    }

    [Fact]
    public async Task Reserve_Cancelled_TakesNothing()
    {
        var budget = new ByteBudget(Mebibyte);
        using var all = await budget.ReserveAsync(CancellationToken.None);
        all.IsOf(Mebibyte);
        using var stop = new CancellationTokenSource();
        var waiting = budget.ReserveAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Grow_DocumentsThatTurnOutLarge_WaitForOneAnother()
    {
        var budget = new ByteBudget(4 * Mebibyte);
        var shares = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => budget.ReserveAsync(CancellationToken.None)));
        await shares[0].GrowAsync(3 * Mebibyte, CancellationToken.None);

        var second = shares[1].GrowAsync(3 * Mebibyte, CancellationToken.None);
        Assert.False(second.IsCompleted);
        shares[0].Dispose();
        await second.WaitAsync(Eventually.LongestWait);

        var third = shares[2].GrowAsync(2 * Mebibyte, CancellationToken.None);
        Assert.False(third.IsCompleted);
        shares[1].Dispose();
        await third.WaitAsync(Eventually.LongestWait);
        await shares[3].GrowAsync(2 * Mebibyte, CancellationToken.None).WaitAsync(Eventually.LongestWait); // both fit
    }

    [Fact]
    public async Task Grow_CancelledOrTriedAgain_LeavesNothingTaken()
    {
        var budget = new ByteBudget(4 * Mebibyte);
        var large = await budget.ReserveAsync(CancellationToken.None);
        var waiting = await budget.ReserveAsync(CancellationToken.None);
        await large.GrowAsync(3 * Mebibyte, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var growing = waiting.GrowAsync(2 * Mebibyte, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => growing);
        waiting.Dispose();
        await large.GrowAsync(5 * Mebibyte, CancellationToken.None); // a second attempt brought more
        large.Dispose();

        using var next = await budget.ReserveAsync(CancellationToken.None).WaitAsync(Eventually.LongestWait);
        await next.GrowAsync(8 * Mebibyte, CancellationToken.None).WaitAsync(Eventually.LongestWait);
    }
}
