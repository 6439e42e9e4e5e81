using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Conversations;

namespace Voicebot.Core.Kpis;

/// <summary>The SQL behind the KPIs. Everything is counted by SQLite; no conversation is loaded.</summary>
public static class KpiQueries
{
    public static IReadOnlyList<DayFigures> ByDay(SqliteConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(parameters);
        return connection.Query<DayFigures>($"""
            SELECT c.local_day AS LocalDay,
                COUNT(*) AS Total,
                SUM(c.finished) AS Finished,
                SUM(c.finished AND c.call_successful = 'success') AS Successful,
                SUM(c.finished AND c.call_successful = 'failure') AS Failed,
                SUM(c.status = 'done') AS Done,
                SUM(c.status = 'failed') AS StatusFailed,
                SUM(COALESCE(c.duration_seconds, 0) > 0) AS DurationCount,
                SUM(MAX(COALESCE(c.duration_seconds, 0), 0)) AS DurationSum,
                SUM(c.finished * c.transferred) AS Transfers,
                SUM(c.finished * c.agent_handover) AS Handovers,
                SUM(c.dropout) AS Dropouts,
                COUNT(c.bot_message_count) AS Transcripts,
                COALESCE(SUM(c.bot_message_count), 0) AS BotMessages,
                COALESCE(SUM(CASE WHEN c.bot_message_count IS NOT NULL THEN c.message_count END), 0) AS Messages,
                COUNT(c.cost_credits) AS CostKnown,
                COALESCE(SUM(c.cost_credits), 0) AS Cost,
                COUNT(c.cost_usd) AS CostUsdKnown,
                TOTAL(c.cost_usd) AS CostUsd,
                SUM(c.finished * c.technical_error) AS Errors,
                SUM(c.direction IS 'inbound') AS Inbound,
                SUM(c.direction IS 'outbound') AS Outbound
            FROM conversations c {where}
            GROUP BY c.local_day
            ORDER BY c.local_day
            """, parameters).ToList();
    }

    /// <summary>How many conversations lasted how long, ascending; durations over 0.</summary>
    public static IReadOnlyList<(long Seconds, long Count)> Durations(SqliteConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = (filter with { DurationMin = Math.Max(filter.DurationMin ?? 1, 1) }).ToSql(parameters);
        return connection.Query<(long, long)>(
            $"SELECT c.duration_seconds, COUNT(*) FROM conversations c {where} GROUP BY c.duration_seconds ORDER BY c.duration_seconds", parameters).ToList();
    }

    public static IReadOnlyList<(double Rating, long Count)> Ratings(SqliteConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = (filter with { Rated = true }).ToSql(parameters);
        return connection.Query<(double, long)>($"SELECT c.rating, COUNT(*) FROM conversations c {where} GROUP BY c.rating ORDER BY c.rating", parameters).ToList();
    }

    public static IReadOnlyList<CriterionCounts> Criteria(SqliteConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(parameters);
        return connection.Query<CriterionCounts>($"""
            SELECT r.criterion_id AS Id, SUM(r.result = 'success') AS Pass, SUM(r.result = 'failure') AS Fail, COUNT(*) AS Total
            FROM conversations c JOIN criterion_results r ON r.conversation = c.id {where}
            GROUP BY r.criterion_id
            ORDER BY r.criterion_id
            """, parameters).ToList();
    }

    /// <summary>Conversations per quarter of an hour (unix seconds ÷ 900): the finest step in which zones differ.</summary>
    public static IReadOnlyList<(long Quarter, long Count)> Quarters(SqliteConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(parameters);
        return connection.Query<(long?, long)>($"SELECT c.start_time / 900, COUNT(*) FROM conversations c {where} GROUP BY c.start_time / 900", parameters)
            .Where(row => row.Item1 is not null).Select(row => (row.Item1!.Value, row.Item2)).ToList();
    }
}

/// <summary>Counts of one criterion; what is neither pass nor fail is unknown.</summary>
public sealed record CriterionCounts
{
    public string Id { get; init; } = "";
    public long Pass { get; init; }
    public long Fail { get; init; }
    public long Total { get; init; }
}
