using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>An agent of the account.</summary>
public sealed record VendorAgent(string Id, string Name)
{
    /// <summary>More is cut.</summary>
    public const int MaxNameLength = 200;
}

/// <summary>What is kept of an agent's configuration.</summary>
public sealed record VendorAgentProfile(string? Name, IReadOnlyList<VendorCriterion> Criteria);

/// <summary>An evaluation criterion of an agent, as people call it.</summary>
public sealed record VendorCriterion(string Id, string Name)
{
    private const int Most = 1_000;

    /// <summary>Those of an agent's configuration that have a name.</summary>
    internal static IReadOnlyList<VendorCriterion> ReadAll(JsonElement agent) =>
        [.. agent.Items("platform_settings", "evaluation", "criteria")
            .Select(criterion => (Id: criterion.Text("id"), Name: criterion.Text("name")?.Trim()))
            .Where(criterion => criterion.Id is { Length: <= ElevenLabsClient.MaxIdLength } && criterion.Name is { Length: > 0 })
            .Take(Most)
            .Select(criterion => new VendorCriterion(criterion.Id!, criterion.Name!))];
}
