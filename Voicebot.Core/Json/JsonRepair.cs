using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Voicebot.Core.Json;

/// <summary>
/// JSON whose texts can be read and kept: invalid UTF-8, halves of surrogate pairs (a text that was cut in the middle of an
/// emoji) and NUL, which databases refuse or end a text at, become U+FFFD. .NET would throw on them only when the text is read,
/// far from here.
/// </summary>
public static class JsonRepair
{
    private const int EscapeLength = 6; // \uXXXX
    private const string Replacement = "\\ufffd";

    /// <summary>UTF-8 without byte order mark; the same memory where there is nothing to repair, as nearly always.</summary>
    public static ReadOnlyMemory<byte> Readable(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        return Utf8.IsValid(json.Span) && !MayHoldBrokenEscape(json.Span) ? json
            : Encoding.UTF8.GetBytes(Readable(Encoding.UTF8.GetString(json.Span)));
    }

    /// <summary>The same as text.</summary>
    public static string Readable(byte[] json) => Encoding.UTF8.GetString(Readable((ReadOnlyMemory<byte>)json).Span);

    private static bool MayHoldBrokenEscape(ReadOnlySpan<byte> json) =>
        json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0 || json.IndexOf("\\u0000"u8) >= 0;

    private static string Readable(string text)
    {
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var code = Code(text, i);
            var length = text[i] != '\\' ? 1 : code is null ? 2 : EscapeLength;
            var isPair = code is { } high && char.IsHighSurrogate((char)high) && Code(text, i + EscapeLength) is { } next
                && char.IsLowSurrogate((char)next);
            if (isPair)
                length = 2 * EscapeLength;
            if (!isPair && code is { } single && (single == 0 || char.IsSurrogate((char)single)))
                repaired.Append(Replacement);
            else
                repaired.Append(text, i, Math.Min(length, text.Length - i));
            i += length;
        }
        return repaired.ToString();
    }

    /// <summary>The number of the escape that begins there; null when there is none.</summary>
    private static int? Code(string text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && int.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
}
