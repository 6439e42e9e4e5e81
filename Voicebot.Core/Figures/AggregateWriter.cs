using Voicebot.Core.Data;

namespace Voicebot.Core.Figures;

/// <summary>Writes changes of days, inside the write transaction that changes the conversations.</summary>
public static class AggregateWriter
{
    private static readonly string[] Columns =
    [
        "total", "finished", "successful", "failed", "done", "status_failed", "duration_count", "duration_sum", "transfers", "handovers", "dropouts",
        "transcripts", "bot_messages", "bot_messages_squared", "messages", "cost_known", "cost", "cost_squared", "cost_usd_known", "cost_usd_nanos", "errors", "inbound", "outbound",
        "outbound_answered", "outbound_talked", "outbound_successful", "outbound_voicemail", "outbound_busy", "outbound_no_answer", "outbound_failed",
    ];

    private static readonly string AddFigures = $"""
        INSERT INTO daily_figures (agent_id, local_day, {string.Join(", ", Columns)}) VALUES (@agent, @day, {string.Join(", ", Columns.Select(column => "@" + column))})
        ON CONFLICT (agent_id, local_day) DO UPDATE SET {string.Join(", ", Columns.Select(column => $"{column} = daily_figures.{column} + excluded.{column}"))}
        """;

    /// <summary>Adds a change to what is stored of an agent's day; what becomes empty is removed.</summary>
    public static void Add(PreparedConnection connection, string agentId, long localDay, DayAggregate change)
    {
        if (!change.Figures.IsZero)
            AddDay(connection, agentId, localDay, change.Figures);
        foreach (var ((dimension, key), tally) in change.Counts)
            AddCount(connection, agentId, localDay, dimension, key, tally);
        foreach (var (measure, histogram) in change.Histograms)
            if (!histogram.IsEmpty)
                AddHistogram(connection, agentId, localDay, measure, histogram);
    }

    public static void RemoveAll(PreparedConnection connection)
    {
        connection.Run("DELETE FROM daily_figures");
        connection.Run("DELETE FROM daily_counts");
        connection.Run("DELETE FROM daily_histograms");
    }

    private static void AddDay(PreparedConnection connection, string agentId, long localDay, DayFigures figures)
    {
        connection.Run(AddFigures,
            ("@agent", agentId), ("@day", localDay),
            ("@total", figures.Total), ("@finished", figures.Finished), ("@successful", figures.Successful), ("@failed", figures.Failed), ("@done", figures.Done),
            ("@status_failed", figures.StatusFailed), ("@duration_count", figures.DurationCount), ("@duration_sum", figures.DurationSum), ("@transfers", figures.Transfers),
            ("@handovers", figures.Handovers), ("@dropouts", figures.Dropouts), ("@transcripts", figures.Transcripts), ("@bot_messages", figures.BotMessages), ("@bot_messages_squared", figures.BotMessagesSquared),
            ("@messages", figures.Messages), ("@cost_known", figures.CostKnown), ("@cost", figures.Cost), ("@cost_squared", figures.CostSquared), ("@cost_usd_known", figures.CostUsdKnown),
            ("@cost_usd_nanos", figures.CostUsdNanos), ("@errors", figures.Errors), ("@inbound", figures.Inbound), ("@outbound", figures.Outbound),
            ("@outbound_answered", figures.OutboundAnswered), ("@outbound_talked", figures.OutboundTalked),
            ("@outbound_successful", figures.OutboundSuccessful), ("@outbound_voicemail", figures.OutboundVoicemail),
            ("@outbound_busy", figures.OutboundBusy), ("@outbound_no_answer", figures.OutboundNoAnswer), ("@outbound_failed", figures.OutboundFailed));
        if (figures.Total < 0)
            connection.Run("DELETE FROM daily_figures WHERE agent_id = @agent AND local_day = @day AND total = 0", ("@agent", agentId), ("@day", localDay));
    }

    private static void AddCount(PreparedConnection connection, string agentId, long localDay, string dimension, string key, Tally tally)
    {
        connection.Run("""
            INSERT INTO daily_counts (agent_id, dimension, local_day, key, total, good, bad) VALUES (@agent, @dimension, @day, @key, @total, @good, @bad)
            ON CONFLICT (agent_id, dimension, local_day, key) DO UPDATE SET total = daily_counts.total + excluded.total, good = daily_counts.good + excluded.good, bad = daily_counts.bad + excluded.bad
            """, ("@agent", agentId), ("@dimension", dimension), ("@day", localDay), ("@key", key), ("@total", tally.Total), ("@good", tally.Good), ("@bad", tally.Bad));
        if (tally.Total < 0)
            connection.Run("DELETE FROM daily_counts WHERE agent_id = @agent AND dimension = @dimension AND local_day = @day AND key = @key AND total = 0",
                ("@agent", agentId), ("@dimension", dimension), ("@day", localDay), ("@key", key));
    }

    private static void AddHistogram(PreparedConnection connection, string agentId, long localDay, string measure, Histogram change)
    {
        if (connection.Scalar("SELECT counts FROM daily_histograms WHERE agent_id = @agent AND measure = @measure AND local_day = @day",
            ("@agent", agentId), ("@measure", measure), ("@day", localDay)) is byte[] stored)
            change.Add(stored);
        if (change.IsEmpty)
            connection.Run("DELETE FROM daily_histograms WHERE agent_id = @agent AND measure = @measure AND local_day = @day", ("@agent", agentId), ("@measure", measure), ("@day", localDay));
        else
            connection.Run("INSERT INTO daily_histograms (agent_id, measure, local_day, counts) VALUES (@agent, @measure, @day, @counts) ON CONFLICT (agent_id, measure, local_day) DO UPDATE SET counts = excluded.counts",
                ("@agent", agentId), ("@measure", measure), ("@day", localDay), ("@counts", change.ToBytes()));
    }
}
