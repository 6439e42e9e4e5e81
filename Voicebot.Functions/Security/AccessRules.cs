using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Voicebot.Functions.Security;

/// <summary>Who may use which address. What is not named here belongs to the owner.</summary>
public static class AccessRules
{
    /// <summary>The page itself is open, so that it can show its sign-in; the webhook is kept by its signature.</summary>
    private static readonly string[] OpenRoutes =
        ["GET api/session", "POST api/session", "DELETE api/session", "GET api/live", "GET api/ready", "POST api/webhooks/elevenlabs"];

    private static readonly string[] ViewerRoutes =
    [
        "GET api/settings", "GET api/agents", "GET api/kpis", "GET api/breakdowns", "GET api/data", "GET api/conversations",
        "GET api/conversations/{id}",
        "GET api/conversations/{id}/audio",
        "GET api/conversations/{id}/others", "GET api/conversation-figures", "GET api/views", "GET api/segments",
        "GET api/reviews", "GET api/reviews/{id}", "GET api/review-rules", "GET api/callbacks", "GET api/targets", "GET api/notes",
        "GET api/money",
        "GET api/alerts", "GET api/alert-rules",
        "GET api/months", "GET api/sync-logs", "GET api/sync-logs/{id}", "GET api/archives", "GET api/health", "GET api/openapi.json",
    ];

    private static readonly (string Method, TemplateMatcher Route, Role? Needed)[] Rules =
        [.. OpenRoutes.Select(rule => Rule(rule, null)), .. ViewerRoutes.Select(rule => Rule(rule, Role.Viewer))];

    /// <summary>The least role that may send the request; null when everybody may.</summary>
    public static Role? Needed(HttpRequest request)
    {
        var path = request.Path;
        if (!path.StartsWithSegments("/api"))
            return null; // files of the page, and what does not exist
        var asked = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method; // the same, but for the body
        foreach (var (method, route, needed) in Rules)
            if (HttpMethods.Equals(method, asked) && route.TryMatch(path, new RouteValueDictionary()))
                return needed;
        return Role.Owner;
    }

    private static (string, TemplateMatcher, Role?) Rule(string rule, Role? needed)
    {
        var parts = rule.Split(' ');
        return (parts[0], new TemplateMatcher(TemplateParser.Parse(parts[1]), []), needed);
    }
}
