using System.Buffers;
using System.Runtime.CompilerServices;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>Which people come several times in a selection.</summary>
internal static class PeopleCounting
{
    // Keys are hashes, and so spread evenly: most people come once, and their bits tell it without a look at the keys of others.
    private const int PlaceBits = 22;

    public static RepeatedPeople Of(RowSelection selection)
    {
        var (once, again) = (Cleared(), Cleared());
        foreach (var part in selection.Parts)
            Mark(part.Block.People, selection.PlacesOf(part), once, again);
        var counts = new Dictionary<long, int>();
        foreach (var part in selection.Parts)
            Count(part.Block.People, selection.PlacesOf(part), again, counts);
        ArrayPool<ulong>.Shared.Return(once);
        ArrayPool<ulong>.Shared.Return(again);
        return RepeatedPeople.Of(counts.Values.Select(count => (long)count));
    }

    private static ulong[] Cleared()
    {
        var bits = ArrayPool<ulong>.Shared.Rent(1 << (PlaceBits - 6));
        Array.Clear(bits);
        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mark(long[] keys, ReadOnlySpan<ushort> places, ulong[] once, ulong[] again)
    {
        foreach (var place in places)
        {
            if (keys[place] is not (not 0 and var key))
                continue;
            var (word, bit) = Place(key);
            again[word] |= once[word] & bit;
            once[word] |= bit;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(long[] keys, ReadOnlySpan<ushort> places, ulong[] again, Dictionary<long, int> counts)
    {
        foreach (var place in places)
        {
            if (keys[place] is not (not 0 and var key))
                continue;
            var (word, bit) = Place(key);
            if ((again[word] & bit) != 0)
                counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    private static (int Word, ulong Bit) Place(long key)
    {
        var place = (int)((ulong)key >> (64 - PlaceBits));
        return (place >> 6, 1UL << (place & 63));
    }
}
