using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Figures;

/// <summary>Counted from the rows that a condition picks, by the same rule as what is kept.</summary>
public sealed class CountedAggregates : Aggregates
{
    private readonly SortedDictionary<long, DayAggregate> days = [];
    private readonly Dictionary<string, DayFigures> agents = new(StringComparer.Ordinal);

    private CountedAggregates()
    {
    }

    /// <param name="connection">In a snapshot of the caller's, where something else is to agree with it.</param>
    /// <param name="where">A condition over <c>conversations c</c> with its WHERE, or empty.</param>
    public static CountedAggregates Of(PreparedConnection connection, string where, DynamicParameters parameters, ReportingZone zone)
    {
        var counted = new CountedAggregates();
        foreach (var conversation in CountedConversation.Where(connection, where, parameters))
            counted.Add(conversation, zone);
        return counted;
    }

    public override IReadOnlyList<DayFigures> Days() => [.. days.Select(day => day.Value.Figures.On(day.Key))];

    public override IReadOnlyDictionary<string, DayFigures> ByAgent() => agents;

    public override IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(string dimension) =>
    [
        .. days.SelectMany(day => day.Value.Counts.Where(count => count.Key.Dimension == dimension)
            .Select(count => (count.Key.Key, LocalDay: day.Key, count.Value)))
            .OrderBy(count => count.Key, StringComparer.Ordinal).ThenBy(count => count.LocalDay),
    ];

    public override IReadOnlyList<(string Key, Tally Tally)> Counts(string dimension) =>
    [
        .. DailyCounts(dimension).GroupBy(count => count.Key, count => count.Tally)
            .Select(key => (key.Key, key.Aggregate(default(Tally), (sum, one) => sum + one))),
    ];

    public override IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(string measure) =>
        days.Where(day => day.Value.Histograms.ContainsKey(measure)).Select(day => (day.Key, day.Value.HistogramOf(measure).ToBytes()));

    private void Add(CountedConversation conversation, ReportingZone zone)
    {
        var localDay = ConversationCounting.DayOf(conversation, zone);
        if (!days.TryGetValue(localDay, out var day))
            days[localDay] = day = new DayAggregate();
        if (!agents.TryGetValue(conversation.AgentId, out var agent))
            agents[conversation.AgentId] = agent = new DayFigures();
        ConversationCounting.Count(day, conversation, zone, 1);
        ConversationCounting.Count(agent, conversation, 1);
    }
}
