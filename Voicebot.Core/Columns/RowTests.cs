using System.Runtime.CompilerServices;

namespace Voicebot.Core.Columns;

/// <summary>The conditions of a <see cref="RowFilter"/> as they are asked of the blocks of a table.</summary>
/// <param name="profiles">Which profiles meet theirs.</param>
/// <param name="from">Unix seconds, inclusive.</param>
/// <param name="to">Unix seconds, exclusive; the largest number for any start and none.</param>
internal sealed class RowTests(bool[] profiles, long from, long to, RowTest[] tests)
{
    private bool IsBounded => from > 0 || to < long.MaxValue;

    /// <summary>Writes the places of a block that meet all conditions, and says how many.</summary>
    /// <param name="used">So many places of the block are in use.</param>
    public int Select(ColumnBlock block, int used, Span<ushort> places)
    {
        if (IsBounded && (block.LastStart < from || block.FirstStart >= to))
            return 0;
        var count = OfProfile(block.Profiles.AsSpan(0, used), places);
        if (IsBounded && (block.FirstStart < from || block.LastStart >= to))
            count = OfStart(block.Starts, places[..count]);
        else if (IsBounded)
            count = WithStart(block.Starts, places[..count]);
        foreach (var test in tests)
        {
            if (count == 0)
                break;
            count = test.Keep(block, places[..count]);
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int OfProfile(ReadOnlySpan<int> column, Span<ushort> places)
    {
        var (count, meets) = (0, profiles);
        for (var i = 0; i < column.Length; i++)
        {
            places[count] = (ushort)i;
            count += meets[column[i]] ? 1 : 0;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int OfStart(uint[] starts, Span<ushort> places)
    {
        var (least, most) = ((uint)Math.Clamp(from, 0, ColumnBlock.NoStart), (uint)Math.Clamp(to - 1, 0, ColumnBlock.NoStart - 1));
        var count = 0;
        foreach (var place in places)
        {
            places[count] = place;
            count += starts[place] >= least && starts[place] <= most ? 1 : 0;
        }
        return to <= 0 ? 0 : count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WithStart(uint[] starts, Span<ushort> places)
    {
        var count = 0;
        foreach (var place in places)
        {
            places[count] = place;
            count += starts[place] != ColumnBlock.NoStart ? 1 : 0;
        }
        return count;
    }
}
