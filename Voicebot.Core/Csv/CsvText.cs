using System.Text.RegularExpressions;

namespace Voicebot.Core.Csv;

/// <summary>Keeps text that strangers wrote from being taken for a formula by a spreadsheet program.</summary>
public static partial class CsvText
{
    /// <summary>
    /// An apostrophe goes before a text that begins like a formula; telephone numbers and plain numbers stay as they are.
    /// </summary>
    public static string? Neutralise(string? text)
    {
        if (string.IsNullOrEmpty(text) || HarmlessNumber().IsMatch(text))
            return text;
        // A program may trim leading white space before it looks for a formula.
        var first = text.AsSpan().TrimStart();
        return IsFormulaSign(text[0]) || (first.Length > 0 && IsFormulaSign(first[0])) ? "'" + text : text;
    }

    /// <summary>True for most text, at a glance: it begins with an ASCII letter or digit, so no program takes it for a formula.</summary>
    public static bool IsHarmless(ReadOnlySpan<byte> utf8) => utf8.IsEmpty || char.IsAsciiLetterOrDigit((char)utf8[0]);

    private static bool IsFormulaSign(char sign) =>
        sign is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' or '|' or '%';

    // The last form is a masked number (see PhoneMask).
    [GeneratedRegex(@"\A(\+[0-9]{1,3} ••• ••• [0-9]{3}|\+[0-9]{3,20}|-?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?)\z")]
    private static partial Regex HarmlessNumber();
}
