using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Functions.Routing;

namespace Voicebot.Functions.LocalHost;

/// <summary>Maps every function with an HTTP trigger on the local web server.</summary>
public static class FunctionRoutes
{
    public static void MapFunctions(this IEndpointRouteBuilder routes)
    {
        foreach (var function in RouteTable.All)
        {
            var type = function.Method.DeclaringType!;
            // Binds the request and the route values as the worker does, and executes the result.
            var handler = RequestDelegateFactory.Create(function.Method, http =>
                ActivatorUtilities.GetServiceOrCreateInstance(http.RequestServices, type));
            routes.MapMethods(function.Route, function.Methods, handler.RequestDelegate).WithDisplayName(function.Name);
        }
    }
}
