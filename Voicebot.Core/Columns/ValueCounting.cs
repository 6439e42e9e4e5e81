using System.Runtime.CompilerServices;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>How often each value occurs among conversations of a block.</summary>
internal static class ValueCounting
{
    private const int MostUsual = 4_096; // seconds
    private const int MostUsualWait = 8_192; // milliseconds

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Durations(Histogram histogram, ColumnBlock block, ReadOnlySpan<ushort> places)
    {
        Span<int> counts = stackalloc int[MostUsual];
        counts.Clear();
        var durations = block.Durations;
        foreach (var place in places)
        {
            var seconds = durations[place];
            if ((uint)seconds < MostUsual)
                counts[seconds]++;
            else if (seconds > 0)
                histogram.Add(seconds, 1);
        }
        Store(histogram, counts, from: 1);
    }

    /// <param name="ratings">By code.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Ratings(Histogram histogram, ColumnBlock block, ReadOnlySpan<ushort> places, ReadOnlySpan<double> ratings)
    {
        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        counts.Clear();
        foreach (var place in places)
            counts[block.Ratings[place]]++;
        for (var code = 1; code < ratings.Length; code++)
            if (counts[code] > 0)
                histogram.Add(ConversationCounting.Millionth(ratings[code]), counts[code]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Hours(Histogram histogram, ColumnBlock block, ReadOnlySpan<ushort> places, ref LocalClock clock)
    {
        Span<int> counts = stackalloc int[24];
        counts.Clear();
        foreach (var place in places)
            if (block.Starts[place] is not ColumnBlock.NoStart and var start)
                counts[clock.HourOf(start)]++;
        Store(histogram, counts, from: 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void QueueWaits(Histogram histogram, ColumnBlock block, ReadOnlySpan<ushort> places)
    {
        foreach (var place in places)
            if (block.QueueWaits[place] is > 0 and var millis)
                histogram.Add(millis, 1);
    }

    public static void ResponseTimes(Histogram histogram, ColumnBlock block, ReadOnlySpan<ushort> places)
    {
        Span<int> counts = stackalloc int[MostUsualWait];
        counts.Clear();
        block.ResponseTimes.Count(places, counts, histogram);
        Store(histogram, counts, from: 0);
    }

    private static void Store(Histogram histogram, ReadOnlySpan<int> counts, int from)
    {
        for (var value = from; value < counts.Length; value++)
            if (counts[value] > 0)
                histogram.Add(value, counts[value]);
    }
}
