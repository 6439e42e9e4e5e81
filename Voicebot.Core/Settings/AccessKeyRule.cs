namespace Voicebot.Core.Settings;

/// <summary>What an access key must be: long enough that nobody can guess it.</summary>
public static class AccessKeyRule
{
    public const int MinLength = 32;
    public const int MaxLength = 200;
    private const int MinDistinct = 8;

    public const string Rule =
        "should have 32 to 200 letters, digits and signs without spaces, at least 8 of them different; such a key makes, for example, "
        + "'openssl rand -base64 32'";

    /// <summary>A short or monotonous key is refused; only signs that can stand in an HTTP header.</summary>
    public static bool IsGood(string key) =>
        key.Length is >= MinLength and <= MaxLength && key.All(sign => sign is > ' ' and < '\x7f')
            && key.Distinct().Count() >= MinDistinct;
}
