using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Figures;

/// <summary>Counts the days from the rows themselves, one day in memory at a time.</summary>
public static class Recount
{
    /// <summary>Replaces all aggregates, in the caller's transaction; after the reporting zone changed.</summary>
    public static void Rebuild(PreparedConnection connection, ReportingZone zone)
    {
        AggregateWriter.RemoveAll(connection);
        foreach (var (agentId, localDay, day) in Days(connection, zone))
            AggregateWriter.Add(connection, agentId, localDay, day);
        connection.Run("UPDATE derived_state SET zone = @zone", ("@zone", zone.Id));
    }

    /// <summary>How many days differ from a full recount; reads only.</summary>
    public static int Differences(PreparedConnection connection) => Compare(connection, (_, _, _) => { });

    /// <summary>Compares what is stored with a full recount, and mends the days that differ. Returns how many differed.</summary>
    public static int Mend(PreparedConnection connection) => Compare(connection, (agentId, localDay, counted) =>
    {
        AggregateDays.Remove(connection, agentId, localDay);
        if (counted is not null)
            AggregateWriter.Add(connection, agentId, localDay, counted);
    });

    /// <param name="connection">In a transaction, so that all of it is one state.</param>
    /// <param name="onDifference">Agent, day and what was counted; null for a day that has no conversation.</param>
    private static int Compare(PreparedConnection connection, Action<string, long, DayAggregate?> onDifference)
    {
        var zone = DerivedState.Zone(connection);
        var stored = AggregateDays.All(connection);
        var differences = 0;
        foreach (var (agentId, localDay, counted) in Days(connection, zone))
        {
            stored.Remove((agentId, localDay));
            if (AggregateDays.Find(connection, agentId, localDay).IsSame(counted))
                continue;
            differences++;
            onDifference(agentId, localDay, counted);
        }
        foreach (var (agentId, localDay) in stored)
            onDifference(agentId, localDay, null);
        return differences + stored.Count;
    }

    /// <summary>
    /// Agent by agent, day by day: rows come in the order of their starts, so that a day is complete when the next one begins.
    /// </summary>
    private static IEnumerable<(string AgentId, long LocalDay, DayAggregate Day)> Days(PreparedConnection connection, ReportingZone zone)
    {
        foreach (var agentId in AgentIds(connection))
        {
            DayAggregate? day = null;
            var localDay = 0L;
            foreach (var conversation in CountedConversation.Of(connection, agentId))
            {
                var its = ConversationCounting.DayOf(conversation, zone);
                if (day is not null && its != localDay)
                {
                    yield return (agentId, localDay, day);
                    day = null;
                }
                localDay = its;
                ConversationCounting.Count(day ??= new DayAggregate(), conversation, zone, 1);
            }
            if (day is not null)
                yield return (agentId, localDay, day);
        }
    }

    private static List<string> AgentIds(PreparedConnection connection)
    {
        // A jump through the index from agent to agent; DISTINCT would read all of it.
        var ids = new List<string>();
        while (connection.Scalar("SELECT MIN(agent_id) FROM conversations WHERE agent_id > @last",
            ("@last", ids.Count > 0 ? ids[^1] : "")) is string next)
            ids.Add(next);
        return ids;
    }
}
