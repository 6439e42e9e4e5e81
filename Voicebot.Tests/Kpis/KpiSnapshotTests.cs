using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

/// <summary>A report is made by many statements, and what is written between them is in none of its figures.</summary>
public sealed class KpiSnapshotTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 19, 15, 0, TimeSpan.Zero);
    private static readonly ConversationFilter November = new() { Period = Period.Of(new Month(2026, 11)) };
    private readonly TestDatabase test = new();
    private int stored;

    public void Dispose() => test.Dispose();

    /// <summary>The clock is asked in the middle of a comparison: just then both periods grow.</summary>
    [Fact]
    public void Report_WrittenInTheMiddle_KnowsNothingOfIt()
    {
        Store(At(11, 10));
        Store(At(10, 10));
        var kpis = new KpiService(test.Reading, new InterruptingClock(() =>
        {
            Store(At(11, 11));
            Store(At(10, 11));
        }));

        var during = kpis.Report(November, null, comparePrevious: true);
        var after = kpis.Report(November, null, comparePrevious: true);

        Assert.Equal((1, 1), Totals(during));
        Assert.Equal((1, 1), Days(during));
        Assert.Equal((2, 2), Totals(after));
        Assert.Equal((2, 2), Days(after));
    }

    /// <summary>While another thread stores, every report agrees with itself: its total, its days and its hours.</summary>
    [Fact]
    public async Task Report_WhileOthersWrite_AgreesWithItself()
    {
        const int Reports = 300;
        var kpis = new KpiService(test.Reading, TimeProvider.System);
        using var over = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            while (!over.IsCancellationRequested)
                Store(At(11, 1 + stored % 20));
        }, over.Token);
        await Eventually.True(() => Task.FromResult(Volatile.Read(ref stored) > 0), "the first conversation");

        var wrong = Enumerable.Range(0, Reports).Select(_ => kpis.Report(November, null, comparePrevious: false))
            .Select(report => (report.TotalConversations, report.DailyTrends.Sum(day => day.Total),
                report.HourlyVolume.Sum(hour => hour.Total)))
            .Where(told => told.Item1 != told.Item2 || told.Item1 != told.Item3).ToList();
        await over.CancelAsync();
        await writer;

        Assert.Empty(wrong);
        Assert.True(stored > 1);
    }

    private void Store(DateTimeOffset at)
    {
        var number = Interlocked.Increment(ref stored);
        test.Store([A.Conversation($"conv_{number}") with { StartTime = at.ToUnixTimeSeconds() }]);
    }

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 10, 0, 0, TimeSpan.Zero);

    private static (long Now, long Before) Totals(KpiReport report) =>
        (report.TotalConversations, report.Previous!.TotalConversations);

    private static (long Now, long Before) Days(KpiReport report) =>
        (report.DailyTrends.Sum(day => day.Total), report.PreviousTrends!.Sum(day => day.Total));

    /// <summary>Stands still; the first question is interrupted.</summary>
    private sealed class InterruptingClock(Action interrupt) : TimeProvider
    {
        private int questions;

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Increment(ref questions) == 1)
                interrupt();
            return Now;
        }
    }
}
