namespace Voicebot.Core.Demo;

/// <summary>Which conversation: the agent, the local day (<see cref="DateOnly.DayNumber"/>) and the place in that day, from 0.</summary>
internal readonly record struct DemoKey(int Agent, int Day, int Index)
{
    /// <summary>36 bits that say the key: agent 4, day 20, index 12.</summary>
    public ulong Packed => ((ulong)Agent << 32) | ((ulong)Day << 12) | (uint)Index;

    public ulong Seed => StableRandom.Mix(Packed ^ 0x5DEECE66D1CE4E5BUL);
}

/// <summary>
/// Ids that look like the vendor's (<c>conv_</c>, four digits, 24 letters and digits) and carry the key scrambled,
/// so that a detail is found without any table; the remaining letters are a check.
/// </summary>
internal static class DemoConversationId
{
    private const string Prefix = "conv_";
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int KeyLetters = 8;
    private const int CheckLetters = 16;
    private const ulong Mask = (1UL << 40) - 1;
    private const ulong Factor = 0x9E3779B97BUL;
    private const ulong Offset = 0x5A17C0DEA5UL;
    private static readonly ulong Inverse = InverseOf(Factor);

    public static string Write(DemoKey key) => string.Create(Prefix.Length + 4 + KeyLetters + CheckLetters, key, static (id, key) =>
    {
        var scrambled = ((key.Packed ^ Offset) * Factor) & Mask;
        var check = StableRandom.Mix(key.Seed);
        Prefix.CopyTo(id);
        ((int)(check % 9000) + 1000).TryFormat(id[Prefix.Length..], out _, default, System.Globalization.CultureInfo.InvariantCulture);
        var at = Prefix.Length + 4;
        for (var i = 0; i < KeyLetters; i++)
            id[at++] = Letters[(int)(scrambled >> (5 * i)) & 31];
        for (var i = 0; i < CheckLetters; i++, check = i == 8 ? StableRandom.Mix(check + 1) : check >> 5)
            id[at++] = Letters[(int)(check & 31)];
    });

    /// <summary>False when the text is not an id of ours. True does not mean that the conversation has begun yet.</summary>
    public static bool TryRead(string id, out DemoKey key)
    {
        key = default;
        if (id.Length != Prefix.Length + 4 + KeyLetters + CheckLetters || !id.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        ulong scrambled = 0;
        for (var i = KeyLetters - 1; i >= 0; i--)
        {
            var letter = Letters.IndexOf(id[Prefix.Length + 4 + i], StringComparison.Ordinal);
            if (letter < 0)
                return false;
            scrambled = (scrambled << 5) | (uint)letter;
        }
        var packed = ((scrambled * Inverse) & Mask) ^ Offset;
        key = new DemoKey((int)(packed >> 32), (int)(packed >> 12) & 0xFFFFF, (int)packed & 0xFFF);
        return key.Agent < DemoCompany.Agents.Length && key.Day <= DateOnly.MaxValue.DayNumber && Write(key) == id;
    }

    /// <summary>Newton's iteration modulo 2^64; each round doubles the right bits.</summary>
    private static ulong InverseOf(ulong odd)
    {
        var inverse = odd;
        for (var i = 0; i < 6; i++)
            inverse *= 2 - odd * inverse;
        return inverse;
    }
}
