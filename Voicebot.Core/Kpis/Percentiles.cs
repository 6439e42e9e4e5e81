namespace Voicebot.Core.Kpis;

/// <summary>Percentiles of counted values, linearly interpolated as Excel's PERCENTILE.INC does.</summary>
public static class Percentiles
{
    /// <param name="counted">Values ascending, each with how often it occurs.</param>
    /// <param name="fraction">0 to 1.</param>
    /// <returns>Null without values.</returns>
    public static double? Of(IReadOnlyList<(long Value, long Count)> counted, double fraction)
    {
        var n = counted.Sum(value => value.Count);
        if (n == 0)
            return null;
        var position = fraction * (n - 1);
        var below = (long)Math.Floor(position);
        var lower = At(counted, below);
        var upper = At(counted, Math.Min(below + 1, n - 1));
        return lower + (upper - lower) * (position - below);
    }

    /// <summary>The same with two decimals.</summary>
    public static double? Rounded(IReadOnlyList<(long Value, long Count)> counted, double fraction) =>
        Of(counted, fraction) is { } value ? Math.Round(value, 2) : null;

    private static long At(IReadOnlyList<(long Value, long Count)> counted, long index)
    {
        foreach (var (value, count) in counted)
        {
            if (index < count)
                return value;
            index -= count;
        }
        return counted[^1].Value;
    }
}
