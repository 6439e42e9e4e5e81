using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Functions.LocalHost;

/// <summary>
/// Reads <c>//api/live</c> as <c>/api/live</c>, which is what somebody means who joins an address that ends with a slash to one
/// that begins with it. Before everything that decides by the path.
/// </summary>
internal static partial class SingleSlashes
{
    public static void UseSingleSlashes(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path.Value is { } path && path.Contains("//", StringComparison.Ordinal))
            http.Request.Path = new PathString(Slashes().Replace(path, "/"));
        return next(http);
    });

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
