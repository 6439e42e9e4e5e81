using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Voicebot.Core.ElevenLabs;

/// <summary>The sockets below the client.</summary>
public static class ElevenLabsHandler
{
    private const int HeaderKilobytes = 64;
    private const int MaxIssuer = 100;

    public static SocketsHttpHandler Create() => new()
    {
        // No Brotli: its decoder keeps up to 16 MB of each answer, and who answers chooses how much.
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false, // a redirect could carry the key to another host
        MaxResponseHeadersLength = HeaderKilobytes,
        ActivityHeadersPropagator = null, // which request of ours asks is none of the vendor's business
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = IsTrusted },
    };

    /// <summary>The system decides; when it does not trust a certificate, we want to know whose it is.</summary>
    private static bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        throw new UntrustedCertificateException(ForeignText.Clean(certificate?.Issuer, MaxIssuer) ?? "nobody", errors);
    }
}

/// <summary>Who answered in the vendor's name has a certificate that this computer does not trust.</summary>
/// <param name="issuer">Who signed it: a company's own authority where its network looks into the traffic.</param>
public sealed class UntrustedCertificateException(string issuer, SslPolicyErrors errors)
    : Exception($"The certificate of {issuer} is not trusted: {errors}.")
{
    public string Issuer => issuer;
    public SslPolicyErrors Errors => errors;
}
