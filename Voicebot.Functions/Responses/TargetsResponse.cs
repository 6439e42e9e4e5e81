using System.ComponentModel;
using Voicebot.Core.Settings;
using Voicebot.Core.Targets;

namespace Voicebot.Functions.Responses;

/// <summary>The targets in the order in which they were set, and the figures that may have one.</summary>
internal sealed record TargetsResponse(IReadOnlyList<TargetFigureResponse> Figures, IReadOnlyList<TargetResponse> Targets)
{
    public static TargetsResponse Of(IReadOnlyList<Target> targets, EffectiveSettings settings) => new(
        [.. TargetFigure.All.Select(TargetFigureResponse.Of)], [.. targets.Select(target => TargetResponse.Of(target, settings))]);
}

/// <summary>A figure that may have a target.</summary>
internal sealed record TargetFigureResponse(
    [property: Description("As in the KPIs.")] string Figure,
    [property: Description("percent, rating (1 to 5), credits or usd.")] string Unit,
    [property: Description("Which way is good: up or down.")] string Better,
    double Least,
    double Most,
    [property: Description("As many as a target may have.")] int Decimals)
{
    public static TargetFigureResponse Of(TargetFigure figure) =>
        new(figure.Name, figure.Unit, figure.Better, figure.Least, figure.Most, figure.Decimals);
}

/// <summary>What one figure should reach.</summary>
internal sealed record TargetResponse(
    long Id,
    string Figure,
    [property: Description("Null for all agents together, and for each that has none of its own.")] string? AgentId,
    [property: Description("Null for all agents, and for one that is not configured any more.")] string? AgentName,
    [property: Description("False when the agent is not configured any more.")] bool AgentKnown,
    [property: Description("In the figure's own unit.")] double Value,
    [property: Description("To be given with a change, so that nobody overwrites what another did meanwhile.")] long Version,
    DateTimeOffset ChangedAt)
{
    public static TargetResponse Of(Target target, EffectiveSettings settings)
    {
        var agent = settings.Agents.FirstOrDefault(one => one.Id == target.AgentId);
        var isKnown = target.AgentId is null || agent is not null;
        return new TargetResponse(target.Id, target.Figure, target.AgentId, agent?.DisplayName, isKnown, target.Value, target.Version,
            settings.Zone.Local(target.ChangedAt));
    }
}
