using Microsoft.AspNetCore.Http;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.Security;

/// <summary>
/// Lets the page run on another site that VOICEBOT_ALLOWED_ORIGINS names (CORS); no other site can read an answer. Cookies play no
/// part there: that page signs in with a bearer token.
/// </summary>
public static class CrossOrigin
{
    // HEAD needs no permission.
    private static readonly string Methods = string.Join(", ",
        RouteTable.All.Where(function => function.Route.StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(function => function.Methods).Where(method => method != "HEAD").Distinct().Order(StringComparer.Ordinal));

    public static void Apply(HttpContext http, RequestGuard guard)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !guard.IsAllowed(origin))
            return;
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.Vary = "Origin";
        headers.AccessControlExposeHeaders = "Content-Disposition, ETag, Retry-After";
        if (!IsPreflight(http.Request))
            return;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, If-None-Match, Range";
        headers.AccessControlMaxAge = "600"; // seconds
    }

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");
}
