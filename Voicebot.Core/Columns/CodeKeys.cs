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
        Dimension.Tag => table.Tags.Values.Length,
        Dimension.Transfer => table.Transfers.Values.Length,
        _ => table.Profiles.Values.Length,
    };

    /// <summary>Adds how many of these have each code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ColumnBlock block, ReadOnlySpan<ushort> places, int[] counts)
    {
        if (Narrow(block) is { } codes)
        {
            foreach (var place in places)
                counts[codes[place]]++;
        }
        else
        {
            var wide = dimension == Dimension.Criterion ? block.Criteria : block.Profiles;
            foreach (var place in places)
                counts[wide[place]]++;
        }
    }

    /// <summary>What one conversation of this code counts.</summary>
    public IEnumerable<(string Key, Tally Tally)> Of(int code) => dimension switch
    {
        Dimension.Criterion => code == 0 ? [] : table.Criteria.Values[code].Select(one => ConversationCounting.Criterion(one)),
        Dimension.Tool => code == 0 ? [] : table.Tools.Values[code].Select(one => ConversationCounting.Tool(one)),
        Dimension.Datum => code == 0 ? [] : table.Collected.Values[code].Select(id => (id, new Tally(1))),
        Dimension.Tag => code == 0 ? [] : table.Tags.Values[code].Select(id => (id, new Tally(1))),
        Dimension.Transfer => code == 0 ? [] : table.Transfers.Values[code].Select(one => ConversationCounting.Transfer(one)),
        _ => ConversationCounting.OfOneValue(table.Profiles.Values[code].Counted, dimension) is { } counted ? [counted] : [],
    };

    private ushort[]? Narrow(ColumnBlock block) => dimension switch
    {
        Dimension.Tool => block.Tools,
        Dimension.Datum => block.Collected,
        Dimension.Tag => block.Tags,
        Dimension.Transfer => block.Transfers,
        _ => null,
    };
}
