using System.Globalization;
using System.Text;

namespace Voicebot.Core.Json;

/// <summary>
/// JSON whose texts can be read: invalid UTF-8 and halves of surrogate pairs (a text that was cut in the middle of an emoji)
/// become U+FFFD. .NET would throw on them only when the text is read, far from here.
/// </summary>
public static class JsonRepair
{
    private const int EscapeLength = 6; // \uXXXX

    public static string Readable(byte[] json)
    {
        var text = Encoding.UTF8.GetString(json); // replaces what is no UTF-8
        if (!text.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return text;
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] != '\\' ? 1 : Code(text, i) is null ? 2 : EscapeLength;
            if (Code(text, i) is { } code && char.IsSurrogate((char)code))
            {
                var isPair = char.IsHighSurrogate((char)code) && Code(text, i + EscapeLength) is { } next && char.IsLowSurrogate((char)next);
                length = isPair ? 2 * EscapeLength : EscapeLength;
                if (!isPair)
                {
                    repaired.Append("\\ufffd");
                    i += length;
                    continue;
                }
            }
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
