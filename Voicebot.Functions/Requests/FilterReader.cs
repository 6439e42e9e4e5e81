using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Requests;

/// <summary>Reads which conversations a request means.</summary>
public static class FilterReader
{
    /// <summary>
    /// The agents that are asked for, separated by commas; all, the retired ones among them, without any. Refuses one that is not known.
    /// </summary>
    public static IReadOnlyList<string> Agents(QueryReader query, EffectiveSettings settings) =>
        AskedAgents(query, settings) ?? settings.AgentIds;

    /// <summary>The agents as they are asked for, to be repeated in the answer; null without any.</summary>
    public static string? AgentText(QueryReader query) =>
        FilterParameters.Agents.Of(query) is { } agentIds ? string.Join(',', agentIds) : null;

    /// <summary>The same; null when none is asked for.</summary>
    public static IReadOnlyList<string>? AskedAgents(QueryReader query, EffectiveSettings settings)
    {
        if (FilterParameters.Agents.Of(query) is not { } agentIds)
            return null;
        if (agentIds.All(Core.Agents.Agent.IsId))
            return [.. agentIds.Select(agentId => Configured(agentId, settings))];
        query.Refuse("agent_id", "must be an agent id of letters, digits, '_' and '-', or several of them separated by commas");
        return null;
    }

    /// <summary>What the agents that are asked for are called; none when they are all of several.</summary>
    public static IReadOnlyList<string> AgentNames(QueryReader query, EffectiveSettings settings)
    {
        var agentIds = AskedAgents(query, settings) ?? (settings.Agents.Count == 1 ? settings.AgentIds : []);
        return [.. settings.Agents.Where(agent => agentIds.Contains(agent.Id)).Select(agent => agent.Name ?? agent.Id)];
    }

    /// <exception cref="ProblemException">404 when the agent is not configured.</exception>
    public static string Configured(string agentId, EffectiveSettings settings) =>
        settings.AgentIds.Contains(agentId)
            ? agentId
            : throw new ProblemException(
                new Problem(404, "agent_not_found",
                    $"The agent '{agentId}' is not configured. Add it in the settings, or leave agent_id out for all agents."));

    /// <summary>Agents and period.</summary>
    public static ConversationFilter Scope(QueryReader query, EffectiveSettings settings) => new()
    {
        AgentIds = Agents(query, settings),
        Period = Period(query),
    };

    /// <summary>Agents, period and every condition of the conversation list.</summary>
    public static ConversationFilter Conditions(QueryReader query, EffectiveSettings settings)
    {
        var filter = Read(query, settings);
        if (filter.DurationMin > filter.DurationMax)
            query.Refuse("duration_min", "must not be above 'duration_max'");
        if (filter.CostMin > filter.CostMax)
            query.Refuse("cost_min", "must not be above 'cost_max'");
        if (filter.RatingMin > filter.RatingMax)
            query.Refuse("rating_min", "must not be above 'rating_max'");
        return filter;
    }

    private static ConversationFilter Read(QueryReader query, EffectiveSettings settings) =>
        FilterParameters.Conditions.Aggregate(
            Scope(query, settings) with { MaskPhones = settings.MaskPhones }, (filter, condition) => condition.Read(query, filter));

    private static Period Period(QueryReader query)
    {
        var month = FilterParameters.Month.Of(query);
        var from = FilterParameters.From.Of(query);
        var to = FilterParameters.To.Of(query);
        if (month is { } whole)
        {
            if (from is not null || to is not null)
                query.Refuse("month", "excludes 'from' and 'to'; give the month or the days");
            return Core.Time.Period.Of(whole);
        }
        if (from > to)
            query.Refuse("from", "must not be after 'to'");
        return new Period(from, to);
    }
}
