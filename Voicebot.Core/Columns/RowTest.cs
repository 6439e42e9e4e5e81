using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Voicebot.Core.Columns;

/// <summary>One condition on one column.</summary>
internal abstract class RowTest
{
    /// <summary>Moves the places that meet it to the front, and says how many they are.</summary>
    public abstract int Keep(ColumnBlock block, Span<ushort> places);
}

/// <summary>A whole number between two; an unknown one is only between two that are unknown.</summary>
internal sealed class RangeTest<T>(Func<ColumnBlock, T[]> column, long least, long most) : RowTest
    where T : struct, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Keep(ColumnBlock block, Span<ushort> places)
    {
        var (values, count) = (column(block), 0);
        foreach (var place in places)
        {
            places[count] = place;
            count += long.CreateTruncating(values[place]) is var value && value >= least && value <= most ? 1 : 0;
        }
        return count;
    }
}

/// <summary>One of some codes.</summary>
internal sealed class CodeTest<T>(Func<ColumnBlock, T[]> column, bool[] holds) : RowTest
    where T : struct, IBinaryInteger<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Keep(ColumnBlock block, Span<ushort> places)
    {
        var (values, codes, count) = (column(block), holds, 0);
        foreach (var place in places)
        {
            places[count] = place;
            count += codes[int.CreateTruncating(values[place])] ? 1 : 0;
        }
        return count;
    }
}

/// <summary>Dollars that are known, or are not.</summary>
internal sealed class DollarsTest(bool known) : RowTest
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Keep(ColumnBlock block, Span<ushort> places)
    {
        var (values, count) = (block.Dollars, 0);
        foreach (var place in places)
        {
            places[count] = place;
            count += double.IsNaN(values[place]) != known ? 1 : 0;
        }
        return count;
    }
}

/// <summary>A known start in some hours of the local week.</summary>
/// <param name="hours">168 of them, from Monday on.</param>
internal sealed class HoursTest(LocalClock clock, bool[] hours) : RowTest
{
    private LocalClock clock = clock;

    public override int Keep(ColumnBlock block, Span<ushort> places) =>
        clock.Offset(block.FirstStart, block.LastStart) is { } offset
            ? Keep(block.Starts, places, offset) : KeepEach(block.Starts, places);

    /// <summary>Where the same offset holds for all, which is nearly everywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Keep(uint[] starts, Span<ushort> places, int offset)
    {
        var count = 0;
        foreach (var place in places)
        {
            places[count] = place;
            var start = starts[place];
            count += start != ColumnBlock.NoStart && hours[LocalClock.HourOfWeek(start, offset)] ? 1 : 0;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int KeepEach(uint[] starts, Span<ushort> places)
    {
        var count = 0;
        foreach (var place in places)
        {
            places[count] = place;
            var start = starts[place];
            count += start != ColumnBlock.NoStart && hours[clock.HourOfWeek(start)] ? 1 : 0;
        }
        return count;
    }
}

/// <summary>One of some conversations, which something else has found.</summary>
/// <param name="found">By row id.</param>
internal sealed class IdsTest(IdSet found) : RowTest
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Keep(ColumnBlock block, Span<ushort> places)
    {
        var (ids, count) = (block.Ids, 0);
        foreach (var place in places)
        {
            places[count] = place;
            count += found.Contains(ids[place]) ? 1 : 0;
        }
        return count;
    }
}

/// <summary>What does not meet another test.</summary>
internal sealed class OppositeTest(RowTest test) : RowTest
{
    public override int Keep(ColumnBlock block, Span<ushort> places)
    {
        var meeting = ArrayPool<ushort>.Shared.Rent(places.Length);
        places.CopyTo(meeting);
        var met = meeting.AsSpan(0, test.Keep(block, meeting.AsSpan(0, places.Length)));
        var (count, next) = (0, 0);
        foreach (var place in places)
        {
            if (next < met.Length && met[next] == place)
                next++;
            else
                places[count++] = place;
        }
        ArrayPool<ushort>.Shared.Return(meeting);
        return count;
    }
}
