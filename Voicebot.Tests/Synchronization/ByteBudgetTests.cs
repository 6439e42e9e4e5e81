using Voicebot.Core.Synchronization;

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
        (await second.WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
    }

    [Fact]
    public async Task Reserve_OneLargerThanAll_IsLetThrough()
    {
        var budget = new ByteBudget(Mebibyte);
        using (var huge = await budget.ReserveAsync(CancellationToken.None))
            huge.IsOf(50 * Mebibyte);

        using var next = await budget.ReserveAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
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

        var many = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => budget.ReserveAsync(CancellationToken.None))).WaitAsync(TimeSpan.FromSeconds(10));
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
}
