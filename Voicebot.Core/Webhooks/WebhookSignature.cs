using System.Security.Cryptography;
using System.Text;

namespace Voicebot.Core.Webhooks;

/// <summary>
/// The vendor's header <c>ElevenLabs-Signature: t=&lt;unix s&gt;,v0=&lt;hex&gt;</c>: HMAC-SHA256 of the secret over <c>"{t}." + raw
/// body</c>.
/// </summary>
public static class WebhookSignature
{
    public const string HeaderName = "ElevenLabs-Signature";

    /// <summary>Of a body that is there as a whole.</summary>
    public static SignatureVerdict Verify(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        using var check = SignatureCheck.Begin(header, secret);
        check?.Append(body);
        return check?.End(now) ?? SignatureVerdict.Wrong;
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Sign(string unixSeconds, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(unixSeconds + "."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
