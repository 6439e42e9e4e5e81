using System.Text.Json;
using Voicebot.Core.Agents;
using Voicebot.Core.Json;

namespace Voicebot.Core.Importing;

/// <summary>What the original program was configured with, as far as it can be used here.</summary>
public static class OriginalSettings
{
    private const int ShortIdLength = 12; // it named a nameless agent by the beginning of its id

    /// <summary>The key, in clear text as it was stored; null without a usable one.</summary>
    public static string? ApiKey(OriginalDatabase original) =>
        original.Setting("api_key")?.Trim() is { Length: > 0 and <= 500 } key && key.All(sign => sign is > ' ' and < '\x7f') ? key : null;

    /// <summary>From the list, else the single agent of older versions, else those that have conversations.</summary>
    public static IReadOnlyList<Agent> Agents(OriginalDatabase original)
    {
        var listed = Listed(original.Setting("agents"));
        if (listed.Count == 0 && original.Setting("agent_id") is { } single)
            listed = [new Agent(single.Trim(), null)];
        if (listed.Count == 0)
            listed = [.. original.AgentIds().Select(id => new Agent(id, null))];
        return [.. listed.Where(agent => Agent.IsId(agent.Id)).DistinctBy(agent => agent.Id).Take(Agent.MaxActive)];
    }

    private static List<Agent> Listed(string? json)
    {
        if (json is null)
            return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Array
                ? []
                : [.. document.RootElement.EnumerateArray().Select(item => new Agent(item.Text("id") ?? "", Name(item)))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Name(JsonElement agent) =>
        agent.Text("name")?.Trim() is { Length: > 0 and <= Agent.MaxNameLength } name
            && name != agent.Text("id")?[..Math.Min(ShortIdLength, agent.Text("id")!.Length)] ? name : null;
}
