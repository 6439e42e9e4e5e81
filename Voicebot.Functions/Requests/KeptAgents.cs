using System.Text.Json;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Requests;

/// <summary>Reads the agents of something that is kept for all.</summary>
internal static class KeptAgents
{
    /// <summary>The field <c>agents</c>: ids of configured agents; empty for all, or where it was refused.</summary>
    public static IReadOnlyList<string> Read(BodyReader body, EffectiveSettings settings, int most)
    {
        if (body.Member("agents") is not { } given)
            return [];
        var ids = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : "").Distinct().ToList()
            : null;
        if (ids is not null && ids.Count <= most && ids.TrueForAll(settings.AgentIds.Contains))
            return ids;
        body.Refuse("agents", $"must be a list of at most {most} configured agents");
        return [];
    }
}
