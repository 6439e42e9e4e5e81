using System.Globalization;
using System.Text;

namespace Voicebot.Core.Phones;

/// <summary>
/// The digits of a text, of every script, as 0–9: where each stands, and whether it goes on from the one before. Up to twelve
/// signs that are neither letters nor digits may stand between two digits of one number.
/// </summary>
internal sealed class WrittenDigits
{
    private const int MostSigns = 12;
    private const int MostSignsAfterPlus = 3;
    private const string HanDigits = "零一二三四五六七八九";
    private readonly List<WrittenDigit> digits = [];
    private int previousZero;
    private int signs;
    private bool isBroken = true;
    private int plus = -1;
    private int plusSigns;

    private WrittenDigits() { }

    public IReadOnlyList<WrittenDigit> All => digits;

    /// <param name="decode">Reads <see cref="EncodedSign"/>s as what they stand for; else to the letter.</param>
    public static WrittenDigits In(string text, bool decode)
    {
        var found = new WrittenDigits();
        for (var at = 0; at < text.Length;)
        {
            var length = 0;
            Rune sign = default;
            if (decode && text[at] is '%' or '&' or '\\')
                length = EncodedSign.Read(text, at, out sign);
            if (length == 0 && Rune.DecodeFromUtf16(text.AsSpan(at), out sign, out length) != System.Buffers.OperationStatus.Done)
                length = 1;
            found.Add(sign, at, at + length);
            at += length;
        }
        return found;
    }

    /// <summary>The digits of a text as one text.</summary>
    public static string Of(string text)
    {
        var values = new StringBuilder();
        foreach (var sign in text.EnumerateRunes())
            if (ValueOf(sign) is >= 0 and var value)
                values.Append((char)('0' + value));
        return values.ToString();
    }

    /// <summary>0–9, also of a full-width, Arabic, circled, mathematical … digit; -1 when it is none.</summary>
    public static int ValueOf(Rune sign)
    {
        if (sign.Value < 0x80)
            return sign.Value is >= '0' and <= '9' ? sign.Value - '0' : -1;
        var category = Rune.GetUnicodeCategory(sign);
        if (category is UnicodeCategory.OtherLetter)
            return sign.IsBmp ? HanDigits.IndexOf((char)sign.Value, StringComparison.Ordinal) : -1;
        // Of the numbers that are letters only the ones of the Far East are digits: no Roman ones.
        if (category is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber)
            && sign.Value is not (0x3007 or (>= 0x3021 and <= 0x3029)))
            return -1;
        var value = Rune.GetNumericValue(sign);
        return value is >= 0 and <= 9 && value == Math.Floor(value) ? (int)value : -1;
    }

    /// <summary>Also raised, small and full-width ones.</summary>
    public static bool IsPlus(Rune sign) => sign.Value is '+' or 0xFF0B or 0xFE62 or 0x207A or 0x208A or 0x2795;

    private void Add(Rune sign, int start, int end)
    {
        if (ValueOf(sign) is >= 0 and var value)
        {
            var zero = sign.Value - value;
            var touches = digits.Count > 0 && signs == 0 && !isBroken && zero == previousZero;
            digits.Add(new WrittenDigit((char)('0' + value), start, end, touches, !isBroken && signs <= MostSigns, plus >= 0
                && plusSigns <= MostSignsAfterPlus ? plus : -1));
            (previousZero, signs, isBroken, plus) = (zero, 0, false, -1);
        }
        else if (Rune.IsLetterOrDigit(sign))
        {
            (isBroken, plus) = (true, -1);
        }
        else
        {
            if (Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                signs++; // what is drawn over a digit (a key's frame) does not stand between two
            if (IsPlus(sign))
                (plus, plusSigns) = (start, 0);
            else if (Rune.IsWhiteSpace(sign) || sign.Value is '(')
                plusSigns++;
            else
                plus = -1;
        }
    }
}

/// <summary>One digit of a text.</summary>
/// <param name="Touches">Nothing stands between it and the one before, so that no number begins here.</param>
/// <param name="GoesOn">It may belong to the same number as the one before.</param>
/// <param name="Plus">Where a plus stands just before it; -1 without.</param>
internal readonly record struct WrittenDigit(char Value, int Start, int End, bool Touches, bool GoesOn, int Plus);
