using System.Text;
using System.Text.RegularExpressions;
using Voicebot.Core.Csv;

namespace Voicebot.Core.Spreadsheets;

/// <summary>Texts of strangers as a spreadsheet's cell can hold them; pure.</summary>
public static partial class CellText
{
    /// <summary>
    /// Without what XML cannot hold, with what looks like one of its escapes kept as text, and cut with a mark at the limit of a cell.
    /// </summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var kept = CellLimit.Cut(IsPlain(text) ? text : Kept(text));
        // "_x0041_" in a cell means the letter A, so its underscore is written as such an escape itself.
        return kept.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(kept, "_x005F_$1") : kept;
    }

    private static bool IsPlain(string text)
    {
        foreach (var sign in text)
            if (sign < ' ' && sign is not ('\t' or '\n') || char.IsSurrogate(sign) || sign >= '\uFFFE')
                return false;
        return true;
    }

    private static string Kept(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // halves of pairs become U+FFFD
            if (rune.Value is '\t' or '\n' or >= ' ' and not (0xFFFE or 0xFFFF))
                kept.Append(rune.ToString());
        return kept.ToString();
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
