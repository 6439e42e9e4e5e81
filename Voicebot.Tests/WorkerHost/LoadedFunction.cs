using System.Text.Json;
using Voicebot.Tests.WorkerHost.Rpc;

namespace Voicebot.Tests.WorkerHost;

/// <summary>A function as the worker describes it.</summary>
/// <param name="Parameter">The name of the trigger's parameter.</param>
/// <param name="Route">Null for a timer.</param>
/// <param name="Methods">In capitals.</param>
internal sealed record LoadedFunction(string Id, string Name, string Parameter, string? Route, IReadOnlyList<string> Methods)
{
    public static LoadedFunction Of(RpcFunctionMetadata metadata)
    {
        foreach (var raw in metadata.RawBindings)
        {
            using var binding = JsonDocument.Parse(raw);
            var trigger = binding.RootElement;
            if (!trigger.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
                continue;
            return new LoadedFunction(
                metadata.FunctionId,
                metadata.Name,
                trigger.GetProperty("name").GetString()!,
                trigger.TryGetProperty("route", out var route) ? route.GetString() : null,
                trigger.TryGetProperty("methods", out var methods)
                    ? [.. methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
                    : []);
        }
        throw new InvalidOperationException($"{metadata.Name} has no trigger.");
    }
}
