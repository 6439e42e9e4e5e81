using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>Answers the KPIs of a period from the daily aggregates, in one snapshot of the database.</summary>
public sealed class KpiService(Database database, SyncRunStore runs)
{
    /// <param name="filter">Agents and period; other conditions are not known to the aggregates and are refused.</param>
    /// <param name="agentId">The agents that were asked for, as they were written, or null for all.</param>
    /// <param name="comparePrevious">Whether the figures of the period before are wanted, too.</param>
    public KpiReport Report(ConversationFilter filter, string? agentId, bool comparePrevious)
    {
        if (!filter.IsScope)
            throw new ArgumentException("KPIs are kept by agent and day only.", nameof(filter));
        var asOf = runs.LastGood(filter.AgentIds);
        return database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            var zone = DerivedState.Zone(connection);
            var scope = filter.ToScope();
            var days = AggregateStore.Days(connection, scope);
            var names = CriterionNameStore.Of(connection, filter.AgentIds);
            var previous = comparePrevious && filter.Period.Previous is { } before ? filter with { Period = before } : null;
            return new KpiReport(Figures(connection, filter.Period, scope, days, names))
            {
                AgentId = agentId,
                Month = filter.Period.Month?.ToString(),
                TimeZone = zone.Id,
                AsOf = asOf is { } seconds ? zone.Local(seconds) : null,
                DailyTrends = KpiCalculator.Trends(filter.Period, days),
                HourlyVolume = KpiCalculator.Hours(AggregateStore.DailyHistograms(connection, Measure.Hour, scope)),
                Previous = previous is null ? null : Figures(connection, previous.Period, previous.ToScope(), AggregateStore.Days(connection, previous.ToScope()), names),
            };
        });
    }

    private static KpiFigures Figures(
        PreparedConnection connection, Period period, AggregateScope scope, IReadOnlyList<DayFigures> days, IReadOnlyDictionary<string, string> criterionNames) =>
        KpiCalculator.Figures(
            period,
            DayFigures.Sum(days),
            AggregateStore.HistogramOf(connection, Measure.Duration, scope).Counted(),
            [.. AggregateStore.HistogramOf(connection, Measure.Rating, scope).Counted().Select(rating => (rating.Value / 1e6, rating.Count))]) with
        {
            CriteriaStats = [.. AggregateStore.Counts(connection, Dimension.Criterion, scope)
                .Select(row => KpiCalculator.Criterion(row.Key, row.Tally) with { DisplayName = criterionNames.GetValueOrDefault(row.Key) })],
        };
}
