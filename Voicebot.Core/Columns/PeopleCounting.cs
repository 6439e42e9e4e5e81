using System.Runtime.CompilerServices;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>Which people come several times in a selection.</summary>
internal static class PeopleCounting
{
    // Keys are spread evenly already: most people come once, and their bits tell it without a look at the keys of others.
    private const int Bits = 1 << 22;

    public static RepeatedPeople Of(RowSelection selection)
    {
        var (once, again) = (new ulong[Bits / 64], new ulong[Bits / 64]);
        foreach (var part in selection.Parts)
            Mark(part.Block.People, selection.PlacesOf(part), once, again);
        var counts = new Dictionary<long, int>();
        foreach (var part in selection.Parts)
            Count(part.Block.People, selection.PlacesOf(part), again, counts);
        return RepeatedPeople.Of(counts.Values.Select(count => (long)count));
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
        var place = (int)(((ulong)key * 0x9E37_79B9_7F4A_7C15) >> 42); // 22 bits
        return (place >> 6, 1UL << (place & 63));
    }
}
