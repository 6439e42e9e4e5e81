using System.Text.RegularExpressions;

namespace Voicebot.Core.Phones;

/// <summary>
/// One of the things that a person is reached by, read from every spelling: a telephone number (<c>sip:</c>, <c>tel:</c>, <c>;ext=</c>,
/// <c>"Name" &lt;sip:…&gt;</c>, <c>%2B48…</c>), or another whole address: a name at a SIP host, a messenger's id.
/// </summary>
internal sealed partial class ClientAddress
{
    private const int ShortestAddress = 3;
    private const int ShortestHidden = 5;

    private readonly TelephoneNumber? number;
    private readonly string other;

    private ClientAddress(TelephoneNumber? number, string other, string normal) =>
        (this.number, this.other, Normal) = (number, other, normal);

    /// <summary>The digits of a number, as far as they are known; another address in small letters.</summary>
    public string Normal { get; }

    /// <summary>The same of every spelling: of a number its national digits.</summary>
    public string Common => number?.National ?? Normal;

    /// <summary>Null when it tells of nobody: too short (112, an extension), or withheld.</summary>
    public static ClientAddress? Of(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var (scheme, user, host, context) = Split(written);
        if (WithheldNumber.Is(user, host))
            return null;
        var hasLetters = user.EnumerateRunes().Any(sign => System.Text.Rune.IsLetter(sign) && WrittenDigits.ValueOf(sign) < 0);
        if (!hasLetters && TelephoneNumber.Of(context + user) is { } number)
            return new ClientAddress(number, "", number.Digits);
        if (!hasLetters && host is null)
            return null;
        var address = (host is null ? user : $"{user}@{host}").ToLowerInvariant();
        return address.Length < ShortestAddress ? null
            : new ClientAddress(null, address, scheme is "sip" or "sips" ? "sip:" + address : address);
    }

    /// <summary>Stands for a withheld number.</summary>
    public static bool IsWithheld(string? written) =>
        !string.IsNullOrWhiteSpace(written) && Split(written) is var (_, user, host, _) && WithheldNumber.Is(user, host);

    /// <summary>The last digits of a number, which stand in every text that holds it; empty for another address.</summary>
    public ReadOnlySpan<char> Tail => number is null ? "" : number.Tail;

    public bool IsSame(ClientAddress address) =>
        number is not null && address.number is not null ? number.IsSame(address.number) : number == address.number
        && other == address.other;

    /// <summary>It is long enough to be looked for in texts.</summary>
    public bool CanBeHidden => number is not null || other.Length >= ShortestHidden;

    /// <summary>At a glance, also for JSON as it is written: false when <see cref="Hide"/> finds nothing in any text of it.</summary>
    public bool MayStandIn(string text) => number is not null
        ? number.MayStandIn(text)
        : text.Contains(other, StringComparison.OrdinalIgnoreCase) || text.Contains(Encoded, StringComparison.OrdinalIgnoreCase)
            || (Encoded != other && text.Contains("\\u", StringComparison.Ordinal));

    /// <summary>The text with the mask in the place of every occurrence; the same object when there is none.</summary>
    public string Hide(string text, string mask)
    {
        if (number is not null)
            return number.Hide(text, mask);
        if (!CanBeHidden)
            return text;
        // In a text that is JSON itself the letter of an escape (\n, \u003C) may stand before it.
        var hidden = JsonTexts.HideWithin(text, inner => Hide(inner, mask));
        hidden = HideLetters(hidden, other, mask);
        return Encoded == other ? hidden : HideLetters(hidden, Encoded, mask);
    }

    private string Encoded => field ??= Uri.EscapeDataString(other);

    private static string HideLetters(string text, string address, string mask)
    {
        for (var at = 0; (at = text.IndexOf(address, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = at + address.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                at++;
                continue;
            }
            text = string.Concat(text.AsSpan(0, at), mask, text.AsSpan(end));
            at += mask.Length;
        }
        return text;
    }

    private static (string Scheme, string User, string? Host, string Context) Split(string written)
    {
        if (!written.AsSpan(written[0] == '+' ? 1 : 0).ContainsAnyExceptInRange('0', '9'))
            return ("", written, null, ""); // nearly all
        var text = EncodedSign.Decode(written).Trim().TrimStart('\'');
        if (text.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open && text.IndexOf('>', open) is > 0 and var close)
            text = text[(open + 1)..close].Trim();
        text = text.Trim('"', ' ');
        var scheme = "";
        if (Scheme().Match(text) is { Success: true } match)
            (scheme, text) = (match.Groups["name"].Value.ToLowerInvariant(), text[match.Length..]);
        var context = PhoneContext().Match(text) is { Success: true } given ? given.Groups["code"].Value : "";
        string? host = null;
        if (text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at)
            (text, host) = (text[..at], Parameters().Replace(text[(at + 1)..], ""));
        text = Parameters().Replace(text, "");
        if (host is not null && text.LastIndexOf(':') is >= 0 and var password && text[password..].Any(char.IsAsciiLetter))
            text = text[..password];
        var user = Extension().Replace(text, "").Trim();
        return (scheme, user, host, context.Length == 0 || HasCode(user, context[1..]) ? "" : context);
    }

    /// <summary>The number is whole without its context.</summary>
    private static bool HasCode(string user, string code)
    {
        var digits = WrittenDigits.Of(user);
        return WrittenDigits.IsPlus(user.EnumerateRunes().FirstOrDefault()) || digits.StartsWith("00", StringComparison.Ordinal)
            || (digits.StartsWith(code, StringComparison.Ordinal) && CallingCodes.IsBelieved(code, digits.Length - code.Length));
    }

    [GeneratedRegex(@"\A(?<name>sips?|tel|callto|sms|smsto|whatsapp|h323|im|mailto|pres)\s*:\s*(//)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    /// <summary>Begins with a letter; digits after a semicolon are part of the number.</summary>
    [GeneratedRegex(@"[;?][A-Za-z].*\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();

    [GeneratedRegex(@";phone-context=(?<code>\+[0-9]{1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhoneContext();

    [GeneratedRegex(@"(?<=[^\p{L}\s]|[零〇一二三四五六七八九])[\s,;]*(ext(ension|n)?|x|wewn?(ętrzny)?|#)[.:=\s]*[0-9]{1,7}\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
