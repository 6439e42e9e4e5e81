using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// What stands between this computer and ElevenLabs, and answers in its place or lets nothing through: firewalls, proxies, captive
/// portals, companies that look into the traffic. Never the key's fault; a later attempt may succeed.
/// </summary>
internal static class ForeignAnswers
{
    private const int MaxWords = 80;

    /// <summary>An answer that is not in the vendor's shape.</summary>
    public static ElevenLabsException Answered(HttpResponseMessage response, string host)
    {
        var status = response.StatusCode;
        var type = ForeignText.Clean(response.Content.Headers.ContentType?.MediaType, MaxWords);
        var what = $"HTTP {(int)status}{(string.IsNullOrEmpty(type) ? "" : ", " + type)}";
        var where = response.Headers.Location is { IsAbsoluteUri: true } to
            ? $", which sends us to {ForeignText.Clean(to.Host, MaxWords)}"
            : "";
        var message = status == HttpStatusCode.ProxyAuthenticationRequired
            ? $"A proxy wants a sign-in before it lets us reach ElevenLabs ({what}). Ask your IT for its address with user and password, "
                + $"and name it in HTTPS_PROXY; or to allow {host} without."
            : $"A firewall or proxy answered instead of ElevenLabs ({what}{where}). Ask your IT to allow {host} for this computer; "
                + "it is tried again by itself.";
        return new ElevenLabsException(ElevenLabsErrorKind.Network, message) { Status = status };
    }

    /// <summary>A page for people in place of data, whatever its status says.</summary>
    public static bool IsPage(MediaTypeHeaderValue? type, ReadOnlySpan<byte> body) =>
        (type?.MediaType is { } media && !media.Contains("json", StringComparison.OrdinalIgnoreCase))
        || body.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    /// <summary>No answer came at all.</summary>
    public static ElevenLabsException NotReached(Exception exception, string host) => exception switch
    {
        // Requests are held back because of what stands in between: that is still what is wrong.
        BrokenCircuitException { InnerException: ElevenLabsException { Kind: ElevenLabsErrorKind.Network } foreign } =>
            new(ElevenLabsErrorKind.Network, foreign.Message) { Status = foreign.Status },
        BrokenCircuitException { InnerException: { } cause } when cause is not ElevenLabsException
            && NotReached(cause, host) is { Kind: ElevenLabsErrorKind.Network or ElevenLabsErrorKind.Certificate } told => told,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(ElevenLabsErrorKind.Network,
            $"The address {host} could not be found (DNS). Check that this computer is online; if it is, ask your IT to let it look up "
                + $"and reach {host}."),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new(ElevenLabsErrorKind.Network,
            $"The proxy of this computer did not let us through to {host}. Check HTTPS_PROXY (address, user, password), or ask your IT "
                + $"to allow {host}."),
        _ when Untrusted(exception) is { } untrusted => new(ElevenLabsErrorKind.Certificate,
            $"The certificate that answered for {host} is not trusted by this computer (signed by {untrusted.Issuer}; "
            + $"{untrusted.Errors}). "
            + "If your company looks into encrypted traffic, name the file of its root certificate in SSL_CERT_FILE (on Windows and "
                + "macOS: "
            + "add it to the system's certificates) and start again; if not, somebody stands in between."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(ElevenLabsErrorKind.Network,
            $"No secure connection to {host} could be made: something in between may not let it through. Ask your IT to allow {host} on "
                + "port 443."),
        _ => new(ElevenLabsErrorKind.Unavailable,
            $"ElevenLabs could not be reached at {host} ({Reason(exception)}). Check the network connection and try again in a few "
                + "minutes."),
    };

    public static bool IsUntrusted(Exception? exception) => Untrusted(exception) is not null;

    private static UntrustedCertificateException? Untrusted(Exception? exception)
    {
        while (exception is not (null or UntrustedCertificateException))
            exception = exception.InnerException;
        return (UntrustedCertificateException?)exception;
    }

    private static string Reason(Exception exception) => exception switch
    {
        TimeoutRejectedException => "no answer in time",
        BrokenCircuitException => "it has failed repeatedly, requests are held back for a moment",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "its answer's headers are too large",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            "the connection was refused",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => http.HttpRequestError.ToString(),
        _ => "the connection broke",
    };
}
