using System.Globalization;
using System.Net;
using System.Text;

namespace Voicebot.Core.Phones;

/// <summary>
/// A sign that stands encoded in a text: <c>%2B</c> of an address, <c>&amp;nbsp;</c> or <c>&amp;#43;</c> of HTML, <c>\u002b</c> of JSON;
/// also encoded twice.
/// </summary>
internal static class EncodedSign
{
    private const int LongestName = 31;
    private const string ShortEscapes = "bfnrtv\"'/";

    // The ones that browsers read without a semicolon, too.
    private static readonly string[] OpenNames = ["nbsp", "shy", "middot", "ensp", "emsp", "thinsp"];

    // What follows a sign that is encoded itself, and begins another encoding: \u0026nbsp; of HTML in JSON.
    private const int LongestInner = 40;

    /// <summary>How many characters of the text the sign takes; 0 when none begins there.</summary>
    public static int Read(string text, int at, out Rune sign)
    {
        sign = default;
        var length = text[at] switch
        {
            '%' => Percent(text, at, ref sign),
            '&' => Entity(text, at, ref sign),
            '\\' => Escape(text, at, ref sign),
            _ => 0,
        };
        if (length == 0 || sign.Value is not ('%' or '&' or '\\'))
            return length;
        var inner = string.Concat(sign.ToString(), text.AsSpan(at + length, Math.Min(LongestInner, text.Length - at - length)));
        if (Read(inner, 0, out var meant) is not (> 0 and var innerLength))
            return length;
        sign = meant;
        return length + innerLength - 1;
    }

    /// <summary>The text with every such sign as itself.</summary>
    public static string Decode(string text)
    {
        if (!text.AsSpan().ContainsAny('%', '&', '\\'))
            return text;
        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (Read(text, at, out var sign) is > 0 and var length)
            {
                decoded.Append(sign.ToString());
                at += length;
            }
            else
            {
                decoded.Append(text[at++]);
            }
        }
        return decoded.ToString();
    }

    private static int Percent(string text, int at, ref Rune sign)
    {
        Span<byte> bytes = stackalloc byte[4];
        var (count, end) = (0, at);
        while (count < bytes.Length && end < text.Length && text[end] == '%' && PercentByte(text, end, out bytes[count]) is > 0
            and var length)
        {
            end += length;
            var status = Rune.DecodeFromUtf8(bytes[..++count], out sign, out _);
            if (status == System.Buffers.OperationStatus.Done)
                return end - at;
            if (status == System.Buffers.OperationStatus.InvalidData)
                break;
        }
        if (count == 0)
            return 0;
        sign = new Rune(bytes[0]); // Latin-1
        return PercentByte(text, at, out _);
    }

    /// <summary><c>%2B</c>, also as <c>%252B</c>.</summary>
    private static int PercentByte(string text, int at, out byte value)
    {
        var digits = at + 1;
        while (IsHex(text, digits, 4) && text.AsSpan(digits, 2) is "25")
            digits += 2;
        value = 0;
        if (!IsHex(text, digits, 2))
            return 0;
        value = byte.Parse(text.AsSpan(digits, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return digits + 2 - at;
    }

    private static int Entity(string text, int at, ref Rune sign)
    {
        var name = at + 1;
        while (text.AsSpan(name).StartsWith("amp;", StringComparison.OrdinalIgnoreCase))
            name += 4;
        if (name < text.Length && text[name] == '#')
            return Numeric(text, at, name + 1, ref sign);
        var end = name;
        while (end < text.Length && end - name < LongestName && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end > name && end < text.Length && text[end] == ';' && char.IsAsciiLetter(text[name]))
        {
            var decoded = WebUtility.HtmlDecode($"&{text[name..end]};");
            // Names that only newer browsers know (&plus; &lpar;) stand for punctuation.
            sign = decoded.Length <= 2 && Rune.TryGetRuneAt(decoded, 0, out var known) ? known : text.AsSpan(name, end - name) is "plus"
                ? new Rune('+') : new Rune(' ');
            return end + 1 - at;
        }
        foreach (var open in OpenNames)
            if (text.AsSpan(name).StartsWith(open, StringComparison.Ordinal))
            {
                sign = new Rune(' ');
                return name + open.Length - at;
            }
        return name > at + 1 ? Known(name - at, '&', ref sign) : 0;
    }

    private static int Numeric(string text, int at, int from, ref Rune sign)
    {
        var isHex = from < text.Length && text[from] is 'x' or 'X';
        var digits = isHex ? from + 1 : from;
        var end = digits;
        while (end < text.Length && end - digits < 8 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (!TryRune(text.AsSpan(digits, end - digits), isHex, out sign))
            return 0;
        return (end < text.Length && text[end] == ';' ? end + 1 : end) - at;
    }

    private static int Escape(string text, int at, ref Rune sign)
    {
        var kind = at;
        while (kind < text.Length && text[kind] == '\\')
            kind++;
        if (kind == text.Length)
            return 0;
        if (ShortEscapes.Contains(text[kind], StringComparison.Ordinal))
            return Known(kind + 1 - at, ' ', ref sign);
        if (text[kind] is 'u' or 'x' && kind + 1 < text.Length && text[kind + 1] == '{' && text.IndexOf('}', kind) is > 0 and var close
            && TryRune(text.AsSpan(kind + 2, close - kind - 2), true, out sign))
            return close + 1 - at;
        var length = text[kind] switch { 'u' => 4, 'x' => 2, 'U' => 8, _ => 0 };
        if (length == 0 || !IsHex(text, kind + 1, length))
            return 0;
        if (TryRune(text.AsSpan(kind + 1, length), true, out sign))
            return kind + 1 + length - at;
        return length == 4 ? Pair(text, at, kind, ref sign) : 0;
    }

    /// <summary>Two halves of one sign: <c>\ud835\udfdc</c>.</summary>
    private static int Pair(string text, int at, int kind, ref Rune sign)
    {
        var high = (char)ushort.Parse(text.AsSpan(kind + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var second = kind + 5;
        while (second < text.Length && text[second] == '\\')
            second++;
        if (second == kind + 5 || second >= text.Length || text[second] != 'u' || !IsHex(text, second + 1, 4))
            return Known(kind + 5 - at, ' ', ref sign);
        var low = (char)ushort.Parse(text.AsSpan(second + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return Rune.TryCreate(high, low, out sign) ? second + 5 - at : Known(kind + 5 - at, ' ', ref sign);
    }

    private static int Known(int length, char sign, ref Rune rune)
    {
        rune = new Rune(sign);
        return length;
    }

    private static bool TryRune(ReadOnlySpan<char> digits, bool isHex, out Rune rune)
    {
        rune = default;
        return int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture,
            out var value)
            && Rune.TryCreate(value, out rune);
    }

    private static bool IsHex(string text, int at, int length)
    {
        if (at + length > text.Length)
            return false;
        for (var i = at; i < at + length; i++)
            if (!char.IsAsciiHexDigit(text[i]))
                return false;
        return true;
    }
}
