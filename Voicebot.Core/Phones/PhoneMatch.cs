namespace Voicebot.Core.Phones;

/// <summary>Whether two ways of writing mean the same telephone number: "+48 501 000 001", "0048501000001" and "501000001" do.</summary>
public static class PhoneMatch
{
    /// <summary>Null when the text is too short to be anybody's number and no other address either.</summary>
    public static string? Normal(string? text)
    {
        var trimmed = TelephoneNumber.WithoutTrunk(text?.Trim());
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (trimmed.Any(char.IsAsciiLetter))
            return trimmed.Length >= 3 ? trimmed.ToLowerInvariant() : null; // a SIP address or another id
        var digits = Digits(trimmed);
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        return digits.Length >= TelephoneNumber.ShortestNumber ? digits : null;
    }

    /// <summary>The same whole number or other address, however each is written; without a country code it is that of any country.</summary>
    public static bool IsSame(string? phone, string? other)
    {
        if (EndsDiffer(phone, other) || Normal(phone) is not { } normal || Normal(other) is not { } otherNormal)
            return false;
        if (normal == otherNormal)
            return true;
        return IsNumber(normal) && IsNumber(otherNormal)
            && (IsAtHome(phone!, other!) || IsAtHome(other!, phone!) || TelephoneNumber.Of(phone) is { } number && TelephoneNumber.Of(other) is { } otherNumber && number.IsSame(otherNumber));
    }

    /// <summary>A part of the number or address; in a number, separators and the way to write "international" do not matter.</summary>
    public static bool IsPart(string? phone, string asked)
    {
        if (phone is null)
            return false;
        if (phone.Contains(asked, StringComparison.OrdinalIgnoreCase))
            return true;
        if (!TelephoneNumber.IsWritten(asked) || PhoneMask.Digits(asked) is not { Length: > 0 } digits)
            return false;
        var all = PhoneMask.Digits(phone);
        return all.Contains(digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits, StringComparison.Ordinal)
            || (digits.TrimStart('0') is { Length: >= TelephoneNumber.ShortestNumber } dialled && all.Contains(dialled, StringComparison.Ordinal));
    }

    /// <summary>What can be asked while numbers are masked: a whole number, or the last digits, which the mask shows.</summary>
    public static bool IsSameOrShown(string? phone, string asked) =>
        IsSame(phone, asked) || (asked.Length == PhoneMask.ShownDigits && asked.All(char.IsAsciiDigit) && PhoneMask.Apply(phone)?.EndsWith(asked, StringComparison.Ordinal) == true);

    /// <summary>At a glance, for nearly all pairs: the same number has the same last digits, and an address the same end.</summary>
    private static bool EndsDiffer(string? phone, string? other)
    {
        for (var i = 1; i <= PhoneMask.ShownDigits; i++)
        {
            if (!(phone?.Length >= i && other?.Length >= i) || !char.IsAsciiDigit(phone[^i]) || !char.IsAsciiDigit(other[^i]))
                return false; // not to be told so quickly
            if (phone[^i] != other[^i])
                return true;
        }
        return false;
    }

    /// <summary>Written as it is dialled at home (no country code, perhaps a trunk 0), and the same number as an international one.</summary>
    private static bool IsAtHome(string phone, string international)
    {
        if (!international.TrimStart().StartsWith('+') || phone.Contains('+', StringComparison.Ordinal))
            return false;
        var digits = Normal(international)!;
        return digits[PhoneMask.CallingCode(digits).Length..].TrimStart('0') == Digits(phone).TrimStart('0');
    }

    private static bool IsNumber(string normal) => normal.All(char.IsAsciiDigit);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
