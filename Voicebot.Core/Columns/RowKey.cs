namespace Voicebot.Core.Columns;

/// <summary>Where a conversation stands in a list: the smaller comes first.</summary>
internal readonly record struct RowKey(long Value, long Second, long Start, long Id) : IComparable<RowKey>
{
    /// <summary>Behind all others.</summary>
    public static RowKey Last { get; } = new(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue);

    public int CompareTo(RowKey other) =>
        Value != other.Value ? Value.CompareTo(other.Value)
        : Second != other.Second ? Second.CompareTo(other.Second)
        : Start != other.Start ? Start.CompareTo(other.Start)
        : Id.CompareTo(other.Id);
}
