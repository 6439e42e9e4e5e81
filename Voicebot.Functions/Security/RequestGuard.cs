using System.Net;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Security;

/// <summary>
/// Turns away what does not come from this computer or from an allowed site, before any function runs: a foreign host name
/// (DNS rebinding) on every route, a foreign origin (CSRF) on writes.
/// </summary>
public sealed class RequestGuard(VoicebotOptions options)
{
    /// <summary>Null when the request may pass.</summary>
    public Problem? Refusal(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
            return new Problem(StatusCodes.Status403Forbidden, "host_not_allowed",
                "This program answers only on this computer, under http://127.0.0.1 or http://localhost: it has no sign-in yet that could protect the data elsewhere.");
        if (IsRead(request.Method))
            return null;
        var origin = request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 ? !IsOwn(origin, request) && !IsAllowed(origin) : request.Headers["Sec-Fetch-Site"] == "cross-site";
        return foreign
            ? new Problem(StatusCodes.Status403Forbidden, "origin_not_allowed", "Another site may not change anything here. If that site is yours, name its origin in VOICEBOT_ALLOWED_ORIGINS.")
            : null;
    }

    /// <summary>An origin named in VOICEBOT_ALLOWED_ORIGINS.</summary>
    public bool IsAllowed(string origin) => options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
