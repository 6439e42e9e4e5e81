using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Figures;

/// <summary>SQL over the daily figures, counts and histograms.</summary>
public static class AggregateStore
{
    private const string Sums = """
        SUM(total) AS Total, SUM(finished) AS Finished, SUM(successful) AS Successful, SUM(failed) AS Failed,
        SUM(done) AS Done, SUM(status_failed) AS StatusFailed, SUM(duration_count) AS DurationCount, SUM(duration_sum) AS DurationSum,
        SUM(transfers) AS Transfers, SUM(handovers) AS Handovers, SUM(dropouts) AS Dropouts, SUM(transcripts) AS Transcripts,
        SUM(bot_messages) AS BotMessages, SUM(bot_messages_squared) AS BotMessagesSquared, SUM(messages) AS Messages,
            SUM(cost_known) AS CostKnown, SUM(cost) AS Cost, SUM(cost_squared) AS CostSquared,
        SUM(cost_usd_known) AS CostUsdKnown, SUM(cost_usd_nanos) AS CostUsdNanos, SUM(errors) AS Errors, SUM(inbound) AS Inbound,
            SUM(outbound) AS Outbound,
        SUM(outbound_answered) AS OutboundAnswered, SUM(outbound_talked) AS OutboundTalked, SUM(outbound_successful) AS OutboundSuccessful,
        SUM(outbound_voicemail) AS OutboundVoicemail, SUM(outbound_busy) AS OutboundBusy, SUM(outbound_no_answer) AS OutboundNoAnswer,
        SUM(outbound_failed) AS OutboundFailed,
        SUM(sentiment_positive) AS SentimentPositive, SUM(sentiment_neutral) AS SentimentNeutral,
            SUM(sentiment_negative) AS SentimentNegative, SUM(sentiment_scored) AS SentimentScored, SUM(sentiment_sum) AS SentimentSum,
        SUM(frustration_scored) AS FrustrationScored, SUM(frustration_sum) AS FrustrationSum, SUM(queue_waited) AS QueueWaited,
            SUM(queue_sum) AS QueueSum, SUM(comments) AS Comments
        """;

    /// <summary>One row per local day that has any conversation, ascending, over all agents of the scope.</summary>
    public static IReadOnlyList<DayFigures> Days(PreparedConnection connection, AggregateScope scope)
    {
        var parameters = new DynamicParameters();
        return connection.Query<DayFigures>($"""
            SELECT local_day AS LocalDay, {Sums}
            FROM daily_figures WHERE {scope.ToSql(parameters)}
            GROUP BY local_day ORDER BY local_day
            """, parameters).AsList();
    }

    /// <summary>The sums of each agent that has any conversation in the scope.</summary>
    public static IReadOnlyDictionary<string, DayFigures> ByAgent(PreparedConnection connection, AggregateScope scope)
    {
        var parameters = new DynamicParameters();
        return connection.Query<string, DayFigures, (string AgentId, DayFigures Figures)>(
            $"SELECT agent_id, 0 AS LocalDay, {Sums} FROM daily_figures WHERE {scope.ToSql(parameters)} GROUP BY agent_id",
            (agentId, figures) => (agentId, figures), parameters, splitOn: nameof(DayFigures.LocalDay))
            .ToDictionary(row => row.AgentId, row => row.Figures, StringComparer.Ordinal);
    }

    /// <summary>Total conversations per local day, newest day first; day 0 (no start) comes last.</summary>
    public static IReadOnlyList<(long LocalDay, long Total)> Totals(PreparedConnection connection, AggregateScope scope)
    {
        var parameters = new DynamicParameters();
        return connection.Query<(long, long)>(
            $"SELECT local_day, SUM(total) FROM daily_figures WHERE {scope.ToSql(parameters)} GROUP BY local_day ORDER BY local_day DESC",
            parameters).AsList();
    }

    /// <summary>The sums of a dimension by key, in the order of the keys.</summary>
    public static IReadOnlyList<(string Key, Tally Tally)> Counts(PreparedConnection connection, string dimension, AggregateScope scope)
    {
        var parameters = new DynamicParameters();
        parameters.Add("dimension", dimension);
        return connection.Query<(string Key, long Total, long Good, long Bad)>(
            $"SELECT key, SUM(total), SUM(good), SUM(bad) FROM daily_counts WHERE dimension = @dimension AND {scope.ToSql(parameters)} "
            + "GROUP BY key ORDER BY key", parameters)
            .Select(row => (row.Key, new Tally(row.Total, row.Good, row.Bad))).ToList();
    }

    /// <summary>The same by key and local day.</summary>
    public static IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(PreparedConnection connection, string dimension,
        AggregateScope scope)
    {
        var parameters = new DynamicParameters();
        parameters.Add("dimension", dimension);
        return connection.Query<(string Key, long LocalDay, long Total, long Good, long Bad)>(
            $"SELECT key, local_day, SUM(total), SUM(good), SUM(bad) FROM daily_counts WHERE dimension = @dimension AND "
            + $"{scope.ToSql(parameters)} GROUP BY key, local_day ORDER BY key, local_day", parameters)
            .Select(row => (row.Key, row.LocalDay, new Tally(row.Total, row.Good, row.Bad))).ToList();
    }

    /// <summary>Each day's histogram of a measure, as stored; several of one day when there are several agents.</summary>
    public static IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(PreparedConnection connection, string measure,
        AggregateScope scope)
    {
        var parameters = new DynamicParameters();
        parameters.Add("measure", measure);
        return connection.Query<(long, byte[])>(
            $"SELECT local_day, counts FROM daily_histograms WHERE measure = @measure AND {scope.ToSql(parameters)}", parameters,
            buffered: false);
    }

    public static Histogram HistogramOf(PreparedConnection connection, string measure, AggregateScope scope)
    {
        var sum = new Histogram();
        foreach (var (_, counts) in DailyHistograms(connection, measure, scope))
            sum.Add(counts);
        return sum;
    }
}
