using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Synchronization;

/// <summary>Which results of the details the list is asked to show.</summary>
internal static class ListProjection
{
    // The ids stand in the address, which servers refuse past some 8,000 signs; what does not fit in comes with the weekly reading.
    private const int MostSigns = 5_000;

    /// <summary>The criteria and data that the agent has by its configuration or by its stored conversations of these days.</summary>
    public static ListedResults Of(PreparedConnection connection, string agentId, SyncWindow window)
    {
        var left = MostSigns;
        var criteria = Fitting(Ids(connection, """
            SELECT key FROM daily_counts WHERE agent_id = @agentId AND dimension = @dimension AND local_day BETWEEN @from AND @to
            UNION SELECT criterion_id FROM criterion_names WHERE agent_id = @agentId ORDER BY 1
            """, agentId, Dimension.Criterion, window), ref left);
        var data = Fitting(Ids(connection, """
            SELECT DISTINCT key FROM daily_counts WHERE agent_id = @agentId AND dimension = @dimension AND local_day BETWEEN @from AND @to
                ORDER BY 1
            """, agentId, Dimension.Datum, window), ref left);
        return new ListedResults(criteria, data);
    }

    private static List<string> Ids(PreparedConnection connection, string sql, string agentId, string dimension, SyncWindow window)
    {
        var ids = new List<string>();
        using var rows = connection.Rows(sql, ("@agentId", agentId), ("@dimension", dimension), ("@from", window.From.DayNumber),
            ("@to", window.To.DayNumber));
        while (rows.Read())
            ids.Add(rows.GetString(0));
        return ids;
    }

    private static List<string> Fitting(List<string> ids, ref int left)
    {
        var fitting = new List<string>();
        foreach (var id in ids)
            if (left - Uri.EscapeDataString(id).Length - ListedResults.NameLength is >= 0 and var rest)
            {
                fitting.Add(id);
                left = rest;
            }
        return fitting;
    }
}
