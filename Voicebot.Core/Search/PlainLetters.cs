using System.Text;

namespace Voicebot.Core.Search;

/// <summary>Compares words as the search index does: without case and without the diacritics of Latin letters.</summary>
internal static class PlainLetters
{
    private static readonly char[] Latin = [.. Enumerable.Range(0, 0x250).Select(code => Plain((char)code))];

    /// <summary>True when the word begins with the other.</summary>
    public static bool StartsWith(ReadOnlySpan<char> word, ReadOnlySpan<char> beginning)
    {
        if (word.Length < beginning.Length)
            return false;
        for (var i = 0; i < beginning.Length; i++)
            if (Of(word[i]) != Of(beginning[i]))
                return false;
        return true;
    }

    private static char Of(char sign) => sign < Latin.Length ? Latin[sign] : char.ToLowerInvariant(sign);

    private static char Plain(char sign)
    {
        var folded = SearchText.Fold(sign.ToString())[0];
        return char.ToLowerInvariant(char.IsLetter(folded) ? folded.ToString().Normalize(NormalizationForm.FormD)[0] : folded);
    }
}
