using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Voicebot.Core.Figures;

/// <summary>
/// How often each whole number occurred. As bytes: for each value, ascending, its distance from the one before and its count,
/// as 7-bit encoded integers; about two bytes a value, so that a year of days is read in a millisecond.
/// </summary>
public sealed class Histogram
{
    private readonly Dictionary<long, long> counts = [];

    public bool IsEmpty => counts.Count == 0;

    public void Add(long value, long times)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _);
        count += times;
        if (count == 0)
            counts.Remove(value);
    }

    /// <param name="times">1 adds, -1 takes away.</param>
    public void Add(Histogram other, int times = 1)
    {
        foreach (var (value, count) in other.counts)
            Add(value, times * count);
    }

    /// <summary>
    /// Adds what <see cref="ToBytes"/> gave; damaged bytes add what can be read of them. Compiled fully at once: percentiles spend their
    /// time here from the first request on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> bytes, int times = 1)
    {
        var value = 0L;
        while (TryRead(ref bytes, out var distance, out var count))
            Add(value += distance, times * count);
    }

    /// <summary>Takes the next value off such bytes; false at their end, and where they are damaged.</summary>
    /// <param name="distance">From the value before.</param>
    internal static bool TryRead(ref ReadOnlySpan<byte> bytes, out long distance, out long count)
    {
        count = 0;
        return TryRead(ref bytes, out distance) && TryRead(ref bytes, out count);
    }

    /// <summary>The values as a histogram's bytes; null without any.</summary>
    public static byte[]? BytesOf(IReadOnlyList<long> values)
    {
        if (values.Count == 0)
            return null;
        var histogram = new Histogram();
        foreach (var value in values)
            histogram.Add(value, 1);
        return histogram.ToBytes();
    }

    public static Histogram Of(ReadOnlySpan<byte> bytes)
    {
        var histogram = new Histogram();
        histogram.Add(bytes);
        return histogram;
    }

    /// <summary>Values ascending, each with how often it occurred.</summary>
    public IReadOnlyList<(long Value, long Count)> Counted() =>
        [.. counts.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key)];

    /// <summary>The smallest value must not be negative, which no measure's is.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream(counts.Count * 3);
        using var writer = new BinaryWriter(bytes);
        var before = 0L;
        foreach (var (value, count) in Counted())
        {
            writer.Write7BitEncodedInt64(value - before);
            writer.Write7BitEncodedInt64(count);
            before = value;
        }
        return bytes.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryRead(ref ReadOnlySpan<byte> bytes, out long value)
    {
        value = 0;
        for (var i = 0; i < bytes.Length && i < 10; i++)
        {
            value |= (long)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }
        return false;
    }
}
