namespace Voicebot.Core.Charts;

/// <summary>Round values for the lines of a chart; pure.</summary>
/// <param name="Least">Where the axis begins.</param>
/// <param name="Most">Where it ends.</param>
public sealed record ChartScale(double Least, double Most, double Step)
{
    private const int Lines = 4;

    /// <summary>From zero to at least the largest, in whole steps.</summary>
    public static ChartScale FromZero(double largest)
    {
        var step = Round(Math.Max(largest, Lines) / Lines);
        return new ChartScale(0, Math.Max(step, Math.Ceiling(largest / step) * step), step);
    }

    /// <summary>Around rates, in percent; a line of them need not begin at zero.</summary>
    public static ChartScale OfRates(IReadOnlyCollection<double> rates)
    {
        if (rates.Count == 0)
            return new ChartScale(0, 100, 25);
        var (low, high) = (rates.Min(), rates.Max());
        var step = Round(Math.Max(high - low, 4) / (Lines - 1));
        var least = Math.Max(0, Math.Floor(low / step) * step);
        var most = Math.Min(100, Math.Ceiling(high / step) * step);
        return most - least >= step ? new ChartScale(least, most, step) : new ChartScale(Math.Max(0, most - step), most, step);
    }

    public IEnumerable<double> Values()
    {
        for (var value = Least; value <= Most + Step / 1000; value += Step)
            yield return value;
    }

    /// <summary>1, 2 or 5 times a power of ten, at least one.</summary>
    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(step, 1))));
        return new[] { 1, 2, 5, 10 }.Select(times => times * power).First(one => one >= step - 1e-9);
    }
}
