using CsCheck;
using Voicebot.Core.Kpis;

namespace Voicebot.Tests.Kpis;

public sealed class PercentilesTests
{
    /// <summary>Values as Excel's PERCENTILE.INC gives them.</summary>
    [Theory]
    [InlineData(new long[] { 1, 2, 3, 4 }, 0.3, 1.9)]
    [InlineData(new long[] { 1, 2, 3, 4 }, 0.5, 2.5)]
    [InlineData(new long[] { 1, 2, 3, 4 }, 0, 1)]
    [InlineData(new long[] { 1, 2, 3, 4 }, 1, 4)]
    [InlineData(new long[] { 15, 20, 35, 40, 50 }, 0.4, 29)]
    [InlineData(new long[] { 15, 20, 35, 40, 50 }, 0.9, 46)]
    [InlineData(new long[] { 10, 10, 10, 100 }, 0.95, 86.5)]
    [InlineData(new long[] { 7 }, 0.9, 7)]
    public void Of_KnownValues_EqualsExcel(long[] values, double fraction, double expected) =>
        Assert.Equal(expected, Percentiles.Of(Counted(values), fraction)!.Value, 9);

    [Fact]
    public void Of_NoValues_IsNull() => Assert.Null(Percentiles.Of([], 0.5));

    [Fact]
    public void Of_AnyValues_EqualsTheNaiveOne() =>
        Gen.Select(Gen.Long[1, 50].Array[1, 60], Gen.Double[0, 1]).Sample(
            (values, fraction) => Math.Abs(Percentiles.Of(Counted(values), fraction)!.Value - Naive(values, fraction)) < 1e-9,
            iter: 5_000);

    private static double Naive(long[] values, double fraction)
    {
        var sorted = values.Order().ToArray();
        var position = fraction * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] * (1 - (position - below)) + sorted[below + 1] * (position - below)
            : sorted[below];
    }

    private static List<(long, long)> Counted(long[] values) =>
        [.. values.GroupBy(value => value).OrderBy(group => group.Key).Select(group => (group.Key, (long)group.Count()))];
}
