using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Freshness;
using Voicebot.Core.Search;
using Voicebot.Core.Targets;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>
/// Answers the KPIs of a filter in one snapshot of the database: from the daily aggregates where they suffice, else from the rows.
/// </summary>
public sealed class KpiService(FilteredReading reading, TimeProvider clock)
{
    /// <param name="agentId">The agents that were asked for, as they were written, or null for all.</param>
    /// <param name="comparePrevious">Whether the figures of the period before are wanted, too.</param>
    /// <exception cref="QueryTooBroadException">Counting the rows would take too much work.</exception>
    public KpiReport Report(ConversationFilter filter, string? agentId, bool comparePrevious, CancellationToken cancellation = default) =>
        reading.ReadWithColumns(filter, state =>
        {
            var (connection, zone) = (state.Connection, state.Zone);
            var aggregates = FilteredAggregates.Of(state, filter);
            var names = CriterionNameStore.Of(connection, filter.AgentIds);
            var asOf = DataFreshness.LastGood(connection, filter.AgentIds);
            var sums = FilteredAggregates.Sums(state, filter, aggregates);
            var report = new KpiReport(KpiCalculator.Figures(filter.Period, sums, names))
            {
                AgentId = agentId,
                Month = filter.Period.Month?.ToString(),
                TimeZone = zone.Id,
                AsOf = asOf is { } seconds ? zone.Local(seconds) : null,
                AsOfWithout = DataFreshness.WithoutGood(connection, filter.AgentIds),
                DailyTrends = KpiCalculator.Trends(filter.Period, aggregates.Days()),
                HourlyVolume = KpiCalculator.Hours(aggregates.DailyHistograms(Measure.Hour)),
            };
            report = report with { Targets = FigureTargets.Of(report, TargetChoice.For(TargetStore.All(connection), filter.AgentIds)) };
            return comparePrevious && ComparedPeriods.Of(filter.Period, DataFreshness.DataUntil(asOf, clock), zone) is { } periods
                ? Compared(state, report, filter, sums, periods, names)
                : report;
        }, cancellation);

    private static KpiReport Compared(
        FilteredState state, KpiReport report, ConversationFilter filter, PeriodSums now, ComparedPeriods periods,
        IReadOnlyDictionary<string, string> names)
    {
        var zone = state.Zone;
        var previous = new Period(periods.PreviousFrom, periods.PreviousTo);
        var earlier = filter with { Period = previous };
        var before = FilteredAggregates.Sums(state, earlier, FilteredAggregates.Of(state, earlier, periods.PreviousUntil),
            periods.PreviousUntil);
        var figures = Comparer.Figures(now, before);
        // To the day before this period, so that a line behind it goes on where the compared part ends.
        var whole = new Period(periods.PreviousFrom, periods.From.AddDays(-1));
        return report with
        {
            Previous = KpiCalculator.Figures(previous, before, names),
            PreviousTrends = KpiCalculator.Trends(whole, FilteredAggregates.Of(state, filter with { Period = whole }).Days()),
            Comparison = new Comparison
            {
                From = periods.From,
                To = periods.To,
                Until = periods.Until is { } end ? zone.Local(end) : null,
                PreviousFrom = periods.PreviousFrom,
                PreviousTo = periods.PreviousTo,
                PreviousUntil = periods.PreviousUntil is { } previousEnd ? zone.Local(previousEnd) : null,
                Figures = figures,
                Criteria = Comparer.Criteria(now, before),
                Verdict = Comparer.Verdict(figures),
            },
        };
    }
}
