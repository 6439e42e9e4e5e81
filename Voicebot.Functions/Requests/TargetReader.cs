using Voicebot.Core.Settings;
using Voicebot.Core.Targets;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a target.</summary>
internal static class TargetReader
{
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static Target Read(BodyReader body, EffectiveSettings settings)
    {
        var name = body.Text("figure", 60);
        var figure = TargetFigure.Find(name);
        if (figure is null && !body.HasError("figure"))
            body.Refuse("figure", name is null ? "is required"
                : $"must be one of {string.Join(", ", TargetFigure.All.Select(known => known.Name))}");
        // Of an unknown figure any number will do: the error is told once.
        var value = body.Number("value", figure?.Least ?? double.MinValue, figure?.Most ?? double.MaxValue, figure?.Decimals ?? 15);
        if (value is null && !body.HasError("value"))
            body.Refuse("value", "is required");
        var agentId = Agent(body, settings);
        body.Finish();
        return new Target { Figure = figure!.Name, Value = value!.Value, AgentId = agentId };
    }

    /// <summary>What somebody saw before the change; null when nobody asks.</summary>
    public static long? Version(BodyReader body) => body.Whole("version", 1, int.MaxValue);

    /// <summary>A configured agent; null for all.</summary>
    public static string? Agent(BodyReader body, EffectiveSettings settings)
    {
        var agentId = body.Text("agent_id", 200);
        if (agentId is null || settings.AgentIds.Contains(agentId))
            return agentId;
        body.Refuse("agent_id", "must be a configured agent, or absent for all of them");
        return null;
    }
}
