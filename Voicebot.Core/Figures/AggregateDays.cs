using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Figures;

/// <summary>Reads everything that is stored of single days, to compare it with a recount.</summary>
public static class AggregateDays
{
    // The names stand in the statement, because the key of the tables begins with agent and name.
    private static readonly string CountsOfDay =
        $"SELECT dimension, key, total, good, bad FROM daily_counts WHERE agent_id = @agent AND dimension IN ({Quoted(Dimension.All)}) "
            + $"AND local_day = @day";

    private static readonly string HistogramsOfDay =
        $"SELECT measure, counts FROM daily_histograms WHERE agent_id = @agent AND measure IN ({Quoted(Measure.All)}) "
            + "AND local_day = @day";

    public static HashSet<(string AgentId, long LocalDay)> All(PreparedConnection connection) =>
        [.. connection.Query<(string, long)>("""
            SELECT agent_id, local_day FROM daily_figures
            UNION SELECT agent_id, local_day FROM daily_counts
            UNION SELECT agent_id, local_day FROM daily_histograms
            """)];

    public static DayAggregate Find(PreparedConnection connection, string agentId, long localDay)
    {
        var day = new DayAggregate();
        var scope = new AggregateScope([agentId], (int)localDay, (int)localDay);
        day.Figures.Add(DayFigures.Sum(AggregateStore.Days(connection, scope)));
        using (var counts = connection.Rows(CountsOfDay, ("@agent", agentId), ("@day", localDay)))
            while (counts.Read())
                day.Counts[(counts.GetString(0), counts.GetString(1))] =
                    new Tally(counts.GetInt64(2), counts.GetInt64(3), counts.GetInt64(4));
        using (var histograms = connection.Rows(HistogramsOfDay, ("@agent", agentId), ("@day", localDay)))
            while (histograms.Read())
                day.HistogramOf(histograms.GetString(0)).Add(histograms.GetFieldValue<byte[]>(1));
        return day;
    }

    /// <summary>Forgets an agent's day.</summary>
    public static void Remove(PreparedConnection connection, string agentId, long localDay)
    {
        connection.Run("DELETE FROM daily_figures WHERE agent_id = @agent AND local_day = @day", ("@agent", agentId), ("@day", localDay));
        connection.Run("DELETE FROM daily_counts WHERE agent_id = @agent AND local_day = @day", ("@agent", agentId), ("@day", localDay));
        connection.Run("DELETE FROM daily_histograms WHERE agent_id = @agent AND local_day = @day", ("@agent", agentId),
            ("@day", localDay));
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
