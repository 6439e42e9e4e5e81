using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Columns;

/// <summary>The figures of a selection, each counted in one pass by the same rules as those that are kept.</summary>
internal sealed class ColumnAggregates(ColumnTable table, RowSelection selection, ReportingZone zone) : Aggregates
{
    public override IReadOnlyList<DayFigures> Days() => DayCounting.Of(table, selection, zone);

    public override IReadOnlyDictionary<string, DayFigures> ByAgent()
    {
        var agents = new Dictionary<string, DayFigures>(StringComparer.Ordinal);
        foreach (var (profile, figures) in ProfileCounting.Of(table, selection))
        {
            if (!agents.TryGetValue(profile.Counted.AgentId, out var agent))
                agents[profile.Counted.AgentId] = agent = new DayFigures();
            agent.Add(figures);
        }
        return agents;
    }

    public override IReadOnlyList<(string Key, Tally Tally)> Counts(string dimension)
    {
        var keys = new CodeKeys(table, dimension);
        var counts = new int[keys.Codes];
        foreach (var part in selection.Parts)
            keys.Count(part.Block, selection.PlacesOf(part), counts);
        var sums = new Dictionary<string, Tally>(StringComparer.Ordinal);
        for (var code = 0; code < counts.Length; code++)
            if (counts[code] > 0)
                foreach (var (key, tally) in keys.Of(code))
                    sums[key] = sums.GetValueOrDefault(key) + (counts[code] * tally);
        return [.. sums.Select(sum => (sum.Key, sum.Value)).OrderBy(sum => sum.Key, StringComparer.Ordinal)];
    }

    public override IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(string dimension)
    {
        var keys = new CodeKeys(table, dimension);
        var sums = new Dictionary<(string Key, long LocalDay), Tally>();
        var counts = new int[keys.Codes];
        foreach (var (day, block, places) in DayRuns.Of(selection, zone))
        {
            keys.Count(block, places.Span, counts);
            for (var code = 0; code < counts.Length; code++)
            {
                if (counts[code] == 0)
                    continue;
                foreach (var (key, tally) in keys.Of(code))
                    sums[(key, day)] = sums.GetValueOrDefault((key, day)) + (counts[code] * tally);
                counts[code] = 0;
            }
        }
        return [.. sums.Select(sum => (sum.Key.Key, sum.Key.LocalDay, sum.Value))
            .OrderBy(sum => sum.Key, StringComparer.Ordinal).ThenBy(sum => sum.LocalDay)];
    }

    public override IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(string measure)
    {
        var days = new SortedDictionary<long, Histogram>();
        var clock = new LocalClock(zone);
        foreach (var (day, block, places) in DayRuns.Of(selection, zone))
        {
            if (!days.TryGetValue(day, out var histogram))
                days[day] = histogram = new Histogram();
            Add(histogram, measure, block, places.Span, ref clock);
        }
        return days.Where(day => !day.Value.IsEmpty).Select(day => (day.Key, day.Value.ToBytes()));
    }

    public override Histogram HistogramOf(string measure)
    {
        var (histogram, clock) = (new Histogram(), new LocalClock(zone));
        foreach (var part in selection.Parts)
            Add(histogram, measure, part.Block, selection.PlacesOf(part), ref clock);
        return histogram;
    }

    private void Add(Histogram histogram, string measure, ColumnBlock block, ReadOnlySpan<ushort> places, ref LocalClock clock)
    {
        switch (measure)
        {
            case Measure.Duration:
                ValueCounting.Durations(histogram, block, places);
                break;
            case Measure.Rating:
                ValueCounting.Ratings(histogram, block, places, table.Ratings);
                break;
            case Measure.ResponseTime:
                ValueCounting.ResponseTimes(histogram, block, places);
                break;
            case Measure.QueueWait:
                ValueCounting.QueueWaits(histogram, block, places);
                break;
            case Measure.Hour:
                ValueCounting.Hours(histogram, block, places, ref clock);
                break;
            default:
                throw new ArgumentException($"No column holds {measure}.", nameof(measure));
        }
    }
}
