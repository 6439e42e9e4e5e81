using Voicebot.Core.Data;

namespace Voicebot.Core.Money;

/// <summary>What an agent's local day cost, as far as it is known.</summary>
internal sealed record CostDay
{
    public required string AgentId { get; init; }
    public required DateOnly Day { get; init; }
    public long Conversations { get; init; }
    public long Known { get; init; }
    public long Successful { get; init; }
    public long Seconds { get; init; }
    /// <summary>US dollars, exactly as they were stored: billionths.</summary>
    public decimal Usd { get; init; }

    /// <summary>Those of the agents that have any conversation, the first day first. Without agents: of all that are stored.</summary>
    public static IReadOnlyList<CostDay> Of(PreparedConnection connection, IReadOnlyList<string> agentIds, DateOnly from, DateOnly to)
    {
        var days = new List<CostDay>();
        var agents = agentIds.Count == 0 ? "" : $"agent_id IN (SELECT value FROM {connection.Dialect.Each("@agents")}) AND ";
        using var rows = connection.Rows($"""
            SELECT agent_id, local_day, total, cost_usd_known, cost_usd_nanos, successful, duration_sum FROM daily_figures
            WHERE {agents}local_day BETWEEN @from AND @to ORDER BY local_day, agent_id
            """, [.. agentIds.Count == 0 ? [] : new (string, object?)[] { ("@agents", Dialect.List(agentIds)) },
                ("@from", (long)from.DayNumber), ("@to", (long)to.DayNumber)]);
        while (rows.Read())
            days.Add(new CostDay
            {
                AgentId = rows.GetString(0),
                Day = DateOnly.FromDayNumber((int)rows.GetInt64(1)),
                Conversations = rows.GetInt64(2),
                Known = rows.GetInt64(3),
                Usd = rows.GetInt64(4) / 1_000_000_000m,
                Successful = rows.GetInt64(5),
                Seconds = rows.GetInt64(6),
            });
        return days;
    }
}
