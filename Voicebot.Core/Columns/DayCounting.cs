using System.Runtime.CompilerServices;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Columns;

/// <summary>The figures of each local day of a selection.</summary>
internal static class DayCounting
{
    /// <returns>Ascending; day 0 holds those without a start.</returns>
    public static IReadOnlyList<DayFigures> Of(ColumnTable table, RowSelection selection, ReportingZone zone)
    {
        var days = new SortedDictionary<long, DayFigures>();
        var (counts, touched) = (new int[table.Profiles.Values.Length], new List<int>());
        foreach (var (localDay, block, places) in DayRuns.Of(selection, zone))
        {
            if (!days.TryGetValue(localDay, out var day))
                days[localDay] = day = new DayFigures { LocalDay = localDay };
            CountProfiles(block.Profiles, places.Span, counts, touched);
            foreach (var profile in touched)
            {
                ConversationCounting.Count(day, table.Profiles.Values[profile].Counted, counts[profile]);
                counts[profile] = 0;
            }
            touched.Clear();
            NumberCounting.Add(day, block, places.Span);
        }
        return [.. days.Values];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountProfiles(int[] profiles, ReadOnlySpan<ushort> places, int[] counts, List<int> touched)
    {
        foreach (var place in places)
            if (counts[profiles[place]]++ == 0)
                touched.Add(profiles[place]);
    }
}
