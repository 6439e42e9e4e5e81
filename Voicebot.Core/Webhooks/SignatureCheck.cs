using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Voicebot.Core.Webhooks;

/// <summary>Checks one signature while the body passes by, so that nothing has to be kept for it.</summary>
public sealed class SignatureCheck : IDisposable
{
    private const int MostSignatures = 8;
    private const int SignatureBytes = 32;
    private const long ToleranceSeconds = 30 * 60;
    private const long ClockSkewSeconds = 5 * 60;

    private readonly IncrementalHash hmac;
    private readonly long seconds;
    private readonly IReadOnlyList<byte[]> signatures;

    private SignatureCheck(string secret, string time, long seconds, IReadOnlyList<byte[]> signatures)
    {
        (this.seconds, this.signatures) = (seconds, signatures);
        hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(time + "."));
    }

    /// <summary>Null when the header is absent or malformed: then no body could be right.</summary>
    public static SignatureCheck? Begin(string? header, string secret)
    {
        var parts = (header ?? "").Split(',', StringSplitOptions.TrimEntries);
        var time = Values(parts, "t").FirstOrDefault();
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;
        var signatures = Values(parts, "v0").Take(MostSignatures).Select(Bytes).OfType<byte[]>().ToList();
        return signatures.Count > 0 ? new SignatureCheck(secret, time, seconds, signatures) : null;
    }

    public void Append(ReadOnlySpan<byte> body) => hmac.AppendData(body);

    /// <summary>
    /// Compares in constant time, and judges the age only of a right signature. While the vendor changes its secret it signs with both:
    /// one is enough.
    /// </summary>
    public SignatureVerdict End(DateTimeOffset now)
    {
        var expected = hmac.GetHashAndReset();
        var isRight = false;
        foreach (var signature in signatures)
            isRight |= CryptographicOperations.FixedTimeEquals(expected, signature);
        var age = now.ToUnixTimeSeconds() - seconds;
        if (!isRight)
            return SignatureVerdict.Wrong;
        return age > ToleranceSeconds ? SignatureVerdict.TooOld : age < -ClockSkewSeconds ? SignatureVerdict.FromFuture
            : SignatureVerdict.Good;
    }

    public void Dispose() => hmac.Dispose();

    /// <summary>Of <c>name=value</c>, with blanks wherever somebody in between has put them.</summary>
    private static IEnumerable<string> Values(string[] parts, string name) =>
        from part in parts
        let sign = part.IndexOf('=', StringComparison.Ordinal)
        where sign > 0 && part.AsSpan(0, sign).TrimEnd().SequenceEqual(name)
        select part[(sign + 1)..].TrimStart();

    private static byte[]? Bytes(string hexadecimal) =>
        hexadecimal.Length == 2 * SignatureBytes && hexadecimal.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hexadecimal) : null;
}
