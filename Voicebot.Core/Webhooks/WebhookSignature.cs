using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Voicebot.Core.Webhooks;

public enum SignatureVerdict
{
    Good,
    /// <summary>Absent, malformed, or made with another secret or over other bytes.</summary>
    Wrong,
    /// <summary>Right, but older than the tolerance: possibly a replay.</summary>
    TooOld,
}

/// <summary>
/// The vendor's header <c>ElevenLabs-Signature: t=&lt;unix s&gt;,v0=&lt;hex&gt;</c>: HMAC-SHA256 of the secret over <c>"{t}." + raw body</c>.
/// </summary>
public static class WebhookSignature
{
    public const string HeaderName = "ElevenLabs-Signature";
    private const long ToleranceSeconds = 30 * 60;

    /// <summary>Compares in constant time, and judges the age only of a right signature.</summary>
    public static SignatureVerdict Verify(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = (header ?? "").Split(',', StringSplitOptions.TrimEntries);
        var time = Part(parts, "t=");
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return SignatureVerdict.Wrong;
        var expected = Encoding.ASCII.GetBytes(Sign(time!, body, secret));
        var given = Encoding.UTF8.GetBytes(Part(parts, "v0=") ?? "");
        if (!CryptographicOperations.FixedTimeEquals(expected, given))
            return SignatureVerdict.Wrong;
        return now.ToUnixTimeSeconds() - seconds > ToleranceSeconds ? SignatureVerdict.TooOld : SignatureVerdict.Good;
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Sign(string unixSeconds, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(unixSeconds + "."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    private static string? Part(string[] parts, string prefix) =>
        parts.FirstOrDefault(part => part.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
}
