using System.Globalization;
using Voicebot.Core.Money;

namespace Voicebot.Tests.Money;

public sealed class SpendForecastTests(ITestOutputHelper output)
{
    private const int MonthsOfShape = 60;
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly int[] Histories = [28, 42, 63, 84, 120];

    /// <summary>480 months of eight shapes, forecast on a day that chance picks, from one to four months of history.</summary>
    [Fact]
    public void Of_GeneratedMonths_TheRangeHoldsTheTruthInFourOfFive()
    {
        var held = 0;
        foreach (var (shape, number) in GeneratedSpending.Shapes.Select((shape, number) => (shape, number)))
        {
            var ofShape = Enumerable.Range(0, MonthsOfShape).Count(month => IsHeld(shape, new Random(1_000 * number + month)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shape}: {100.0 * ofShape / MonthsOfShape:0.0} %"));
            Assert.InRange(ofShape, 0.6 * MonthsOfShape, MonthsOfShape);
            held += ofShape;
        }
        var share = 100.0 * held / (MonthsOfShape * GeneratedSpending.Shapes.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all: {share:0.0} %"));
        Assert.InRange(share, 75, 85);
    }

    /// <summary>So that the range is no wide excuse: where only the weekdays differ, it is narrow, and its middle is near.</summary>
    [Fact]
    public void Of_WeekdaysAlone_IsNearTheTruth()
    {
        var off = new List<double>();
        for (var seed = 0; seed < 40; seed++)
        {
            var made = GeneratedSpending.Of("weekdays", new Random(seed), 84 + 20);
            var (point, truth) = Forecast(made, 84);
            off.Add(point.Expected / truth - 1);
            Assert.InRange((point.High - point.Low) / truth, 0.05, 0.5);
        }
        Assert.InRange(off.Average(), -0.02, 0.02);
        Assert.InRange(off.Select(Math.Abs).Max(), 0, 0.25);
    }

    /// <summary>The slope fades out, but a level that stayed would be more than six per cent below the truth.</summary>
    [Fact]
    public void Of_GrowingLevel_GoesOnGrowing()
    {
        var (point, truth) = Forecast([.. Enumerable.Range(0, 84 + 20).Select(day => 100 * Math.Pow(1.005, day))], 84);
        Assert.InRange(point.Expected / truth, 0.96, 1.01);
    }

    [Fact]
    public void Of_TooLittle_SaysNothing()
    {
        Assert.Empty(Ahead(Days(Enumerable.Repeat(1.0, SpendForecast.LeastDays - 1)), 5));
        Assert.NotEmpty(Ahead(Days(Enumerable.Repeat(1.0, SpendForecast.LeastDays)), 5));
        Assert.Empty(Ahead(Days(Enumerable.Repeat(0.0, 40)), 5));
        Assert.Empty(Ahead([], 5));
        // Days whose costs nobody knows are none.
        var unknown = Days(Enumerable.Repeat(1.0, 40)).Select((day, i) => i < 27 ? day with { Usd = null } : day).ToList();
        Assert.Empty(Ahead(unknown, 5));
    }

    /// <summary>A day of unknown costs is left out; one of none is a day on which nothing was spent.</summary>
    [Fact]
    public void Of_UnknownDays_AreNotZero()
    {
        var days = Days(Enumerable.Repeat(10.0, 56));
        var unknown = days.Select((day, i) => i is 20 or 33 or 47 ? day with { Usd = null } : day).ToList();
        var zero = days.Select((day, i) => i is 20 or 33 or 47 ? day with { Usd = 0 } : day).ToList();
        Assert.Equal(100, Ahead(unknown, 10)[^1].Expected, 0.5);
        Assert.InRange(Ahead(zero, 10)[^1].Expected, 80, 99);
    }

    /// <summary>Days between the data's end and the month are gone through, but not added up.</summary>
    [Fact]
    public void Of_DataThatEndBeforeTheMonth_AddsUpTheMonthAlone()
    {
        var days = Days(Enumerable.Repeat(10.0, 56));
        var last = days[^1].Day;
        var points = SpendForecast.Of(days, last.AddDays(4), last.AddDays(13));
        Assert.Equal((10, last.AddDays(4)), (points.Count, points[0].Day));
        Assert.Equal(100, points[^1].Expected, 0.5);
        Assert.Equal(points.Select(point => point.Expected).Order(), points.Select(point => point.Expected));
    }

    private static bool IsHeld(string shape, Random random)
    {
        var history = Histories[random.Next(Histories.Length)];
        var (length, day) = (random.Next(28, 32), random.Next(1, 26));
        var made = GeneratedSpending.Of(shape, random, history + length);
        var (point, truth) = Forecast(made, history + day);
        return truth >= point.Low && truth <= point.High;
    }

    private static (ForecastPoint Point, double Truth) Forecast(IReadOnlyList<double> made, int known) =>
        (Ahead(Days(made.Take(known)), made.Count - known)[^1], made.Skip(known).Sum());

    private static List<KnownDay> Days(IEnumerable<double> costs) =>
        [.. costs.Select((usd, day) => new KnownDay(Monday.AddDays(day), usd))];

    private static IReadOnlyList<ForecastPoint> Ahead(List<KnownDay> days, int count)
    {
        var last = days.Count > 0 ? days[^1].Day : Monday;
        return SpendForecast.Of(days, last.AddDays(1), last.AddDays(count));
    }
}
