using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>The agents of a filter side by side, and how each moved.</summary>
internal static class AgentSums
{
    /// <param name="periods">What is compared; null for nothing.</param>
    /// <returns>Those with any conversation now or before, the busiest first.</returns>
    public static IReadOnlyList<AgentFigures> Of(PreparedConnection connection, ConversationFilter filter, ComparedPeriods? periods,
        ReportingZone zone)
    {
        var now = AggregateStore.ByAgent(connection, filter.ToScope());
        var before = periods is null ? null : Before(connection, filter, periods, zone);
        return
        [
            .. now.Keys.Union(before?.Keys ?? []).Select(id =>
                AgentFigures.Of(id, now.GetValueOrDefault(id) ?? new DayFigures(),
                    before is null ? null : before.GetValueOrDefault(id) ?? new DayFigures()))
                .OrderByDescending(agent => agent.TotalConversations).ThenBy(agent => agent.AgentId, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyDictionary<string, DayFigures> Before(PreparedConnection connection, ConversationFilter filter,
        ComparedPeriods periods, ReportingZone zone)
    {
        var until = periods.PreviousUntil;
        var whole = new AggregateScope(filter.AgentIds, periods.PreviousFrom.DayNumber,
            periods.PreviousTo.DayNumber - (until is null ? 0 : 1));
        var sums = AggregateStore.ByAgent(connection, whole).ToDictionary(StringComparer.Ordinal);
        if (until is null)
            return sums;
        // Of the last day only what began before the instant, as in the figures of all agents together.
        var parts = new Dictionary<string, DayAggregate>(StringComparer.Ordinal);
        foreach (var conversation in CountedConversation.Between(connection, filter.AgentIds, zone.StartOf(periods.PreviousTo),
            until.Value))
        {
            if (!parts.TryGetValue(conversation.AgentId, out var part))
                parts[conversation.AgentId] = part = new DayAggregate();
            ConversationCounting.Count(part, conversation, zone, 1);
        }
        foreach (var (id, part) in parts)
        {
            if (!sums.TryGetValue(id, out var sum))
                sums[id] = sum = new DayFigures();
            sum.Add(part.Figures);
        }
        return sums;
    }
}
