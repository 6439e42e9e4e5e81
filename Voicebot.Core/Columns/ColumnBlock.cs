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

    /// <summary>What a conversation takes here.</summary>
    public const int BytesOfARow = (7 * sizeof(int)) + sizeof(uint) + sizeof(double) + (3 * sizeof(ushort)) + sizeof(byte);

    public int[] Ids { get; } = new int[Size];
    public int[] Profiles { get; } = new int[Size];
    /// <summary>Unix seconds.</summary>
    public uint[] Starts { get; } = new uint[Size];
    /// <summary>Seconds.</summary>
    public int[] Durations { get; } = new int[Size];
    public int[] Messages { get; } = new int[Size];
    public int[] BotMessages { get; } = new int[Size];
    public int[] Credits { get; } = new int[Size];
    /// <summary>NaN where it is not known.</summary>
    public double[] Dollars { get; } = new double[Size];
    public byte[] Ratings { get; } = new byte[Size];
    public int[] Criteria { get; } = new int[Size];
    public ushort[] Tools { get; } = new ushort[Size];
    public ushort[] Collected { get; } = new ushort[Size];
    public ushort[] Tags { get; } = new ushort[Size];

    /// <summary>No known start in here is before this one.</summary>
    public uint FirstStart { get; private set; } = NoStart;

    /// <summary>No known start in here is after this one.</summary>
    public uint LastStart { get; private set; }

    public void SetStart(int place, uint start)
    {
        Starts[place] = start;
        if (start == NoStart)
            return;
        FirstStart = Math.Min(FirstStart, start);
        LastStart = Math.Max(LastStart, start);
    }
}
