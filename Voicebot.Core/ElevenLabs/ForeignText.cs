using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// The one cleaner of words that come from outside (the vendor's error texts, exceptions that quote what was sent) before they are kept,
/// logged or shown: one line of at most 300 signs, without keys, telephone numbers, mail addresses, tags and signs that steer a screen.
/// </summary>
public static partial class ForeignText
{
    public const int MaxLength = 300;

    // What is looked at: enough for 300 clean signs, and a bound for the work.
    private const int LookedAt = 8 * 1024;
    private const string Hidden = "•••";
    private const int ShortestNumber = 7;

    /// <summary>Null for null; empty when nothing fit to be shown is left.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text, int maxLength = MaxLength)
    {
        if (text is null)
            return null;
        // A sign that cannot be seen must not part a key or a number, so those go first; and what looks alike becomes alike.
        var plain = Plain(EscapeSequence().Replace(text.Length > LookedAt ? text[..LookedAt] : text, ""));
        plain = Markup().Replace(plain, " ");
        plain = Credentials().Replace(plain, secret => secret.Groups["name"].Value + Hidden);
        plain = UserInUrl().Replace(plain, "$1" + Hidden + "@");
        plain = Token().Replace(plain, token => IsOurs(token.ValueSpan) ? token.Value : Hidden);
        plain = Mail().Replace(plain, Hidden);
        plain = Number().Replace(plain, Masked);
        return Cut(Blank().Replace(plain, " ").Trim(), maxLength);
    }

    /// <summary>An exception for the log: its types, clean words and places, which tell a developer all but what was sent.</summary>
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (Exception? one = exception; one is not null; one = one.InnerException)
            text.Append(text.Length == 0 ? "" : " <- ").Append(one.GetType().Name).Append(": ").Append(Clean(one.Message));
        return text.Append('\n').Append(exception.StackTrace).ToString();
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // halves of pairs become U+FFFD
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator:
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    plain.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                    break;
                default:
                    plain.Append(rune.ToString());
                    break;
            }
        return plain.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string Masked(Match number) => number.Value.Count(char.IsAsciiDigit) >= ShortestNumber ? Hidden : number.Value;

    /// <summary>Ids that people look conversations up by are no secrets.</summary>
    private static bool IsOurs(ReadOnlySpan<char> token) => token.StartsWith("conv_") || token.StartsWith("agent_");

    /// <summary>Not within a pair, and never within the sign that stands for what is hidden.</summary>
    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var end = maxLength - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>ANSI: CSI and OSC sequences, and two-sign escapes.</summary>
    [GeneratedRegex(
        @"(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B\]|\u009D)[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)?"
        + @"|\u001B[ -~]")]
    private static partial Regex EscapeSequence();

    [GeneratedRegex(
        @"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|$)|<!--.*?(?:-->|$)|</?[A-Za-z!?][^<>]*(?:>|$)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Markup();

    /// <summary>Keys by their prefix, and whatever follows a name that a secret goes by.</summary>
    [GeneratedRegex(
        @"\b[sx]k[_-][A-Za-z0-9_\-]+|\beyJ[A-Za-z0-9_\-.]{10,}|\b(?<name>(?:Bearer|Basic|Digest)\s+)[^\s""',;]+"
        + @"|\b(?<name>(?:xi[-_])?(?:api[-_ ]?key|access[-_ ]?key|token|secret|password|passwd|authorization|signature)"
        + @"[""']?\s*[:=]\s*[""']?(?:(?:Bearer|Basic|Digest)\s+)?)[^\s""',;}]+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Credentials();

    [GeneratedRegex(@"(://)[^\s/@]+@")]
    private static partial Regex UserInUrl();

    /// <summary>20 signs and more that hold a digit and look like base64, hex or an id: no word is.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_\-+/])(?=[A-Za-z_\-+/]*\d)[A-Za-z0-9_\-+/]{20,}={0,2}")]
    private static partial Regex Token();

    [GeneratedRegex(@"[^\s@<>""'(),:;/•]+@[^\s@<>""'(),:;]+")]
    private static partial Regex Mail();

    /// <summary>Digits, with up to twelve signs that are neither letters nor digits between them, as everywhere (see Phones).</summary>
    [GeneratedRegex(@"(?<!\b(?:conv|agent)_[A-Za-z0-9]*)\+?\d(?:[^\p{L}\d•]{0,12}\d)+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
