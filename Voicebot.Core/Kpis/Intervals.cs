namespace Voicebot.Core.Kpis;

/// <summary>Confidence intervals of differences; pure. Rates and their intervals are fractions of 1.</summary>
public static class Intervals
{
    /// <summary>Newcombe's interval (his method 10, from two of Wilson's) of the difference of two rates.</summary>
    /// <param name="part">How many of <paramref name="whole"/> now; the other two before.</param>
    public static Interval RateDifference(long part, long whole, long partBefore, long wholeBefore, Confidence confidence)
    {
        var (p, q) = ((double)part / whole, (double)partBefore / wholeBefore);
        var (now, before) = (Wilson(part, whole, confidence), Wilson(partBefore, wholeBefore, confidence));
        var difference = p - q;
        return new Interval(
            difference - Math.Sqrt(Square(p - now.Low) + Square(before.High - q)),
            difference + Math.Sqrt(Square(now.High - p) + Square(q - before.Low)));
    }

    /// <summary>Wilson's interval of a rate.</summary>
    public static Interval Wilson(long part, long whole, Confidence confidence)
    {
        var z = confidence.Quantile;
        var (p, n) = ((double)part / whole, (double)whole);
        var middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        var reach = z / (1 + z * z / n) * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(Math.Max(0, middle - reach), Math.Min(1, middle + reach));
    }

    /// <summary>Welch's interval of the difference of two means.</summary>
    public static Interval MeanDifference(Sample now, Sample before, Confidence confidence)
    {
        var difference = now.Mean - before.Mean;
        var (a, b) = (now.Variance / now.Count, before.Variance / before.Count);
        if (a + b == 0)
            return new Interval(difference, difference);
        var freedom = Square(a + b) / (Square(a) / (now.Count - 1) + Square(b) / (before.Count - 1));
        var reach = confidence.StudentQuantile(freedom) * Math.Sqrt(a + b);
        return new Interval(difference - reach, difference + reach);
    }

    private static double Square(double value) => value * value;
}

/// <summary>From low to high, both inclusive.</summary>
public readonly record struct Interval(double Low, double High)
{
    public bool HasZero => Low <= 0 && High >= 0;

    public static Interval operator *(Interval interval, double factor) => new(interval.Low * factor, interval.High * factor);
}

/// <summary>How many values, their mean and the unbiased variance; at least two values.</summary>
public readonly record struct Sample(long Count, double Mean, double Variance)
{
    /// <param name="sum">Of the values.</param>
    /// <param name="squares">The sum of their squares.</param>
    public static Sample Of(long count, double sum, double squares) =>
        new(count, sum / count, count < 2 ? 0 : Math.Max(0, (squares - sum * sum / count) / (count - 1)));

    public static Sample Of(IReadOnlyList<(double Value, long Count)> counted)
    {
        var count = counted.Sum(one => one.Count);
        var mean = counted.Sum(one => one.Value * one.Count) / count;
        return new Sample(count, mean, count < 2 ? 0
            : counted.Sum(one => (one.Value - mean) * (one.Value - mean) * one.Count) / (count - 1));
    }
}

/// <summary>How sure an interval is, two-sided.</summary>
/// <param name="Quantile">Of the normal distribution.</param>
public sealed record Confidence(double Quantile)
{
    public static Confidence Percent95 { get; } = new(1.959963984540054);
    public static Confidence Percent99 { get; } = new(2.5758293035489004);

    /// <summary>
    /// Of Student's distribution, by the Cornish-Fisher expansion (Abramowitz and Stegun, 26.7.5): right to four digits from 20 degrees of
    /// freedom on.
    /// </summary>
    public double StudentQuantile(double freedom)
    {
        var z = Quantile;
        var (z3, z5, z7) = (Math.Pow(z, 3), Math.Pow(z, 5), Math.Pow(z, 7));
        return z
            + (z3 + z) / (4 * freedom)
            + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * Math.Pow(freedom, 3));
    }
}
