using System.Globalization;
using System.Text.Json.Nodes;

namespace Voicebot.Tests.Support;

/// <summary>The figures of /api/kpis, counted from the vendor's documents by plain LINQ; shares no code with the product.</summary>
internal static class KpiRecount
{
    /// <summary>Every scalar figure by its name in the API; null where there is nothing to divide or sum.</summary>
    public static SortedDictionary<string, double?> Figures(IReadOnlyList<VendorFacts> all)
    {
        var finished = all.Where(one => one.Finished).ToList();
        var durations = all.Select(one => one.Duration).Where(seconds => seconds > 0).Order().ToList();
        var spoken = all.Where(one => one.BotMessages is not null).ToList();
        var credits = all.Select(one => one.Credits).OfType<long>().ToList();
        var dollars = all.Select(one => one.Dollars).OfType<double>().ToList();
        var ratings = all.Select(one => one.Rating).OfType<double>().ToList();
        int Count(Func<VendorFacts, bool> condition) => finished.Count(condition);
        double? Rate(Func<VendorFacts, bool> condition) => Percent(Count(condition), finished.Count);

        return new SortedDictionary<string, double?>(StringComparer.Ordinal)
        {
            ["total_conversations"] = all.Count,
            ["finished_count"] = finished.Count,
            ["in_progress_count"] = all.Count - finished.Count,
            ["successful_count"] = Count(one => one.Outcome == "success"),
            ["failed_count"] = Count(one => one.Outcome == "failure"),
            ["unknown_count"] = Count(one => one.Outcome is not ("success" or "failure")),
            ["conversion_rate"] = Rate(one => one.Outcome == "success"),
            ["done_calls"] = Count(one => one.Status == "done"),
            ["failed_calls"] = Count(one => one.Status == "failed"),
            ["connection_rate"] = Rate(one => one.Status == "done"),
            ["duration_count"] = durations.Count,
            ["avg_duration_secs"] = Mean(durations.Select(seconds => (double)seconds)),
            ["min_duration_secs"] = durations.Count == 0 ? null : durations[0],
            ["max_duration_secs"] = durations.Count == 0 ? null : durations[^1],
            ["median_duration_secs"] = Percentile(durations, 50),
            ["p90_duration_secs"] = Percentile(durations, 90),
            ["p95_duration_secs"] = Percentile(durations, 95),
            ["short_calls_under_30s"] = durations.Count(seconds => seconds < 30),
            ["long_calls_over_300s"] = durations.Count(seconds => seconds > 300),
            ["transfer_count"] = Count(one => one.Transfer),
            ["transfer_rate"] = Rate(one => one.Transfer),
            ["agent_handover_count"] = Count(one => one.Handover),
            ["dropout_count"] = Count(one => one.Dropout),
            ["dropout_rate"] = Rate(one => one.Dropout),
            ["transcript_count"] = spoken.Count,
            ["avg_bot_messages"] = Mean(spoken.Select(one => (double)one.BotMessages!.Value)),
            ["avg_message_count"] = Mean(spoken.Select(one => (double)one.Messages)),
            ["total_cost"] = credits.Count == 0 ? null : credits.Sum(),
            ["avg_cost_per_session"] = Mean(credits.Select(cost => (double)cost)),
            ["cost_known_count"] = credits.Count,
            ["total_cost_usd"] = dollars.Count == 0 ? null : Math.Round(dollars.Sum(), 6),
            ["avg_cost_usd"] = dollars.Count == 0 ? null : Math.Round(dollars.Average(), 6),
            ["cost_usd_known_count"] = dollars.Count,
            ["technical_errors"] = Count(one => one.Error),
            ["error_rate"] = Rate(one => one.Error),
            ["avg_rating"] = Mean(ratings),
            ["rating_count"] = ratings.Count,
            ["inbound_calls"] = all.Count(one => one.Direction == "inbound"),
            ["outbound_calls"] = all.Count(one => one.Direction == "outbound"),
            ["other_calls"] = all.Count(one => one.Direction is not ("inbound" or "outbound")),
        };
    }

    /// <summary>Outbound calls by what became of them; each stage is a part of the one before.</summary>
    public static IReadOnlyDictionary<string, long> Funnel(IReadOnlyList<VendorFacts> all)
    {
        var dialled = all.Where(one => one.Direction == "outbound").ToList();
        var answered = dialled.Where(one => one.CallResult == "answered").ToList();
        var talked = answered.Where(one => one.Talked).ToList();
        string[] others = ["voicemail", "busy", "no_answer", "failed"];
        var counted = others.ToDictionary(result => result, result => dialled.LongCount(one => one.CallResult == result));
        counted["dialled"] = dialled.Count;
        counted["answered"] = answered.Count;
        counted["talked"] = talked.Count;
        counted["successful"] = talked.Count(one => one.Finished && one.Outcome == "success");
        counted["unknown"] = dialled.Count(one => one.CallResult != "answered" && !others.Contains(one.CallResult));
        return counted;
    }

    public static JsonArray Criteria(IReadOnlyList<VendorFacts> all) =>
    [
        .. all.SelectMany(one => one.Criteria).GroupBy(criterion => criterion.Id).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
        {
            var (pass, fail) = (group.Count(one => one.Result == "success"), group.Count(one => one.Result == "failure"));
            return new JsonObject
            {
                ["id"] = group.Key, ["name"] = group.Key, ["display_name"] = null, ["pass"] = pass, ["fail"] = fail,
                ["unknown"] = group.Count() - pass - fail, ["total"] = group.Count(), ["pass_rate"] = Percent(pass, pass + fail),
                ["pass_rate_low"] = Bound(pass, pass + fail, -1), ["pass_rate_high"] = Bound(pass, pass + fail, 1),
            };
        }),
    ];

    /// <summary>
    /// Wilson's, as he put it: the rates from which the one that was seen is 1.96 of their own standard errors away, which a quadratic
    /// equation gives.
    /// </summary>
    private static double? Bound(long part, long whole, int side)
    {
        if (whole == 0)
            return null;
        const double Z = 1.959963984540054;
        var (seen, square) = ((double)part / whole, Z * Z / whole);
        var (a, b, c) = (1 + square, -(2 * seen + square), seen * seen);
        return Math.Abs(Math.Round(100 * (-b + side * Math.Sqrt(Math.Max(0, b * b - 4 * a * c))) / (2 * a), 2)); // zero has no sign
    }

    /// <summary>One row for every day, with the figures in the order of the API.</summary>
    public static IReadOnlyList<(string Date, IReadOnlyList<double?> Figures)> Days(IReadOnlyList<VendorFacts> all, DateOnly from,
        DateOnly to) =>
    [
        .. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Select(day =>
        {
            var figures = Figures([.. all.Where(one => DateOnly.FromDateTime(one.Local) == day)]);
            string[] names = ["total_conversations", "successful_count", "failed_count", "unknown_count", "avg_duration_secs",
                "total_cost", "total_cost_usd", "dropout_count", "transfer_count", "technical_errors"];
            double seconds = all.Where(one => DateOnly.FromDateTime(one.Local) == day && one.Duration > 0).Sum(one => one.Duration);
            double?[] sums = [figures["done_calls"], seconds, figures["duration_count"], figures["cost_known_count"]];
            return (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                (IReadOnlyList<double?>)[.. names.Select(name => figures[name]), .. sums]);
        }),
    ];

    public static IReadOnlyList<(int Weekday, int Hour, int Total)> Hours(IReadOnlyList<VendorFacts> all) =>
    [
        .. all.GroupBy(one => (Weekday: one.Local.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)one.Local.DayOfWeek, one.Local.Hour))
            .OrderBy(cell => cell.Key).Select(cell => (cell.Key.Weekday, cell.Key.Hour, cell.Count())),
    ];

    public static IReadOnlyDictionary<string, int> Stars(IReadOnlyList<VendorFacts> all) =>
        Enumerable.Range(1, 5)
            .ToDictionary(stars => $"{stars}", stars => all.Count(one => one.Rating is { } rating && Math.Floor(rating + 0.5) == stars));

    private static double? Percent(double part, double whole) => whole == 0 ? null : Math.Round(part * 100 / whole, 2);

    private static double? Mean(IEnumerable<double> values) => values.Any() ? Math.Round(values.Average(), 2) : null;

    /// <summary>As Excel's PERCENTILE.INC.</summary>
    private static double? Percentile(List<long> ascending, int percent)
    {
        if (ascending.Count == 0)
            return null;
        var rank = (ascending.Count - 1) * percent / 100.0;
        var (below, above) = (ascending[(int)rank], ascending[Math.Min((int)rank + 1, ascending.Count - 1)]);
        return Math.Round(below + (rank - (int)rank) * (above - below), 2);
    }
}
