using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Search;

namespace Voicebot.Core.Kpis;

/// <summary>Answers what was collected in the conversations of a filter, from the rows.</summary>
public sealed class DataService(FilteredReading reading)
{
    private const int MostData = 300;
    private const int LongestId = 200;
    private const int MostPeriods = 60;
    private const int MostValues = 100_000;
    private static readonly int[] Steps = [1, 7, 28];

    /// <param name="agentId">The agents that were asked for, as they were written, or null for all.</param>
    /// <exception cref="QueryTooBroadException">Reading the rows would take too much work.</exception>
    public DataReport Report(ConversationFilter filter, string? agentId, CancellationToken cancellation = default) =>
        reading.ReadRows(byDays: filter.IsScope, state => Report(state, filter, agentId), cancellation);

    private static DataReport Report(FilteredState state, ConversationFilter filter, string? agentId)
    {
        var aggregates = FilteredAggregates.Of(state, filter);
        var days = aggregates.Days();
        var total = days.Sum(day => day.Total);
        var periods = Periods(days);
        var occurring = aggregates.Counts(Dimension.Datum);
        List<string> ids = [.. occurring.Where(one => one.Key.Length <= LongestId).OrderByDescending(one => one.Tally.Total)
            .ThenBy(one => one.Key, StringComparer.Ordinal).Take(MostData).Select(one => one.Key).Order(StringComparer.Ordinal)];
        return new DataReport
        {
            AgentId = agentId,
            Month = filter.Period.Month?.ToString(),
            From = filter.Period.From,
            To = filter.Period.To,
            TimeZone = state.Zone.Id,
            TotalConversations = total,
            Periods = periods,
            Data = [.. Count(state, filter, ids, periods).Select(datum => datum.Figures(total)).OfType<DatumFigures>()],
            DataLeftOut = occurring.Count - ids.Count,
        };
    }

    private static List<DatumCounting> Count(FilteredState state, ConversationFilter filter, List<string> ids,
        IReadOnlyList<DataPeriod> periods)
    {
        var data = ids.ConvertAll(id => new DatumCounting(id, MostValues / ids.Count, periods.Count));
        if (ids.Count == 0)
            return data;
        var (zone, first) = (state.Zone, periods.Count == 0 ? 0 : periods[0].From.DayNumber);
        var step = periods.Count == 0 ? 1 : periods[0].To.DayNumber - first + 1;
        CollectedReading.Each(state, filter, ids, (datum, start, value) =>
        {
            int? day = start is { } known ? zone.Day(known).DayNumber : null;
            data[datum].Add(value, day, (day - first) / step is { } period && period >= 0 && period < periods.Count ? period : null);
        });
        return data;
    }

    /// <summary>Of equal length, but for the last, which ends with the days.</summary>
    private static List<DataPeriod> Periods(IReadOnlyList<DayFigures> days)
    {
        var known = days.Where(day => day is { LocalDay: > 0, Total: > 0 }).ToList();
        if (known.Count == 0)
            return [];
        var (first, last) = ((int)known.Min(day => day.LocalDay), (int)known.Max(day => day.LocalDay));
        var length = last - first + 1;
        var step = Array.Find(Steps, one => length <= one * MostPeriods) is var round and > 0 ? round
            : (length + MostPeriods - 1) / MostPeriods;
        var totals = new long[(length + step - 1) / step];
        foreach (var day in known)
            totals[((int)day.LocalDay - first) / step] += day.Total;
        return [.. totals.Select((total, period) => new DataPeriod(DateOnly.FromDayNumber(first + (period * step)),
            DateOnly.FromDayNumber(Math.Min(first + ((period + 1) * step) - 1, last)), total))];
    }
}
