using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.FileProviders;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.Http;

/// <summary>
/// Serves the dashboard's files, and tells of addresses that do not exist. The Functions host matches routes in the order
/// of function names, so this catch-all's name must stay the last of all.
/// </summary>
public sealed partial class WebSite
{
    /// <summary>For names that change with what they hold.</summary>
    private const string Forever = "public, max-age=31536000, immutable";
    /// <summary>Kept, but asked for again: an update shows at once.</summary>
    private const string AskedForAgain = "no-cache";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private static readonly PhysicalFileProvider Files = new(Path.Combine(AppContext.BaseDirectory, "static-site"));

    [Function(nameof(WebSite))]
    public IResult Run([
        HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options",
        Route = "{*path}")] HttpRequest request)
    {
        // Not the route value: the address as it was sent, the same in both hosts.
        var path = request.Path.Value!.TrimStart('/');
        if (path == "api" || path.StartsWith("api/", StringComparison.OrdinalIgnoreCase))
            return Elsewhere(request, path);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return MethodNotAllowed(request, ["GET", "HEAD"]);
        var file = Files.GetFileInfo(path.Length == 0 ? "index.html" : path);
        if (!file.Exists || file.IsDirectory || file.PhysicalPath is null)
            return Problem.NotFound("There is no such page. The dashboard is at /.").ToResult();
        var contentType = ContentTypes.TryGetContentType(file.Name, out var known) ? known : "application/octet-stream";
        request.HttpContext.Response.Headers.CacheControl = BundledFile().IsMatch(path) ? Forever : AskedForAgain;
        return StaticFile.Of(request, file, contentType.StartsWith("text/", StringComparison.Ordinal) ? contentType + "; charset=utf-8"
            : contentType);
    }

    private static IResult Elsewhere(HttpRequest request, string path)
    {
        var methods = RouteTable.MethodsOf(path);
        return methods.Count > 0 ? MethodNotAllowed(request, methods) : Problem.NotFound($"There is no address /{path} in the API.")
            .ToResult();
    }

    /// <summary>As static-site/build names the files that it bundles.</summary>
    [GeneratedRegex(@"^assets/[a-z]+-[A-Z0-9]{8}\.(js|css|woff2)$")]
    private static partial Regex BundledFile();

    private static IResult MethodNotAllowed(HttpRequest request, IReadOnlyCollection<string> methods)
    {
        request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        return Problem.MethodNotAllowed(request.Method, methods).ToResult();
    }
}
