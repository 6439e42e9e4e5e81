using System.Runtime.CompilerServices;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>A dimension as it lies in a column: which code a conversation has, and what each code counts.</summary>
internal sealed class CodeKeys(ColumnTable table, string dimension)
{
    public int Codes { get; } = dimension switch
    {
        Dimension.Criterion => table.Criteria.Values.Length,
        Dimension.Tool => table.Tools.Values.Length,
        Dimension.Datum => table.Collected.Values.Length,
        _ => table.Profiles.Values.Length,
    };

    /// <summary>Adds how many of these have each code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ColumnBlock block, ReadOnlySpan<ushort> places, int[] counts)
    {
        if (dimension == Dimension.Tool || dimension == Dimension.Datum)
        {
            var codes = dimension == Dimension.Tool ? block.Tools : block.Collected;
            foreach (var place in places)
                counts[codes[place]]++;
        }
        else
        {
            var codes = dimension == Dimension.Criterion ? block.Criteria : block.Profiles;
            foreach (var place in places)
                counts[codes[place]]++;
        }
    }

    /// <summary>What one conversation of this code counts.</summary>
    public IEnumerable<(string Key, Tally Tally)> Of(int code) => dimension switch
    {
        Dimension.Criterion => code == 0 ? [] : table.Criteria.Values[code].Select(one => ConversationCounting.Criterion(one)),
        Dimension.Tool => code == 0 ? [] : table.Tools.Values[code].Select(one => ConversationCounting.Tool(one)),
        Dimension.Datum => code == 0 ? [] : table.Collected.Values[code].Select(id => (id, new Tally(1))),
        _ => [(ConversationCounting.Key(table.Profiles.Values[code].Counted, dimension), new Tally(1))],
    };
}
