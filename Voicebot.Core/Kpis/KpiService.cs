using Microsoft.Data.Sqlite;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Kpis;

/// <summary>Answers the KPIs of a period from one snapshot of the database.</summary>
public sealed class KpiService(Database database, VoicebotSettings settings, SyncRunStore runs)
{
    /// <param name="filter">Agents and period; other conditions narrow the figures likewise.</param>
    /// <param name="agentId">The one agent that was asked for, or null for all.</param>
    public KpiReport Report(ConversationFilter filter, string? agentId, bool comparePrevious)
    {
        var asOf = runs.LastGood(filter.AgentIds);
        return database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            var zone = settings.Zone(connection);
            var days = KpiQueries.ByDay(connection, filter);
            var figures = Figures(connection, filter, days);
            var previous = comparePrevious && filter.Period.Previous is { } before ? Figures(connection, filter with { Period = before }) : null;
            return new KpiReport(figures)
            {
                AgentId = agentId,
                Month = filter.Period.Month?.ToString(),
                TimeZone = zone.Id,
                AsOf = asOf is { } seconds ? zone.Local(seconds) : null,
                CriteriaStats = [.. KpiQueries.Criteria(connection, filter).Select(KpiCalculator.Criterion)],
                DailyTrends = KpiCalculator.Trends(filter.Period, days),
                HourlyVolume = KpiCalculator.Hours(zone, KpiQueries.Quarters(connection, filter)),
                Previous = previous,
            };
        });
    }

    private static KpiFigures Figures(SqliteConnection connection, ConversationFilter filter, IReadOnlyList<DayFigures>? days = null) =>
        KpiCalculator.Figures(
            filter.Period,
            (days ?? KpiQueries.ByDay(connection, filter)).Aggregate(new DayFigures(), (sum, day) => sum + day),
            KpiQueries.Durations(connection, filter),
            KpiQueries.Ratings(connection, filter));
}
