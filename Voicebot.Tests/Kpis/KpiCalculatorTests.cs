using System.Globalization;
using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Kpis;

public sealed class KpiCalculatorTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void Figures_Nothing_AreNullNotZero()
    {
        var figures = KpiCalculator.Figures(Period.AllTime, new DayFigures(), [], []);

        Assert.Equal((0, 0, 0), (figures.TotalConversations, figures.FinishedCount, figures.InProgressCount));
        Assert.All<double?>(
            [
                figures.ConversionRate, figures.ConnectionRate, figures.TransferRate, figures.DropoutRate, figures.ErrorRate,
                figures.AvgDurationSecs, figures.MedianDurationSecs,
                figures.P90DurationSecs, figures.P95DurationSecs, figures.AvgBotMessages, figures.AvgMessageCount,
                figures.AvgCostPerSession, figures.AvgCostUsd, figures.TotalCostUsd,
                figures.AvgRating, figures.TotalCost, figures.MinDurationSecs, figures.MaxDurationSecs,
            ],
            Assert.Null);
        Assert.Equal(["1", "2", "3", "4", "5"], figures.RatingDistribution.Keys);
        Assert.All(figures.RatingDistribution.Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public void Figures_Counted_FollowTheDefinitions()
    {
        var sum = new DayFigures
        {
            Total = 10,
            Finished = 8,
            Successful = 3,
            Failed = 2,
            Done = 7,
            StatusFailed = 1,
            DurationCount = 4,
            DurationSum = 431,
            Transfers = 1,
            Handovers = 2,
            Dropouts = 2,
            Transcripts = 6,
            BotMessages = 25,
            Messages = 50,
            CostKnown = 3,
            Cost = 1000,
            CostUsdKnown = 2,
            CostUsdNanos = 345_000_000,
            Errors = 1,
            Inbound = 4,
            Outbound = 3,
        };

        var figures = KpiCalculator.Figures(Period.Of(new Month(2026, 11)), sum, [(29, 1), (30, 1), (71, 1), (301, 1)],
            [(1, 1), (4, 1), (4.5, 1)]);

        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), (figures.From, figures.To));
        Assert.Equal((10, 8, 2), (figures.TotalConversations, figures.FinishedCount, figures.InProgressCount));
        Assert.Equal((37.5, 3, 2, 3), (figures.ConversionRate, figures.SuccessfulCount, figures.FailedCount, figures.UnknownCount));
        Assert.Equal((7, 1, 87.5), (figures.DoneCalls, figures.FailedCalls, figures.ConnectionRate));
        Assert.Equal((4, 107.75, 29, 301),
            (figures.DurationCount, figures.AvgDurationSecs, figures.MinDurationSecs, figures.MaxDurationSecs));
        Assert.Equal((50.5, 232, 266.5), (figures.MedianDurationSecs, figures.P90DurationSecs, figures.P95DurationSecs));
        Assert.Equal((1, 1), (figures.ShortCallsUnder30s, figures.LongCallsOver300s));
        Assert.Equal((1, 12.5, 2), (figures.TransferCount, figures.TransferRate, figures.AgentHandoverCount));
        Assert.Equal((2, 25), (figures.DropoutCount, figures.DropoutRate));
        Assert.Equal((6, 4.17, 8.33), (figures.TranscriptCount, figures.AvgBotMessages, figures.AvgMessageCount));
        Assert.Equal((1000, 333.33, 3), (figures.TotalCost, figures.AvgCostPerSession, figures.CostKnownCount));
        Assert.Equal((0.345, 0.1725, 2), (figures.TotalCostUsd, figures.AvgCostUsd, figures.CostUsdKnownCount));
        Assert.Equal((1, 12.5), (figures.TechnicalErrors, figures.ErrorRate));
        Assert.Equal((3.17, 3), (figures.AvgRating, figures.RatingCount));
        Assert.Equal([1, 0, 0, 1, 1], figures.RatingDistribution.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal((4, 3, 3), (figures.InboundCalls, figures.OutboundCalls, figures.OtherCalls));
    }

    [Theory]
    [InlineData(5, 7, 71.43)]
    [InlineData(1, 3, 33.33)]
    [InlineData(2, 3, 66.67)]
    [InlineData(0, 9, 0)]
    [InlineData(9, 9, 100)]
    public void Figures_Rate_HasTwoDecimals(long successful, long finished, double expected) =>
        Assert.Equal(expected,
            KpiCalculator.Figures(Period.AllTime, new DayFigures { Total = finished, Finished = finished, Successful = successful }, [],
                []).ConversionRate);

    /// <summary>1 of 800 is 0.125 %; the original product rounds a half to the even digit, and its users compare.</summary>
    [Fact]
    public void Figures_RateAtAHalf_IsRoundedToTheEvenDigit() =>
        Assert.Equal(0.12, KpiCalculator.Figures(Period.AllTime, new DayFigures { Total = 800, Finished = 800, Successful = 1 }, [],
            []).ConversionRate);

    [Fact]
    public void Figures_MeanOfDollars_HasMillionths() =>
        Assert.Equal(0.033333, KpiCalculator.Figures(Period.AllTime, new DayFigures { CostUsdKnown = 3, CostUsdNanos = 100_000_000 }, [],
            []).AvgCostUsd);

    [Fact]
    public void Figures_SumOfDollars_HasNoNoise() =>
        Assert.Equal(0.3, KpiCalculator.Figures(Period.AllTime, new DayFigures { CostUsdKnown = 2, CostUsdNanos = 300_000_000 }, [],
            []).TotalCostUsd);

    [Fact]
    public void Figures_KnownCostOfZero_IsZero()
    {
        var figures = KpiCalculator.Figures(Period.AllTime, new DayFigures { CostKnown = 1 }, [], []);

        Assert.Equal((0, 0), (figures.TotalCost, figures.AvgCostPerSession));
    }

    [Fact]
    public void Figures_KnownDollarsOfZero_AreZero()
    {
        var figures = KpiCalculator.Figures(Period.AllTime, new DayFigures { CostUsdKnown = 1, Successful = 1, DurationSum = 1 }, [], []);

        Assert.Equal((0, 0, 0, 0), (figures.TotalCostUsd, figures.AvgCostUsd, figures.CostUsdPerSuccess, figures.CostUsdPerMinute));
    }

    /// <summary>Known dollars, successes and seconds talked; a price of one needs what it is of.</summary>
    [Theory]
    [InlineData(4, 8, 120, 0.375, 1.5)]
    [InlineData(1, 1, 1, 3.0, 180.0)]
    [InlineData(0, 8, 120, null, null)]
    [InlineData(4, 0, 120, null, 1.5)]
    [InlineData(4, 8, 0, 0.375, null)]
    public void Figures_PricesOfOne_NeedDollarsAndWhatTheyAreOf(long known, long successful, long seconds, double? success, double? minute)
    {
        var figures = KpiCalculator.Figures(Period.AllTime,
            new DayFigures { CostUsdKnown = known, CostUsdNanos = 3_000_000_000, Successful = successful, DurationSum = seconds }, [], []);

        Assert.Equal((success, minute), (figures.CostUsdPerSuccess, figures.CostUsdPerMinute));
    }

    /// <summary>Under 30 and over 300 seconds leave both out.</summary>
    [Fact]
    public void Figures_ShortAndLongCalls_LeaveTheirLimitsOut()
    {
        var figures = KpiCalculator.Figures(Period.AllTime, new DayFigures(),
            [(1, 2), (29, 3), (30, 10), (300, 20), (301, 4), (9_000, 5)], []);

        Assert.Equal((5, 9, 1, 9_000),
            (figures.ShortCallsUnder30s, figures.LongCallsOver300s, figures.MinDurationSecs, figures.MaxDurationSecs));
    }

    /// <summary>A fraction counts with the nearest star, a half with the one above.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1.49, 1)]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 3)]
    [InlineData(4.49, 4)]
    [InlineData(4.5, 5)]
    [InlineData(5, 5)]
    public void Figures_Rating_CountsWithTheNearestStar(double rating, int star) =>
        Assert.Equal([$"{star}"], KpiCalculator.Figures(Period.AllTime, new DayFigures(), [], [(rating, 7)]).RatingDistribution
            .Where(one => one.Value == 7).Select(one => one.Key));

    /// <summary>In the order of their ids, by code, each with the name that people gave it.</summary>
    [Fact]
    public void Figures_Criteria_AreOrderedByIdAndNamed()
    {
        var counted = new DayAggregate();
        foreach (var (id, good) in new[] { ("b", 1L), ("a", 2L), ("B", 3L) })
            counted.Count(Dimension.Criterion, id, new Tally(4, good));
        counted.Count(Dimension.Tool, "tool", new Tally(4, 1));

        var figures = KpiCalculator.Figures(Period.AllTime, PeriodSums.Of(new OneDay(counted)),
            new Dictionary<string, string> { ["a"] = "Polite" });

        Assert.Equal([("B", 3L, null), ("a", 2L, "Polite"), ("b", 1L, null)],
            figures.CriteriaStats.Select(one => (one.Id, one.Pass, one.DisplayName)));
    }

    [Theory]
    [InlineData(3, 1, 6, 75.0, 30.06, 95.44)]
    [InlineData(0, 0, 2, null, null, null)]
    [InlineData(0, 4, 4, 0.0, 0.0, 48.99)]
    [InlineData(210, 55, 296, 79.25, 73.96, 83.69)]
    public void Criterion_Counts_UnknownIsNoFailure(long pass, long fail, long total, double? rate, double? low, double? high)
    {
        var stats = KpiCalculator.Criterion("polite", new Tally(total, pass, fail));

        Assert.Equal(("polite", pass, fail, total - pass - fail, total, rate),
            (stats.Id, stats.Pass, stats.Fail, stats.Unknown, stats.Total, stats.PassRate));
        Assert.Equal((low, high), (stats.PassRateLow, stats.PassRateHigh));
    }

    [Fact]
    public void Trends_Period_HasEveryDayAlsoTheEmpty()
    {
        var trends = KpiCalculator.Trends(
            new Period(Day.AddDays(-1), Day.AddDays(1)),
            [new DayFigures { LocalDay = 0, Total = 9 },
                new DayFigures { LocalDay = Day.DayNumber, Total = 4, Finished = 3, Done = 2, Successful = 1, Failed = 1,
                    DurationCount = 2, DurationSum = 5, CostKnown = 1, Cost = 7, CostUsdKnown = 1, CostUsdNanos = 500_000_000,
                    Dropouts = 1, Transfers = 2, Errors = 1 }]);

        Assert.Equal(
            [
                new DailyTrend { Date = Day.AddDays(-1) },
                new DailyTrend
                {
                    Date = Day,
                    Total = 4,
                    Success = 1,
                    Failed = 1,
                    Unknown = 1,
                    AvgDuration = 2.5,
                    Cost = 7,
                    CostUsd = 0.5,
                    Dropouts = 1,
                    Transfers = 2,
                    Errors = 1,
                    Done = 2,
                    DurationSecs = 5,
                    DurationCount = 2,
                    CostKnownCount = 1,
                },
                new DailyTrend { Date = Day.AddDays(1) },
            ],
            trends);
    }

    [Fact]
    public void Trends_OpenPeriod_ReachesFromTheFirstToTheLastDayWithData()
    {
        DayFigures[] days = [new() { LocalDay = Day.DayNumber, Total = 1 }, new() { LocalDay = Day.DayNumber + 3, Total = 1 }];

        Assert.Equal([1, 0, 0, 1], KpiCalculator.Trends(Period.AllTime, days).Select(day => day.Total));
        Assert.Equal([0, 1, 0, 0, 1], KpiCalculator.Trends(new Period(Day.AddDays(-1), null), days).Select(day => day.Total));
        Assert.Empty(KpiCalculator.Trends(Period.AllTime, []));
        Assert.Equal([1, 0, 0, 1, 0], KpiCalculator.Trends(new Period(null, Day.AddDays(4)), days).Select(day => day.Total));
        Assert.Equal(Day, KpiCalculator.Trends(new Period(null, Day.AddDays(4)), days)[0].Date);
        Assert.Equal([1], KpiCalculator.Trends(new Period(null, Day), days).Select(day => day.Total));
        Assert.Equal([1], KpiCalculator.Trends(new Period(Day.AddDays(3), null), days).Select(day => day.Total));
        Assert.Empty(KpiCalculator.Trends(new Period(Day, null), []));
        Assert.Empty(KpiCalculator.Trends(new Period(null, Day), []));
        Assert.Empty(KpiCalculator.Trends(new Period(Day.AddDays(9), null), days));
        Assert.Equal([Day], KpiCalculator.Trends(new Period(Day, Day), []).Select(day => day.Date));
        Assert.Equal(30, KpiCalculator.Trends(Period.Of(new Month(2026, 11)), []).Count);
    }

    [Fact]
    public void Trends_YearWithDaylightSaving_HasEachDayOnce() =>
        Assert.Equal(
            Enumerable.Range(0, 365).Select(offset => new DateOnly(2026, 1, 1).AddDays(offset)),
            KpiCalculator.Trends(new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), []).Select(day => day.Date));

    [Theory]
    [InlineData("Europe/Warsaw", "2026-03-29T00:45:00Z", 7, 1)]
    [InlineData("Europe/Warsaw", "2026-03-29T01:00:00Z", 7, 3)]
    [InlineData("Europe/Warsaw", "2026-10-25T00:15:00Z", 7, 2)]
    [InlineData("Europe/Warsaw", "2026-10-25T01:15:00Z", 7, 2)]
    [InlineData("Europe/Warsaw", "2026-11-22T23:00:00Z", 1, 0)]
    [InlineData("Asia/Kathmandu", "2026-11-22T18:15:00Z", 1, 0)]
    [InlineData("Asia/Kathmandu", "2026-11-22T18:00:00Z", 7, 23)]
    [InlineData("UTC", "2026-11-21T12:30:00Z", 6, 12)]
    public void Hours_Instant_FallsIntoItsLocalHour(string zone, string instant, int weekday, int hour)
    {
        var local = ReportingZone.Find(zone)!.Local(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

        Assert.Equal([new HourlyVolume(weekday, hour, 5)],
            KpiCalculator.Hours([Hours(DateOnly.FromDateTime(local.DateTime), (local.Hour, 5))]));
    }

    [Fact]
    public void Hours_SameHourOfTheWeek_IsAdded() =>
        Assert.Equal(
            [new HourlyVolume(1, 8, 6), new HourlyVolume(1, 9, 7), new HourlyVolume(7, 8, 1)],
            KpiCalculator.Hours(
                [Hours(new DateOnly(2026, 11, 22), (8, 1)), Hours(new DateOnly(2026, 11, 23), (8, 2), (9, 7)),
                    Hours(new DateOnly(2026, 11, 30), (8, 4))]));

    private static (long LocalDay, byte[] Counts) Hours(DateOnly day, params (int Hour, long Count)[] hours)
    {
        var histogram = new Histogram();
        foreach (var (hour, count) in hours)
            histogram.Add(hour, count);
        return (day.DayNumber, histogram.ToBytes());
    }
}
