using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.Security;

/// <summary>
/// Turns away what does not come from this computer or from an allowed site, before any function runs: a foreign host name
/// (DNS rebinding) on every route; on writes a foreign origin (CSRF), a body that is not JSON or too large.
/// </summary>
public sealed class RequestGuard(VoicebotOptions options)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    private static readonly HashSet<string> LightReads = new(
        ["api/live", "api/health", "api/session", "api/openapi.json", "api/settings", "api/months", "api/archives", "api/sync-logs"],
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the request may pass.</summary>
    public Problem? Refusal(HttpRequest request)
    {
        if (!IsAllowedHost(request))
            return new Problem(StatusCodes.Status403Forbidden, "host_not_allowed",
                "This program does not answer under this name. Use http://127.0.0.1 or http://localhost on this computer, or add the "
                    + "name to VOICEBOT_ALLOWED_HOSTS.");
        if (!Methods.Contains(request.Method))
            return MethodRefusal(request);
        if (IsRead(request.Method))
            return HttpMethods.IsOptions(request.Method) ? null : ReadRefusal(request);
        return OriginRefusal(request) ?? BodyRefusal(request);
    }

    /// <summary>An origin named in VOICEBOT_ALLOWED_ORIGINS.</summary>
    public bool IsAllowed(string origin) => options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the signature alone depends whether a webhook is taken, whatever else it looks like.</summary>
    public static bool IsWebhook(HttpRequest request) => request.Path.StartsWithSegments("/api/webhooks");

    private bool IsAllowedHost(HttpRequest request)
    {
        var host = request.Host.Host;
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return false;
        // The very address that was dialled is no name that somebody else could point here.
        return IPAddress.IsLoopback(address)
            || (options.IsExposed && Equals(address, Plain(request.HttpContext.Connection.LocalIpAddress)));
    }

    /// <summary>
    /// No other site can read an answer, but by a picture, a frame or a link it could make the program work: copy the database,
    /// search everything, ask ElevenLabs. What answers from what is at hand may be asked for from anywhere.
    /// </summary>
    private Problem? ReadRefusal(HttpRequest request)
    {
        var path = request.Path.Value!.Trim('/');
        if (LightReads.Contains(path) || !RouteTable.MethodsOf(path).Contains(HttpMethods.Get))
            return null;
        var origin = request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 ? !IsOwn(origin, request) && !IsAllowed(origin) : request.Headers["Sec-Fetch-Site"]
            .ToString() is "cross-site" or "same-site";
        return foreign
            ? new Problem(StatusCodes.Status403Forbidden, "origin_not_allowed",
                "Another site may not start this. Use the dashboard, or type the address yourself; if that site is yours, name its "
                + "origin in VOICEBOT_ALLOWED_ORIGINS.")
            : null;
    }

    private Problem? OriginRefusal(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var foreign = origin.Length > 0
            ? !IsOwn(origin, request) && !IsAllowed(origin)
            : request.Headers["Sec-Fetch-Site"] == "cross-site";
        return foreign
            ? new Problem(StatusCodes.Status403Forbidden, "origin_not_allowed",
                "Another site may not change anything here. If that site is yours, name its origin in VOICEBOT_ALLOWED_ORIGINS.")
            : null;
    }

    private static Problem? BodyRefusal(HttpRequest request)
    {
        if (IsWebhook(request))
            return null;
        if (request.ContentLength > BodyLimits.Most)
            return Problem.TooLarge(BodyLimits.Most);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = BodyLimits.Most;
        return HasBody(request) && !IsJson(request.ContentType) ? Problem.UnsupportedContentType : null;
    }

    private static Problem MethodRefusal(HttpRequest request)
    {
        var path = request.Path.Value!.TrimStart('/');
        var allowed = request.Path.StartsWithSegments("/api") ? RouteTable.MethodsOf(path) : ["GET", "HEAD"];
        request.HttpContext.Response.Headers.Allow = string.Join(", ", allowed);
        return Problem.MethodNotAllowed(request.Method, allowed);
    }

    internal static bool HasBody(HttpRequest request) =>
        request.ContentLength is > 0
            || (request.ContentLength is null
            && request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true });

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    /// <summary>The page's own origin. A name that was allowed may be served through a proxy that speaks TLS.</summary>
    private bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
        || (options.AllowedHosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
            && string.Equals(origin, $"https://{request.Host.Value}", StringComparison.OrdinalIgnoreCase));

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
