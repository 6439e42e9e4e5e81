using System.Text;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>
/// Makes the columns, and keeps them up: a block that somebody may be reading is copied before it is changed. One writer at a time.
/// </summary>
internal sealed class ColumnWriter
{
    // So many places may lie empty for each that is in use, before it is worth reading everything anew.
    private const int EmptyForUsed = 4;

    private readonly List<ColumnBlock> blocks = [];
    private readonly HashSet<int> own = []; // blocks that no table has
    private readonly RowPlaces places = new();
    private readonly CodeTable<RowProfile> profiles = new(ColumnReading.Profile);
    private readonly CodeTable<double> ratings = new(bytes => BitConverter.ToDouble(bytes));
    private readonly CodeTable<IReadOnlyList<(string CriterionId, string Result)>> criteria =
        new(json => ConversationAnswers.Criteria(Encoding.UTF8.GetString(json)));
    private readonly CodeTable<IReadOnlyList<(string Tool, long Calls, long Errors)>> tools =
        new(json => ConversationAnswers.Tools(Encoding.UTF8.GetString(json)));
    private readonly CodeTable<IReadOnlyList<string>> collected = new(Names);
    private readonly CodeTable<IReadOnlyList<string>> tags = new(Names);
    private readonly CodeTable<IReadOnlyList<(string ResultType, long Count)>> transfers =
        new(json => ConversationAnswers.Transfers(Encoding.UTF8.GetString(json)));
    private byte[] buffer = new byte[256];
    private int empty;

    /// <summary>How much memory it takes, roughly.</summary>
    public long Bytes => ((long)blocks.Count * ColumnBlock.Size * ColumnBlock.BytesOfARow)
        + blocks.Sum(block => block.ResponseTimes.Bytes) + places.Bytes
        + profiles.Bytes + criteria.Bytes + tools.Bytes + collected.Bytes + tags.Bytes + transfers.Bytes;

    /// <summary>Of conversations.</summary>
    public int Count => places.Count - empty;

    /// <summary>True when much of the memory is of conversations that are gone.</summary>
    public bool IsWasteful => empty > ColumnBlock.Size && empty > places.Count / EmptyForUsed;

    /// <summary>The columns as they are now, for readers.</summary>
    public ColumnTable ToTable()
    {
        own.Clear();
        return new ColumnTable([.. blocks], places.Count, profiles.Codes, criteria.Codes, tools.Codes, collected.Codes, tags.Codes,
            transfers.Codes, ratings.Codes);
    }

    /// <summary>Takes over a row of <see cref="ColumnReading.Columns"/>, new or changed.</summary>
    /// <exception cref="ColumnOverflowException">There is no room for a value of it.</exception>
    public void Set(RowCursor row)
    {
        var id = row.Whole(ColumnReading.Id) is > 0 and <= int.MaxValue and var known ? (int)known
            : throw new ColumnOverflowException("ids so large");
        var place = PlaceFor(id);
        var (block, at) = (Own(place >> ColumnBlock.Bits), place & (ColumnBlock.Size - 1));
        block.SetStart(at, row.IsNull(ColumnReading.Start) ? ColumnBlock.NoStart : Start(row.Whole(ColumnReading.Start)));
        block.Durations[at] = Whole(row, ColumnReading.Duration);
        block.Messages[at] = Messages(row, ColumnReading.Messages);
        block.BotMessages[at] = Messages(row, ColumnReading.BotMessages);
        block.Credits[at] = Whole(row, ColumnReading.Credits);
        block.Dollars[at] = row.IsNull(ColumnReading.Dollars) ? double.NaN : row.Number(ColumnReading.Dollars);
        block.Ratings[at] = row.IsNull(ColumnReading.Rating) ? (byte)0 : Rating(row.Number(ColumnReading.Rating));
        block.Criteria[at] = Code(criteria, row, ColumnReading.Criteria);
        block.Tools[at] = Narrow(Code(tools, row, ColumnReading.Tools), "tools");
        block.Collected[at] = Narrow(Code(collected, row, ColumnReading.Collected), "collected data");
        block.Tags[at] = Narrow(Code(tags, row, ColumnReading.Tags), "tags");
        block.Transfers[at] = Narrow(Code(transfers, row, ColumnReading.Transfers), "transfers");
        block.SentimentScores[at] = Score(row, ColumnReading.SentimentScore);
        block.Frustrations[at] = Score(row, ColumnReading.Frustration);
        block.QueueWaits[at] = Wait(row);
        block.People[at] = row.IsNull(ColumnReading.PersonKey) ? 0 : row.Whole(ColumnReading.PersonKey);
        block.ResponseTimes.Set(at, row.IsNull(ColumnReading.ResponseTimes) ? [] : row.Bytes(ColumnReading.ResponseTimes), ref buffer);
        block.Ids[at] = id;
        empty -= block.Profiles[at] == 0 ? 1 : 0;
        block.Profiles[at] = profiles.CodeOf(ColumnReading.Key(row, ref buffer)); // last: now it counts
    }

    /// <summary>Its place stays empty, in case that it comes back.</summary>
    public void Remove(long id)
    {
        if (id is <= 0 or > int.MaxValue || places.Of((int)id) is not { } place)
            return;
        var (block, at) = (Own(place >> ColumnBlock.Bits), place & (ColumnBlock.Size - 1));
        empty += block.Profiles[at] == 0 ? 0 : 1;
        block.Profiles[at] = 0;
    }

    private int PlaceFor(int id)
    {
        if (places.Of(id) is { } place)
            return place;
        if (places.Count >> ColumnBlock.Bits == blocks.Count)
        {
            if (blocks.Count > 0)
                Own(blocks.Count - 1).ResponseTimes.Trim();
            own.Add(blocks.Count);
            blocks.Add(new ColumnBlock());
        }
        empty++; // until it is set
        return places.Add(id);
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

    private static short Score(RowCursor row, int column) =>
        row.IsNull(column) ? ColumnBlock.UnknownScore : (short)ConversationCounting.TenThousandth(row.Number(column));

    private static int Wait(RowCursor row) => row.IsNull(ColumnReading.QueueSeconds) ? ColumnBlock.Unknown
        : ConversationCounting.Millis(row.Number(ColumnReading.QueueSeconds)) is <= int.MaxValue and var wait ? (int)wait
        : throw new ColumnOverflowException("so long a wait");

    private static ushort Messages(RowCursor row, int column) => row.IsNull(column) ? ColumnBlock.UnknownMessages
        : row.Whole(column) is >= 0 and < ColumnBlock.UnknownMessages and var count ? (ushort)count
        : throw new ColumnOverflowException("so many messages");

    private static int Code<T>(CodeTable<T> table, RowCursor row, int column) => row.IsNull(column) ? 0 : table.CodeOf(row.Bytes(column));

    private static ushort Narrow(int code, string what) =>
        code <= ushort.MaxValue ? (ushort)code : throw new ColumnOverflowException($"so many different sets of {what}");
}
