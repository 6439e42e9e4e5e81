namespace Voicebot.Core.Conversations;

/// <summary>Whether two ways of writing mean the same telephone number: "+48 501 000 001", "0048501000001" and "48501000001" do.</summary>
public static class PhoneMatch
{
    private const int ShortestNumber = 7;

    /// <summary>Null when the text is too short to be anybody's number and no other address either.</summary>
    public static string? Normal(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (trimmed.Any(char.IsAsciiLetter))
            return trimmed.Length >= 3 ? trimmed.ToLowerInvariant() : null; // a SIP address or another id
        var digits = string.Concat(trimmed.Where(char.IsAsciiDigit));
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        return digits.Length >= ShortestNumber ? digits : null;
    }
}
