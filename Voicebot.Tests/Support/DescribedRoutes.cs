using Microsoft.AspNetCore.Routing.Template;
using Voicebot.Functions.OpenApi;

namespace Voicebot.Tests.Support;

/// <summary>Finds what the description says of an address.</summary>
internal static class DescribedRoutes
{
    private static readonly IReadOnlyList<(TemplateMatcher Matcher, ApiOperation Operation)> Routes =
        [.. OpenApiDocument.Operations.Select(operation => (new TemplateMatcher(TemplateParser.Parse(operation.Route), []), operation))];

    public static ApiOperation? Find(string method, string path) =>
        Routes.FirstOrDefault(route => route.Operation.Method == method && route.Matcher.TryMatch(path, [])).Operation;
}
