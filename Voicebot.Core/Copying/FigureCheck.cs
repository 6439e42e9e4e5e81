using System.Text.Json;
using Voicebot.Core.Agents;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;

namespace Voicebot.Core.Copying;

/// <summary>The KPIs of a database, to be compared with those of another.</summary>
internal static class FigureCheck
{
    /// <summary>
    /// All agents together and each alone, over all time, as JSON; and how many days differ from a recount of the conversations.
    /// </summary>
    public static string Of(PreparedConnection connection)
    {
        var names = CriterionNameStore.Of(connection, []);
        var agents = AggregateStore.ByAgent(connection, new AggregateScope([], null, null)).Keys.Order(StringComparer.Ordinal);
        return JsonSerializer.Serialize(new
        {
            All = Figures(connection, [], names),
            Agents = agents.Select(agent => (object)new { agent, Figures = Figures(connection, [agent], names) }),
            Days = Recount.Differences(connection),
        });
    }

    private static KpiFigures Figures(PreparedConnection connection, IReadOnlyList<string> agents,
        IReadOnlyDictionary<string, string> names) =>
        KpiCalculator.Figures(Period.AllTime,
            PeriodSums.Of(new StoredAggregates(connection, new AggregateScope(agents, null, null))), names);
}
