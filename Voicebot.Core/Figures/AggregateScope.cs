using Dapper;

namespace Voicebot.Core.Figures;

/// <summary>Which agents and local days are added up; no agents means all, and days are inclusive, null is open.</summary>
public sealed record AggregateScope(IReadOnlyList<string> AgentIds, int? FromDay, int? ToDay)
{
    /// <summary>The condition over the daily tables; conversations without a start (day 0) belong to all time only.</summary>
    public string ToSql(DynamicParameters parameters)
    {
        parameters.Add("fromDay", FromDay ?? (ToDay is null ? 0 : 1));
        parameters.Add("toDay", ToDay ?? int.MaxValue);
        if (AgentIds.Count == 0)
            return "local_day BETWEEN @fromDay AND @toDay";
        parameters.Add("agentIds", AgentIds);
        return "agent_id IN @agentIds AND local_day BETWEEN @fromDay AND @toDay";
    }
}
