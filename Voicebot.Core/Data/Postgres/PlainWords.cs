using System.Globalization;
using System.Text;

namespace Voicebot.Core.Data.Postgres;

/// <summary>
/// Cuts a text into words as SQLite's tokenizer does (unicode61, remove_diacritics 2), so that both engines find the same: letters and
/// digits of any language, in small letters, Latin ones without their accents.
/// </summary>
internal static class PlainWords
{
    private const int MostLetters = 500; // PostgreSQL refuses words of more than 2,046 bytes
    private const char FirstNotLatin = '\u0370';

    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (IsMark(category) && word.Length > 0)
                continue;
            if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.PrivateUse)
            {
                if (word.Length < MostLetters)
                    word.Append(Plain(rune));
                continue;
            }
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    private static bool IsMark(UnicodeCategory category) => category == UnicodeCategory.NonSpacingMark;

    private static string Plain(Rune rune)
    {
        var small = Rune.ToLowerInvariant(rune).ToString();
        if (rune.IsAscii)
            return small;
        var parts = small.Normalize(NormalizationForm.FormD);
        return parts[0] < FirstNotLatin && parts.Length > 1 ? parts[..1] : small;
    }
}
