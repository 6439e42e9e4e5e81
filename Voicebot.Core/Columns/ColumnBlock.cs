namespace Voicebot.Core.Columns;

/// <summary>So many conversations, an array for each column. A place whose profile is 0 is empty.</summary>
internal sealed class ColumnBlock
{
    public const int Bits = 14;
    public const int Size = 1 << Bits;

    /// <summary>In place of a start that is not known.</summary>
    public const uint NoStart = uint.MaxValue;

    /// <summary>In place of a whole number that is not known.</summary>
    public const int Unknown = int.MinValue;

    /// <summary>In place of a score that is not known.</summary>
    public const short UnknownScore = short.MinValue;

    /// <summary>In place of a number of messages that is not known.</summary>
    public const ushort UnknownMessages = ushort.MaxValue;

    /// <summary>What a conversation takes here, without its response times.</summary>
    public const int BytesOfARow = (6 * sizeof(int)) + sizeof(uint) + sizeof(double) + sizeof(long)
        + (6 * sizeof(ushort)) + (2 * sizeof(short)) + sizeof(byte);

    public int[] Ids { get; private init; } = new int[Size];
    public int[] Profiles { get; private init; } = new int[Size];
    /// <summary>Unix seconds.</summary>
    public uint[] Starts { get; private init; } = new uint[Size];
    /// <summary>Seconds.</summary>
    public int[] Durations { get; private init; } = new int[Size];
    public ushort[] Messages { get; private init; } = new ushort[Size];
    public ushort[] BotMessages { get; private init; } = new ushort[Size];
    public int[] Credits { get; private init; } = new int[Size];
    /// <summary>NaN where it is not known.</summary>
    public double[] Dollars { get; private init; } = new double[Size];
    public byte[] Ratings { get; private init; } = new byte[Size];
    public int[] Criteria { get; private init; } = new int[Size];
    public ushort[] Tools { get; private init; } = new ushort[Size];
    public ushort[] Collected { get; private init; } = new ushort[Size];
    public ushort[] Tags { get; private init; } = new ushort[Size];
    public ushort[] Transfers { get; private init; } = new ushort[Size];
    /// <summary>Ten-thousandths.</summary>
    public short[] SentimentScores { get; private init; } = new short[Size];
    /// <summary>Ten-thousandths.</summary>
    public short[] Frustrations { get; private init; } = new short[Size];
    /// <summary>Milliseconds.</summary>
    public int[] QueueWaits { get; private init; } = new int[Size];
    /// <summary>By which people are counted; 0 is nobody.</summary>
    public long[] People { get; private init; } = new long[Size];
    public ResponseTimes ResponseTimes { get; private init; } = new();

    /// <summary>No known start in here is before this one.</summary>
    public uint FirstStart { get; private set; } = NoStart;

    /// <summary>No known start in here is after this one.</summary>
    public uint LastStart { get; private set; }

    /// <summary>The same, to be changed apart from this one.</summary>
    public ColumnBlock Copy() => new()
    {
        Ids = [.. Ids],
        Profiles = [.. Profiles],
        Starts = [.. Starts],
        Durations = [.. Durations],
        Messages = [.. Messages],
        BotMessages = [.. BotMessages],
        Credits = [.. Credits],
        Dollars = [.. Dollars],
        Ratings = [.. Ratings],
        Criteria = [.. Criteria],
        Tools = [.. Tools],
        Collected = [.. Collected],
        Tags = [.. Tags],
        Transfers = [.. Transfers],
        SentimentScores = [.. SentimentScores],
        Frustrations = [.. Frustrations],
        QueueWaits = [.. QueueWaits],
        People = [.. People],
        ResponseTimes = ResponseTimes.Copy(),
        FirstStart = FirstStart,
        LastStart = LastStart,
    };

    public void SetStart(int place, uint start)
    {
        Starts[place] = start;
        if (start == NoStart)
            return;
        FirstStart = Math.Min(FirstStart, start);
        LastStart = Math.Max(LastStart, start);
    }
}
