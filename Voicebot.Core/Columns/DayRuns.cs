using System.Runtime.CompilerServices;
using Voicebot.Core.Time;

namespace Voicebot.Core.Columns;

/// <summary>Those of a selection that follow one another and began on the same local day; a day may come several times.</summary>
internal static class DayRuns
{
    /// <returns>Day 0 is that of those without a start.</returns>
    public static IEnumerable<(long LocalDay, ColumnBlock Block, ReadOnlyMemory<ushort> Places)> Of(RowSelection selection,
        ReportingZone zone)
    {
        var clock = new LocalClock(zone);
        foreach (var part in selection.Parts)
        {
            var places = selection.MemoryOf(part);
            for (var first = 0; first < places.Length;)
            {
                var start = part.Block.Starts[places.Span[first]];
                var (day, from, to) = start == ColumnBlock.NoStart ? (0, start, start + 1L) : clock.DayOf(start);
                var end = End(part.Block.Starts, places.Span, first + 1, from, to);
                yield return (day, part.Block, places[first..end]);
                first = end;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int End(uint[] starts, ReadOnlySpan<ushort> places, int at, long from, long to)
    {
        var (least, most) = ((uint)Math.Max(from, 0), (uint)(to - 1));
        while (at < places.Length && starts[places[at]] >= least && starts[places[at]] <= most)
            at++;
        return at;
    }
}
