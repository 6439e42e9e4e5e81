namespace Voicebot.Core.Phones;

/// <summary>Whether two ways of writing mean the same telephone number: "+48 501 000 001", "0048501000001" and "501000001" do.</summary>
public static class PhoneMatch
{
    public const string Rule = "must be a telephone number of at least seven digits, or another whole address";
    public const string WithheldRule =
        "is what networks send in place of a withheld number, and belongs to nobody; name such a conversation by its id";

    /// <summary>
    /// Null when the text is too short to be anybody's number and no other address either, or stands for a withheld number.
    /// </summary>
    public static string? Normal(string? text) => ClientAddress.Of(text)?.Normal;

    /// <summary>A telephone number and nothing else, long enough to be a person's.</summary>
    public static bool IsNumber(string text) => ClientAddress.Of(text) is { Tail.IsEmpty: false };

    /// <summary>Stands for a withheld number: "anonymous", "+266696687".</summary>
    public static bool IsWithheld(string? text) => ClientAddress.IsWithheld(text);

    /// <summary>What is wrong with it as the name of a person; null when nothing is.</summary>
    public static string? FaultOf(string text) => IsWithheld(text) ? WithheldRule : Normal(text) is null ? Rule : null;

    /// <summary>
    /// The same whole number or other address, however each is written; without a country code it is that of any country.
    /// </summary>
    public static bool IsSame(string? phone, string? other) =>
        ClientAddress.Of(phone) is { } address && ClientAddress.Of(other) is { } otherAddress && address.IsSame(otherAddress);

    /// <summary>A part of the number or address; in a number, separators and the way to write "international" do not matter.</summary>
    public static bool IsPart(string? phone, string asked)
    {
        if (phone is null)
            return false;
        if (phone.Contains(asked, StringComparison.OrdinalIgnoreCase))
            return true;
        if (IsSame(phone, asked))
            return true;
        var meant = EncodedSign.Decode(asked);
        if (meant.Any(char.IsLetter) || WrittenDigits.Of(meant) is not { Length: > 0 } digits)
            return false;
        var all = WrittenDigits.Of(EncodedSign.Decode(phone));
        return all.Contains(digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits, StringComparison.Ordinal)
            || (digits.TrimStart('0') is { Length: >= TelephoneNumber.ShortestNumber } dialled
                && all.Contains(dialled, StringComparison.Ordinal));
    }

    /// <summary>
    /// What can be asked while numbers are masked: a whole number, the last digits, which the mask shows, or the word that stands for a
    /// withheld one.
    /// </summary>
    public static bool IsSameOrShown(string? phone, string asked)
    {
        if (phone is null)
            return false;
        if (IsWithheld(asked))
            return string.Equals(phone.Trim(), asked.Trim(), StringComparison.OrdinalIgnoreCase);
        if (IsTail(asked))
            return PhoneMask.Apply(phone)!.EndsWith(asked, StringComparison.Ordinal);
        return !EndsDiffer(phone, asked) && IsSame(phone, asked);
    }

    /// <summary>How many digits of any script there are, encoded ones as what they stand for.</summary>
    public static int DigitsIn(string text) => WrittenDigits.Of(EncodedSign.Decode(text)).Length;

    /// <summary>True when there is a digit of any script in it.</summary>
    public static bool HoldsDigits(string text) => WrittenDigits.Of(text).Length > 0;

    private static bool IsTail(string asked) => asked.Length == PhoneMask.ShownDigits && asked.All(char.IsAsciiDigit);

    /// <summary>At a glance, for nearly all pairs: the same number has the same last digits.</summary>
    private static bool EndsDiffer(string phone, string other)
    {
        if (phone.Length < PhoneMask.ShownDigits || other.Length < PhoneMask.ShownDigits || !IsPlain(phone) || !IsPlain(other))
            return false; // not to be told so quickly
        return !phone.AsSpan(phone.Length - PhoneMask.ShownDigits).SequenceEqual(other.AsSpan(other.Length - PhoneMask.ShownDigits));
    }

    private static bool IsPlain(string phone) => !phone.AsSpan(phone[0] == '+' ? 1 : 0).ContainsAnyExceptInRange('0', '9');
}
