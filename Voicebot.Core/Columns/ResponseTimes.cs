using System.Runtime.CompilerServices;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>
/// The response times of a block's conversations, in milliseconds, packed: of each conversation the length, then its times ascending,
/// each as the distance from the one before, mostly in a byte or two. Places are found from the beginnings of groups of sixteen.
/// </summary>
internal sealed class ResponseTimes
{
    private const int GroupBits = 4;
    private const int GroupSize = 1 << GroupBits;
    private const byte Long = byte.MaxValue; // in place of a length; four bytes say it

    private readonly int[] groups = new int[ColumnBlock.Size >> GroupBits];
    private byte[] bytes = new byte[4_096];
    private int used;
    private int places; // so many are written; the others have none

    public long Bytes => bytes.Length + ((long)groups.Length * sizeof(int));

    public ResponseTimes Copy()
    {
        var copy = new ResponseTimes { bytes = bytes[..used], used = used, places = places };
        groups.CopyTo(copy.groups, 0);
        return copy;
    }

    /// <summary>Gives back the room that was kept for more.</summary>
    public void Trim() => Array.Resize(ref bytes, used);

    /// <param name="histogram">The times as bytes of a <see cref="Histogram"/>; empty for none.</param>
    /// <param name="buffer">To work in, made larger where it is too small.</param>
    public void Set(int place, ReadOnlySpan<byte> histogram, ref byte[] buffer)
    {
        if (place >= places && histogram.IsEmpty)
            return;
        while (places < place)
            Append([]);
        var packed = Pack(histogram, ref buffer);
        if (place == places)
            Append(packed);
        else
            Replace(place, packed);
    }

    /// <summary>Counts the times of some places.</summary>
    /// <param name="some">Ascending.</param>
    /// <param name="counts">By milliseconds.</param>
    /// <param name="rest">Takes what is beyond these.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(ReadOnlySpan<ushort> some, Span<int> counts, Histogram rest)
    {
        ReadOnlySpan<byte> all = bytes.AsSpan(0, used);
        var (at, position) = (0, 0);
        foreach (var place in some)
        {
            if (place >= places)
                return;
            if (place >> GroupBits > at >> GroupBits)
                (at, position) = (place & ~(GroupSize - 1), groups[place >> GroupBits]);
            for (; at < place; at++)
                Skip(all, ref position);
            var length = Length(all, ref position);
            Count(all.Slice(position, length), counts, rest);
            position += length;
            at++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<byte> packed, Span<int> counts, Histogram rest)
    {
        var value = 0L;
        for (var i = 0; i < packed.Length;)
        {
            var part = packed[i++];
            var distance = (long)(part & 0x7F);
            for (var shift = 7; part >= 0x80 && i < packed.Length; shift += 7)
            {
                part = packed[i++];
                distance |= (long)(part & 0x7F) << shift;
            }
            value += distance;
            if ((ulong)value < (ulong)counts.Length)
                counts[(int)value]++;
            else
                rest.Add(value, 1);
        }
    }

    /// <summary>Reads a length, and goes on behind it.</summary>
    private static int Length(ReadOnlySpan<byte> all, ref int position)
    {
        var length = (int)all[position++];
        if (length < Long)
            return length;
        length = BitConverter.ToInt32(all[position..]);
        position += sizeof(int);
        return length;
    }

    private static void Skip(ReadOnlySpan<byte> all, ref int position)
    {
        var length = Length(all, ref position);
        position += length;
    }

    /// <summary>A length and what is so long.</summary>
    private static ReadOnlySpan<byte> Pack(ReadOnlySpan<byte> histogram, ref byte[] buffer)
    {
        const int Room = 1 + sizeof(int);
        var length = 0;
        while (Histogram.TryRead(ref histogram, out var distance, out var count))
            for (var i = 0L; i < count; i++, distance = 0)
            {
                if (Room + length + 10 > buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                for (; distance >= 0x80; distance >>= 7)
                    buffer[Room + length++] = (byte)(distance | 0x80);
                buffer[Room + length++] = (byte)distance;
            }
        if (length < Long)
        {
            buffer[Room - 1] = (byte)length;
            return buffer.AsSpan(Room - 1, 1 + length);
        }
        buffer[0] = Long;
        BitConverter.TryWriteBytes(buffer.AsSpan(1), length);
        return buffer.AsSpan(0, Room + length);
    }

    private void Append(ReadOnlySpan<byte> packed)
    {
        if ((places & (GroupSize - 1)) == 0)
            groups[places >> GroupBits] = used;
        places++;
        Insert(used, 0, packed.IsEmpty ? [0] : packed);
    }

    private void Replace(int place, ReadOnlySpan<byte> packed)
    {
        var from = groups[place >> GroupBits];
        for (var at = place & ~(GroupSize - 1); at < place; at++)
            Skip(bytes, ref from);
        var to = from;
        Skip(bytes, ref to);
        Insert(from, to - from, packed);
        for (var group = (place >> GroupBits) + 1; group <= (places - 1) >> GroupBits; group++)
            groups[group] += packed.Length - (to - from);
    }

    /// <summary>Puts bytes in place of some others.</summary>
    private void Insert(int at, int replaced, ReadOnlySpan<byte> packed)
    {
        var behind = used - at - replaced;
        var needed = at + packed.Length + behind;
        if (needed > bytes.Length)
            Array.Resize(ref bytes, Math.Max(needed, bytes.Length + (bytes.Length / 2)));
        bytes.AsSpan(at + replaced, behind).CopyTo(bytes.AsSpan(at + packed.Length));
        packed.CopyTo(bytes.AsSpan(at));
        used = needed;
    }
}
