using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Targets;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>The agents of a filter side by side, and how each moved.</summary>
internal static class AgentSums
{
    /// <param name="aggregates">Of the filter.</param>
    /// <param name="periods">What is compared; null for nothing.</param>
    /// <returns>Those with any conversation now or before, the busiest first.</returns>
    public static IReadOnlyList<AgentFigures> Of(FilteredState state, Aggregates aggregates, ConversationFilter filter,
        ComparedPeriods? periods)
    {
        var now = aggregates.ByAgent();
        var before = periods is null
            ? null
            : FilteredAggregates.Of(state, filter with { Period = new Period(periods.PreviousFrom, periods.PreviousTo) },
                periods.PreviousUntil).ByAgent();
        var targets = TargetStore.All(state.Connection);
        return
        [
            .. now.Keys.Union(before?.Keys ?? []).Select(id =>
                AgentFigures.Of(id, now.GetValueOrDefault(id) ?? new DayFigures(),
                    before is null ? null : before.GetValueOrDefault(id) ?? new DayFigures()))
                .Select(agent => agent with { Targets = FigureTargets.Of(agent, TargetChoice.For(targets, [agent.AgentId])) })
                .OrderByDescending(agent => agent.TotalConversations).ThenBy(agent => agent.AgentId, StringComparer.Ordinal),
        ];
    }
}
