using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace Voicebot.Functions.Routing;

/// <summary>A function that answers HTTP: its route, methods in capitals, and the method that runs.</summary>
public sealed record HttpFunction(string Name, string Route, IReadOnlyList<string> Methods, MethodInfo Method);

/// <summary>The HTTP functions of this program, as their attributes declare them.</summary>
public static class RouteTable
{
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. from type in typeof(RouteTable).Assembly.GetExportedTypes() // the others' libraries need not be loaded
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select new HttpFunction(function.Name, trigger.Route!, [.. trigger.Methods!.Select(verb => verb.ToUpperInvariant())], method),
    ];

    private const string Elsewhere = "{*path}";

    private static readonly (TemplateMatcher Matcher, IReadOnlyList<string> Methods)[] ApiRoutes =
    [
        .. All.Where(function => function.Route.StartsWith("api/", StringComparison.Ordinal))
            .Select(function => (new TemplateMatcher(TemplateParser.Parse(function.Route), []), function.Methods)),
    ];

    /// <summary>The template of the address that a path belongs to; the page's, where the API has none.</summary>
    public static string TemplateOf(PathString path) =>
        Array.Find(ApiRoutes, route => route.Matcher.TryMatch(path, new RouteValueDictionary())).Matcher?.Template.TemplateText
            ?? Elsewhere;

    /// <summary>The methods that the API knows for a path as the server has unescaped it; none when there is no such address.</summary>
    public static IReadOnlyCollection<string> MethodsOf(string path) =>
        [.. ApiRoutes.Where(route => route.Matcher.TryMatch(new PathString("/" + path), new RouteValueDictionary()))
            .SelectMany(route => route.Methods).Distinct().Order(StringComparer.Ordinal)];
}
