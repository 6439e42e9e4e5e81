using System.Runtime.CompilerServices;
using System.Text;

namespace Voicebot.Core.Columns;

/// <summary>An order of lists over columns: unknown values last, equal ones newest first.</summary>
/// <param name="value">A conversation's number in the order from low to high; null where it is unknown.</param>
internal sealed class RowOrder(Func<ColumnTable, Func<ColumnBlock, int, long?>> value, bool descending)
{
    private const int FewRows = 2_000;

    /// <summary>Decides, in the other direction, between equal ones.</summary>
    private Func<ColumnTable, Func<ColumnBlock, int, long?>>? Second { get; init; }

    /// <summary>By the start itself: equal ones in the same direction.</summary>
    public bool IsByStart { get; private init; }

    public static RowOrder ByStart(bool descending) => new(_ => (_, _) => 0, descending) { IsByStart = true };

    /// <summary>By a whole number.</summary>
    public static RowOrder By(Func<ColumnBlock, int[]> column, bool descending) =>
        new(_ => (block, place) => column(block)[place] is not ColumnBlock.Unknown and var number ? number : null, descending);

    /// <summary>By a number of messages.</summary>
    public static RowOrder By(Func<ColumnBlock, ushort[]> column, bool descending) =>
        new(_ => (block, place) => column(block)[place] is not ColumnBlock.UnknownMessages and var number ? number : null, descending);

    public static RowOrder ByDollars(bool descending) =>
        new(_ => (block, place) => double.IsNaN(block.Dollars[place]) ? null : Ordered(block.Dollars[place]), descending);

    public static RowOrder ByRating(bool descending) => new(Rating, descending);

    /// <summary>Of those that failed equally many the lower rating is the worse.</summary>
    public static RowOrder ByFailedCriteria(bool descending) => new(table =>
    {
        var failed = table.Criteria.Values.ToArray()
            .Select((results, code) => code == 0 ? 0 : results.LongCount(one => one.Result == "failure")).ToArray();
        return (block, place) => failed[block.Criteria[place]];
    }, descending)
    { Second = Rating };

    /// <summary>By a text, as the database compares texts: byte by byte.</summary>
    public static RowOrder By(Func<RowProfile, string?> text, bool descending) => new(table =>
    {
        var texts = table.Profiles.Values.ToArray().Select((profile, code) => code == 0 ? null : text(profile)).ToList();
        var places = texts.OfType<string>().Distinct(StringComparer.Ordinal)
            .OrderBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))
            .Index().ToDictionary(one => one.Item, one => (long)one.Index, StringComparer.Ordinal);
        var ranks = texts.Select(one => one is null ? (long?)null : places[one]).ToArray();
        return (block, place) => ranks[block.Profiles[place]];
    }, descending);

    /// <summary>The row ids of a page of the list.</summary>
    /// <param name="offset">So many come before it.</param>
    public IReadOnlyList<long> Page(ColumnTable table, RowSelection selection, long offset, int count)
    {
        var last = Math.Min(offset + count, selection.Count);
        if (offset >= last)
            return [];
        var keys = First(table, selection, (int)last);
        return [.. keys.AsSpan((int)offset, (int)(last - offset)).ToArray().Select(IdOf)];
    }

    /// <summary>
    /// The first ones, in order: whatever may be one of them is gathered, and now and then all but the first are dropped. Gone through
    /// from where they are likely to lie.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RowKey[] First(ColumnTable table, RowSelection selection, int count)
    {
        var (gathered, found, last) = (new RowKey[Math.Min(Math.Max(count * 4, FewRows), selection.Count)], 0, RowKey.Last);
        var (key, number) = (Key(table), value(table));
        foreach (var part in Parts(selection))
        {
            var block = part.Block;
            if (IsBehind(block, last))
                break; // and so are all that follow
            var places = selection.PlacesOf(part);
            var isFromEnd = IsFromEnd(block, places);
            for (var i = 0; i < places.Length; i++)
            {
                var place = places[isFromEnd ? places.Length - 1 - i : i];
                if (!IsByStart && Placed(number(block, place), descending) > last.Value)
                    continue; // nearly all, without looking at the rest of the key
                if (key(block, place) is var one && one.CompareTo(last) > 0)
                    continue;
                if (found == gathered.Length)
                {
                    Array.Sort(gathered);
                    (found, last) = (count, gathered[count - 1]);
                    if (one.CompareTo(last) > 0)
                        continue;
                }
                gathered[found++] = one;
            }
        }
        Array.Sort(gathered, 0, found);
        return gathered;
    }

    private IEnumerable<SelectedPart> Parts(RowSelection selection) =>
        IsByStart ? selection.Parts.OrderBy(part => FirstOf(part.Block)) : selection.Parts;

    /// <summary>A sync comes upon the newest first, time goes the other way: either order of places is usual.</summary>
    private bool IsFromEnd(ColumnBlock block, ReadOnlySpan<ushort> places) =>
        IsByStart && descending == block.Starts[places[0]] < block.Starts[places[^1]];

    /// <summary>Whether nothing of a block can come before a conversation.</summary>
    private bool IsBehind(ColumnBlock block, RowKey last) =>
        IsByStart && FirstOf(block) > last.Start;

    private long FirstOf(ColumnBlock block) => StartOf(descending ? block.LastStart : block.FirstStart, descending);

    private Func<ColumnBlock, int, RowKey> Key(ColumnTable table)
    {
        if (IsByStart)
            return (block, place) => new RowKey(0, 0, StartOf(block.Starts[place], descending),
                descending ? -block.Ids[place] : block.Ids[place]);
        var (number, second) = (value(table), Second?.Invoke(table));
        return (block, place) => new RowKey(
            Placed(number(block, place), descending), second is null ? 0 : Placed(second(block, place), !descending),
            StartOf(block.Starts[place], descending: true), -block.Ids[place]);
    }

    private static Func<ColumnBlock, int, long?> Rating(ColumnTable table)
    {
        var ratings = table.Ratings.ToArray();
        return (block, place) => block.Ratings[place] is > 0 and var code ? Ordered(ratings[code]) : null;
    }

    /// <summary>Unknown ones last, in both directions.</summary>
    private static long Placed(long? number, bool descending) =>
        number is not { } known ? long.MaxValue : descending ? -known : known;

    private long IdOf(RowKey key) => IsByStart && !descending ? key.Id : -key.Id;

    private static long StartOf(uint start, bool descending) =>
        start == ColumnBlock.NoStart ? long.MaxValue : descending ? -(long)start : start;

    /// <summary>Whole numbers in the order of these.</summary>
    private static long Ordered(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number + 0.0); // no negative zero
        return bits >= 0 ? bits : long.MinValue - bits;
    }
}
