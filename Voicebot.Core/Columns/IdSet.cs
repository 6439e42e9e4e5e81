namespace Voicebot.Core.Columns;

/// <summary>A set of row ids, a bit each.</summary>
internal sealed class IdSet
{
    private ulong[] bits = new ulong[64];

    public void Add(long id)
    {
        var word = id >> 6;
        if (word >= bits.Length)
            Array.Resize(ref bits, (int)Math.Max(word + 1, bits.Length * 2L));
        bits[word] |= 1UL << (int)(id & 63);
    }

    public bool Contains(long id) => id >> 6 < bits.Length && (bits[id >> 6] & (1UL << (int)(id & 63))) != 0;
}
