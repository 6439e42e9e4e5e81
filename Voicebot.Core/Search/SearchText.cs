using System.Text;
using Voicebot.Core.Data;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Search;

/// <summary>What the search index holds of a conversation, and what a search asks of it.</summary>
public static class SearchText
{
    /// <summary>From so many letters on, a word also finds those that begin with it.</summary>
    public const int PrefixFrom = 3;
    private const int MostWords = 12;

    /// <summary>Of a transcript so many characters can be found; ten hours of talk have fewer.</summary>
    public const int MostCharacters = 500_000;

    /// <summary>What was said, a line for each turn, as far as it can be found.</summary>
    public static string Lines(IEnumerable<string?> turns)
    {
        var text = new StringBuilder();
        foreach (var turn in turns.OfType<string>())
        {
            if (text.Length + turn.Length > MostCharacters)
                break;
            text.Append(text.Length > 0 ? "\n" : "").Append(turn);
        }
        return text.ToString();
    }

    /// <summary>Title, summary, comment and transcript, folded; null when there is nothing to find.</summary>
    /// <param name="client">Left out wherever it stands: whoever may not see a number must not be able to find its digits one by
    /// one.</param>
    public static string? Of(IEnumerable<string?> texts, ClientIdentity client)
    {
        var text = string.Join('\n', texts.OfType<string>());
        return text.Length == 0 ? null : Fold(client.Removed(text, with: " ")!);
    }

    /// <summary>The tokenizer removes diacritics; the stroke of ł is none to Unicode, but is one to people. Keeps the length.</summary>
    public static string Fold(string text) =>
        text.Replace('ł', 'l').Replace('Ł', 'L').Replace('đ', 'd').Replace('ø', 'o').Replace('Ø', 'O');

    /// <summary>The words of a search, folded; letters and digits only, as the tokenizer cuts them.</summary>
    public static IReadOnlyList<string> Words(string search)
    {
        var words = new List<string>();
        var start = -1;
        var folded = Fold(search);
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && IsInWord(folded[i]);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }
        return [.. words.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)];
    }

    /// <summary>Letters, digits and their accents, as the tokenizer sees them.</summary>
    internal static bool IsInWord(char sign) =>
        char.IsLetterOrDigit(sign)
            || (sign > 0x2FF && char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.NonSpacingMark);

    /// <summary>
    /// The condition for the index: every word, from three letters on also as a beginning; null when the search has no word.
    /// </summary>
    public static string? Match(Dialect dialect, string search)
    {
        var words = Words(search);
        return words.Count == 0 ? null : dialect.WordsMatch(words.Select(word => (word, word.Length >= PrefixFrom)));
    }
}
