using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>The figures of each profile of a selection.</summary>
internal static class ProfileCounting
{
    public static IEnumerable<(RowProfile Profile, DayFigures Figures)> Of(ColumnTable table, RowSelection selection)
    {
        var figures = new DayFigures?[table.Profiles.Values.Length];
        foreach (var part in selection.Parts)
            Add(figures, part.Block, selection.PlacesOf(part));
        for (var code = 1; code < figures.Length; code++)
            if (figures[code] is { } sum)
            {
                var profile = table.Profiles.Values[code];
                var count = (int)sum.Total;
                sum.Total = 0;
                ConversationCounting.Count(sum, profile.Counted, count);
                yield return (profile, sum);
            }
    }

    /// <summary>Numbers, and in the total how many there are.</summary>
    private static void Add(DayFigures?[] figures, ColumnBlock block, ReadOnlySpan<ushort> places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var sum = figures[block.Profiles[places[i]]] ??= new DayFigures();
            sum.Total++;
            NumberCounting.Add(sum, block, places.Slice(i, 1));
        }
    }
}
