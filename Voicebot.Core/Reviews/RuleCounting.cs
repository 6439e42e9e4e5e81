using Voicebot.Core.Conversations;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

namespace Voicebot.Core.Reviews;

/// <summary>How much a rule would have picked lately, so that nobody keeps one that floods the inbox.</summary>
public sealed class RuleCounting(ConversationStore conversations, ReviewConditions conditions, TimeProvider clock)
{
    private const int Days = 30;

    /// <summary>Conversations of the last 30 days that it picks; null when the list would refuse a condition.</summary>
    /// <exception cref="QueryTooBroadException">Counting them would take too much work.</exception>
    public long? Picked(ReviewRule rule, ReportingZone zone, CancellationToken cancellation) =>
        conditions(rule) is { } filter ? conversations.Count(filter with { Period = LastDays(zone) }, cancellation) : null;

    /// <summary>All conversations of these days.</summary>
    /// <param name="agentIds">Of these agents; empty for all.</param>
    public long All(IReadOnlyList<string> agentIds, ReportingZone zone, CancellationToken cancellation) =>
        conversations.Count(new ConversationFilter { AgentIds = agentIds, Period = LastDays(zone) }, cancellation);

    private Period LastDays(ReportingZone zone)
    {
        var today = zone.Day(clock.GetUtcNow());
        return new Period(today.AddDays(1 - Days), today);
    }
}
