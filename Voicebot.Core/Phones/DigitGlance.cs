using System.Text;

namespace Voicebot.Core.Phones;

/// <summary>Tells at a glance, for nearly all texts, that a number cannot stand in them.</summary>
internal static class DigitGlance
{
    private const int DigitBits = 4;
    private const uint Mask = (1u << (DigitBits * TelephoneNumber.ShortestNumber)) - 1;
    private const uint None = ~0u;

    /// <summary>
    /// False when the digits of the text do not hold the tail, whatever stands between them; true also when it has signs that this does
    /// not read.
    /// </summary>
    public static bool MayHold(ReadOnlySpan<char> text, ReadOnlySpan<char> tail)
    {
        var wanted = Packed(tail);
        var last = None;
        foreach (var sign in text)
            if (char.IsAsciiDigit(sign))
            {
                last = Next(last, sign);
                if (last == wanted)
                    return true;
            }
            else if (sign is '%' or '&' or '\\' || (sign > '\x7f' && MayBeDigit(sign)))
            {
                return true;
            }
        return false;
    }

    /// <summary>The same for UTF-8.</summary>
    public static bool MayHold(ReadOnlySpan<byte> text, ReadOnlySpan<char> tail)
    {
        var wanted = Packed(tail);
        var last = None;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (char.IsAsciiDigit((char)sign))
            {
                last = Next(last, (char)sign);
                if (last == wanted)
                    return true;
            }
            else if (sign is (byte)'%' or (byte)'&' or (byte)'\\' || (sign >= 0xC2 && MayBeDigit(text, i)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool MayBeDigit(char sign) =>
        char.IsSurrogate(sign) || (Rune.TryCreate(sign, out var rune) && WrittenDigits.ValueOf(rune) >= 0);

    /// <summary>
    /// Latin, Greek, Cyrillic and Hebrew letters are none, nor is common punctuation; raised digits and whatever comes after are looked at
    /// closely.
    /// </summary>
    private static bool MayBeDigit(ReadOnlySpan<byte> text, int at)
    {
        var (first, second) = (text[at], at + 1 < text.Length ? text[at + 1] : 0);
        if (first == 0xC2)
            return second is 0xB2 or 0xB3 or 0xB9;
        return first >= 0xD9 && (first, second) is not (0xE2, 0x80);
    }

    private static uint Packed(ReadOnlySpan<char> tail)
    {
        var packed = None;
        foreach (var digit in tail)
            packed = Next(packed, digit);
        return packed;
    }

    private static uint Next(uint digits, char digit) => ((digits << DigitBits) | (uint)(digit - '0')) & Mask;
}
