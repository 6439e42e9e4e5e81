using System.Text;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>
/// Makes the columns, and keeps them up: a block that somebody may be reading is copied before it is changed. One writer at a time.
/// </summary>
internal sealed class ColumnWriter
{
    private const long WidestId = 1 << 20;

    private readonly List<ColumnBlock> blocks = [];
    private readonly HashSet<int> own = []; // blocks that no table has
    private readonly Stack<int> free = new();
    private readonly CodeTable<RowProfile> profiles = new(ColumnReading.Profile);
    private readonly CodeTable<double> ratings = new(bytes => BitConverter.ToDouble(bytes));
    private readonly CodeTable<IReadOnlyList<(string CriterionId, string Result)>> criteria =
        new(json => ConversationAnswers.Criteria(Encoding.UTF8.GetString(json)));
    private readonly CodeTable<IReadOnlyList<(string Tool, long Calls, long Errors)>> tools =
        new(json => ConversationAnswers.Tools(Encoding.UTF8.GetString(json)));
    private readonly CodeTable<IReadOnlyList<string>> collected = new(Names);
    private readonly CodeTable<IReadOnlyList<string>> tags = new(Names);
    private int[] placeOf = []; // by id, from 1 on; 0 for none
    private byte[] buffer = new byte[256];
    private int used;

    /// <summary>How much memory it takes, roughly.</summary>
    public long Bytes => ((long)blocks.Count * ColumnBlock.Size * ColumnBlock.BytesOfARow) + ((long)placeOf.Length * sizeof(int))
        + profiles.Bytes + criteria.Bytes + tools.Bytes + collected.Bytes + tags.Bytes;

    /// <summary>The columns as they are now, for readers.</summary>
    public ColumnTable ToTable()
    {
        own.Clear();
        return new ColumnTable([.. blocks], used, profiles.Codes, criteria.Codes, tools.Codes, collected.Codes, tags.Codes, ratings.Codes);
    }

    /// <summary>Takes over a row of <see cref="ColumnReading.Columns"/>, new or changed.</summary>
    /// <exception cref="ColumnOverflowException">There is no room for a value of it.</exception>
    public void Set(RowCursor row)
    {
        var id = row.Whole(ColumnReading.Id);
        var place = PlaceFor(id);
        var (block, at) = (Own(place >> ColumnBlock.Bits), place & (ColumnBlock.Size - 1));
        block.SetStart(at, row.IsNull(ColumnReading.Start) ? ColumnBlock.NoStart : Start(row.Whole(ColumnReading.Start)));
        block.Durations[at] = Whole(row, ColumnReading.Duration);
        block.Messages[at] = Whole(row, ColumnReading.Messages);
        block.BotMessages[at] = Whole(row, ColumnReading.BotMessages);
        block.Credits[at] = Whole(row, ColumnReading.Credits);
        block.Dollars[at] = row.IsNull(ColumnReading.Dollars) ? double.NaN : row.Number(ColumnReading.Dollars);
        block.Ratings[at] = row.IsNull(ColumnReading.Rating) ? (byte)0 : Rating(row.Number(ColumnReading.Rating));
        block.Criteria[at] = Code(criteria, row, ColumnReading.Criteria);
        block.Tools[at] = Narrow(Code(tools, row, ColumnReading.Tools), "tools");
        block.Collected[at] = Narrow(Code(collected, row, ColumnReading.Collected), "collected data");
        block.Tags[at] = Narrow(Code(tags, row, ColumnReading.Tags), "tags");
        block.Ids[at] = (int)id;
        block.Profiles[at] = profiles.CodeOf(ColumnReading.Key(row, ref buffer)); // last: now it counts
        placeOf[id] = place + 1;
    }

    public void Remove(long id)
    {
        if (PlaceOf(id) is not { } place)
            return;
        Own(place >> ColumnBlock.Bits).Profiles[place & (ColumnBlock.Size - 1)] = 0;
        placeOf[id] = 0;
        free.Push(place);
    }

    private int? PlaceOf(long id) => id > 0 && id < placeOf.Length && placeOf[id] > 0 ? placeOf[id] - 1 : null;

    private int PlaceFor(long id)
    {
        // The ids of a program count on from 1, with gaps where something was erased; an array is the smallest way to find their places.
        if (id <= 0 || id > WidestId + (8L * used) || id > Array.MaxLength)
            throw new ColumnOverflowException("so wide a range of ids");
        if (id >= placeOf.Length)
            Array.Resize(ref placeOf, (int)Math.Min(Math.Max(id + 1, id + (id / 8) + 1_024), Array.MaxLength));
        if (PlaceOf(id) is { } place)
            return place;
        if (free.TryPop(out var empty))
            return empty;
        if (used >> ColumnBlock.Bits == blocks.Count)
        {
            own.Add(blocks.Count);
            blocks.Add(new ColumnBlock());
        }
        return used++;
    }

    private ColumnBlock Own(int number) => own.Add(number) ? blocks[number] = blocks[number].Copy() : blocks[number];

    private static IReadOnlyList<string> Names(ReadOnlySpan<byte> json) =>
        ConversationAnswers.CollectedIds(Encoding.UTF8.GetString(json));

    private byte Rating(double rating)
    {
        var code = ratings.CodeOf(BitConverter.GetBytes(rating));
        return code <= byte.MaxValue ? (byte)code : throw new ColumnOverflowException("so many different ratings");
    }

    private static uint Start(long seconds) =>
        seconds is >= 0 and < ColumnBlock.NoStart ? (uint)seconds : throw new ColumnOverflowException("a start so far away");

    private static int Whole(RowCursor row, int column) => row.IsNull(column) ? ColumnBlock.Unknown
        : row.Whole(column) is > int.MinValue and <= int.MaxValue and var value ? (int)value
        : throw new ColumnOverflowException("so large a number");

    private static int Code<T>(CodeTable<T> table, RowCursor row, int column) => row.IsNull(column) ? 0 : table.CodeOf(row.Bytes(column));

    private static ushort Narrow(int code, string what) =>
        code <= ushort.MaxValue ? (ushort)code : throw new ColumnOverflowException($"so many different sets of {what}");
}
