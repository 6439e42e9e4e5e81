using System.Text;

namespace Voicebot.Core.Phones;

/// <summary>
/// What networks send in place of a number that a caller withholds: words, or those words typed on a telephone's keys. It tells of nobody.
/// </summary>
internal static class WithheldNumber
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "anonymous", "unknown", "restricted", "private", "unavailable", "withheld", "blocked", "hidden", "privatenumber", "privatecaller",
            "unknownnumber", "unknowncaller",
        "nocallerid", "noid", "calleridblocked", "calleridunavailable", "outofarea", "notavailable", "anonymouscaller",
    };

    private static readonly HashSet<string> Keyed = [.. Words.Select(Keys).Where(keys => keys.Length >= TelephoneNumber.ShortestNumber)];

    /// <param name="user">A number without its host, decoded.</param>
    /// <param name="host">What comes after the '@'; null without.</param>
    public static bool Is(string user, string? host)
    {
        if (host is not null && host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase))
            return true; // RFC 3323: sip:anonymous@anonymous.invalid
        var letters = string.Concat(user.Where(char.IsLetterOrDigit));
        if (Words.Contains(letters))
            return true;
        var digits = WrittenDigits.Of(user);
        // With separators it is somebody's number that happens to spell a word: (737) 874-2833.
        var isPlain = user.TrimStart().StartsWith('+') || user.StartsWith("00", StringComparison.Ordinal)
            || digits.Length == user.Trim().Length;
        return isPlain && letters == digits && Keyed.Contains(digits.TrimStart('0'));
    }

    /// <summary>A, B and C are on 2, D, E and F on 3 …</summary>
    private static string Keys(string word)
    {
        const string keys = "22233344455566677778889999";
        var typed = new StringBuilder(word.Length);
        foreach (var letter in word)
            typed.Append(keys[letter - 'a']);
        return typed.ToString();
    }
}
