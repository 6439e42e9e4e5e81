using Voicebot.Core.Data;

namespace Voicebot.Core.Figures;

/// <summary>Writes changes of days, inside the write transaction that changes the conversations.</summary>
public static class AggregateWriter
{
    private static readonly string[] Columns =
    [
        "total", "finished", "successful", "failed", "done", "status_failed", "duration_count", "duration_sum", "transfers", "handovers",
        "dropouts", "transcripts", "bot_messages", "bot_messages_squared", "messages", "cost_known", "cost", "cost_squared",
        "cost_usd_known", "cost_usd_nanos", "errors", "inbound", "outbound", "outbound_answered", "outbound_talked",
        "outbound_successful", "outbound_voicemail", "outbound_busy", "outbound_no_answer", "outbound_failed",
        "sentiment_positive", "sentiment_neutral", "sentiment_negative", "sentiment_scored", "sentiment_sum", "frustration_scored",
        "frustration_sum", "queue_waited", "queue_sum", "comments",
    ];

    private static readonly string AddFigures = $"""
        INSERT INTO daily_figures (agent_id, local_day, {string.Join(", ", Columns)}) @rows
        ON CONFLICT (agent_id, local_day) DO UPDATE SET
            {string.Join(", ", Columns.Select(column => $"{column} = daily_figures.{column} + excluded.{column}"))}
        """;

    private const string AddCounts = """
        INSERT INTO daily_counts (agent_id, dimension, local_day, key, total, good, bad) @rows
        ON CONFLICT (agent_id, dimension, local_day, key) DO UPDATE SET
            total = daily_counts.total + excluded.total, good = daily_counts.good + excluded.good, bad = daily_counts.bad + excluded.bad
        """;

    private const string StoreHistograms = """
        INSERT INTO daily_histograms (agent_id, measure, local_day, counts) @rows
        ON CONFLICT (agent_id, measure, local_day) DO UPDATE SET counts = excluded.counts
        """;

    // What became empty; a day or key that still counts stays.
    private const string RemoveFigures =
        "WITH gone (agent_id, local_day) AS (@rows) DELETE FROM daily_figures WHERE total = 0 AND (agent_id, local_day) IN (SELECT "
        + "agent_id, local_day FROM gone)";

    private const string RemoveCounts = """
        WITH gone (agent_id, dimension, local_day, key) AS (@rows)
        DELETE FROM daily_counts WHERE total = 0 AND (agent_id, dimension, local_day, key) IN (SELECT agent_id, dimension, local_day, key
            FROM gone)
        """;

    private const string RemoveHistograms = """
        WITH gone (agent_id, measure, local_day) AS (@rows)
        DELETE FROM daily_histograms WHERE (agent_id, measure, local_day) IN (SELECT agent_id, measure, local_day FROM gone)
        """;

    /// <summary>Adds changes to what is stored of agents' days; what becomes empty is removed.</summary>
    public static void Add(PreparedConnection connection, IReadOnlyDictionary<(string AgentId, long LocalDay), DayAggregate> changes)
    {
        AddDays(connection, changes);
        AddKeys(connection, changes);
        AddHistograms(connection, changes);
    }

    public static void Add(PreparedConnection connection, string agentId, long localDay, DayAggregate change) =>
        Add(connection, new Dictionary<(string, long), DayAggregate> { [(agentId, localDay)] = change });

    public static void RemoveAll(PreparedConnection connection)
    {
        connection.Run("DELETE FROM daily_figures");
        connection.Run("DELETE FROM daily_counts");
        connection.Run("DELETE FROM daily_histograms");
    }

    private static void AddDays(PreparedConnection connection, IReadOnlyDictionary<(string AgentId, long LocalDay), DayAggregate> changes)
    {
        var (changed, fewer) = (new RowSet(2 + Columns.Length), new RowSet(2));
        foreach (var ((agentId, localDay), change) in changes)
        {
            var figures = change.Figures;
            if (figures.IsZero)
                continue;
            changed.Add(
                agentId, localDay,
                figures.Total, figures.Finished, figures.Successful, figures.Failed, figures.Done, figures.StatusFailed,
                figures.DurationCount, figures.DurationSum,
                figures.Transfers, figures.Handovers, figures.Dropouts, figures.Transcripts, figures.BotMessages,
                figures.BotMessagesSquared, figures.Messages,
                figures.CostKnown, figures.Cost, figures.CostSquared, figures.CostUsdKnown, figures.CostUsdNanos, figures.Errors,
                figures.Inbound, figures.Outbound,
                figures.OutboundAnswered, figures.OutboundTalked, figures.OutboundSuccessful, figures.OutboundVoicemail,
                figures.OutboundBusy, figures.OutboundNoAnswer,
                figures.OutboundFailed,
                figures.SentimentPositive, figures.SentimentNeutral, figures.SentimentNegative, figures.SentimentScored,
                figures.SentimentSum, figures.FrustrationScored, figures.FrustrationSum, figures.QueueWaited, figures.QueueSum,
                figures.Comments);
            if (figures.Total < 0)
                fewer.Add(agentId, localDay);
        }
        connection.RunSet(AddFigures, changed);
        connection.RunSet(RemoveFigures, fewer);
    }

    private static void AddKeys(PreparedConnection connection, IReadOnlyDictionary<(string AgentId, long LocalDay), DayAggregate> changes)
    {
        var (changed, fewer) = (new RowSet(7), new RowSet(4));
        foreach (var ((agentId, localDay), change) in changes)
            foreach (var ((dimension, key), tally) in change.Counts)
            {
                changed.Add(agentId, dimension, localDay, key, tally.Total, tally.Good, tally.Bad);
                if (tally.Total < 0)
                    fewer.Add(agentId, dimension, localDay, key);
            }
        connection.RunSet(AddCounts, changed);
        connection.RunSet(RemoveCounts, fewer);
    }

    private static void AddHistograms(PreparedConnection connection,
        IReadOnlyDictionary<(string AgentId, long LocalDay), DayAggregate> changes)
    {
        var sums = changes
            .SelectMany(change => change.Value.Histograms.Where(one => !one.Value.IsEmpty)
                .Select(one => (Key: (change.Key.AgentId, Measure: one.Key, change.Key.LocalDay), one.Value)))
            .ToDictionary(one => one.Key, one => one.Value);
        if (sums.Count == 0)
            return;
        var (changed, empty) = (new RowSet(4), new RowSet(3));
        AddStored(connection, sums);
        foreach (var ((agentId, measure, localDay), sum) in sums)
            if (sum.IsEmpty)
                empty.Add(agentId, measure, localDay);
            else
                changed.Add(agentId, measure, localDay, sum.ToBytes());
        connection.RunSet(StoreHistograms, changed);
        connection.RunSet(RemoveHistograms, empty);
    }

    /// <summary>Adds to each what is stored under its key.</summary>
    private static void AddStored(PreparedConnection connection,
        Dictionary<(string AgentId, string Measure, long LocalDay), Histogram> sums)
    {
        var (agents, measures, days) =
            (sums.Keys.Select(key => key.AgentId).Distinct(), sums.Keys.Select(key => key.Measure).Distinct(),
                sums.Keys.Select(key => key.LocalDay).Distinct());
        var dialect = connection.Dialect;
        using var stored = connection.Rows($"""
            SELECT agent_id, measure, local_day, counts FROM daily_histograms
            WHERE agent_id IN (SELECT value FROM {dialect.Each("@agents")}) AND measure IN (SELECT value FROM {dialect.Each("@measures")})
                AND local_day IN (SELECT value FROM {dialect.EachNumber("@days")})
            """, ("@agents", Dialect.List(agents)), ("@measures", Dialect.List(measures)), ("@days", Dialect.List(days)));
        while (stored.Read())
            if (sums.TryGetValue((stored.GetString(0), stored.GetString(1), stored.GetInt64(2)), out var sum))
                sum.Add(stored.GetFieldValue<byte[]>(3));
    }
}
