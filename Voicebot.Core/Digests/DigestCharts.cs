using Voicebot.Core.Charts;
using Voicebot.Core.Kpis;

namespace Voicebot.Core.Digests;

/// <summary>The charts of a digest, with the same in words for who sees no pictures.</summary>
internal sealed class DigestCharts(DigestContent content, ReportLanguage language, DigestNumbers numbers)
{
    private const int DaysOfAWeek = 7;
    private const int LeastDays = 3;
    private const int LeastN = 10;
    private const int MostLabels = 10;

    private readonly KpiReport report = content.Report;

    public IReadOnlyList<DigestChart> All() =>
        report.FinishedCount == 0 ? [] : [Outcomes(), .. Rates() is { } rates ? [rates] : Array.Empty<DigestChart>()];

    private DigestChart Outcomes()
    {
        var days = report.DailyTrends;
        var before = Before();
        var hasLine = before.Any(total => total is not null);
        string[] legend =
        [
            language.Choose("Failure", "Niepowodzenie") + " " + numbers.Count(report.FailedCount),
            language.Choose("Unknown", "Nieznany") + " " + numbers.Count(report.UnknownCount),
            language.Choose("Success", "Sukces") + " " + numbers.Count(report.SuccessfulCount),
            content.Period.Month is null ? language.Choose("the week before", "tydzień wcześniej")
                : language.Choose("28 days before", "28 dni wcześniej"),
        ];
        var title = language.Choose("Finished conversations by day", "Zakończone rozmowy według dni");
        var busiest = days.MaxBy(day => day.Success + day.Failed + day.Unknown)!;
        return new DigestChart("outcomes", title,
            language.Choose(
                $"{title}: {string.Join(", ", legend.Take(3))}. Most on {numbers.Day(busiest.Date)}: {numbers.Count(Sum(busiest))}.",
                $"{title}: {string.Join(", ", legend.Take(3))}. Najwięcej {numbers.Day(busiest.Date)}: {numbers.Count(Sum(busiest))}."),
            OutcomeChart.Draw([.. days.Select((day, i) => (Label(i), day.Failed, day.Unknown, day.Success))], hasLine ? before : [],
                legend, value => numbers.Count(value)),
            [.. days.Select(day => language.Choose(
                $"{numbers.Day(day.Date)}: {numbers.Count(Sum(day))} (success {numbers.Count(day.Success)}, failure "
                    + $"{numbers.Count(day.Failed)}, unknown {numbers.Count(day.Unknown)})",
                $"{numbers.Day(day.Date)}: {numbers.Count(Sum(day))} (sukces {numbers.Count(day.Success)}, niepowodzenie "
                    + $"{numbers.Count(day.Failed)}, nieznany {numbers.Count(day.Unknown)})"))]);
    }

    /// <summary>Seven days together, sums over sums; null where no point can be drawn.</summary>
    private DigestChart? Rates()
    {
        var known = (report.PreviousTrends ?? []).Concat(report.DailyTrends).ToList();
        var first = known.Count - report.DailyTrends.Count;
        var rates = report.DailyTrends.Select((_, i) => Rate(known, first + i)).ToList();
        if (rates.Count(rate => rate is not null) < 2)
            return null;
        var title = language.Choose("Conversion, seven days together", "Konwersja, z siedmiu dni razem");
        var (from, last) = (rates.First(rate => rate is not null), rates.Last(rate => rate is not null));
        var target = report.Targets.FirstOrDefault(one => one.Figure == "conversion_rate")?.Target;
        var aim = target is { } typed ? language.Choose("target ", "cel ") + numbers.Typed(typed) + "%" : "";
        return new DigestChart("conversion", title,
            language.Choose($"{title}: from {numbers.Percent(from)} to {numbers.Percent(last)}",
                $"{title}: od {numbers.Percent(from)} do {numbers.Percent(last)}") + (aim.Length > 0 ? $"; {aim}." : "."),
            RateChart.Draw([.. rates.Select((rate, i) => (Label(i), rate))], target, aim, value => numbers.Typed(value) + "%",
                numbers.Percent(last)),
            []);
    }

    private static double? Rate(List<DailyTrend> days, int end)
    {
        var window = days.GetRange(Math.Max(0, end - DaysOfAWeek + 1), Math.Min(DaysOfAWeek, end + 1));
        return window.Count >= LeastDays && window.Sum(Sum) is >= LeastN and var all
            ? DigestRates.Rate(window.Sum(day => day.Success), all) : null;
    }

    /// <summary>The same weekdays of the period before; of a month, of four weeks before, as far as they were in it.</summary>
    private List<long?> Before()
    {
        var byDay = (report.PreviousTrends ?? []).ToDictionary(day => day.Date, Sum);
        var shift = content.Period.Month is null ? DaysOfAWeek : 4 * DaysOfAWeek;
        return [.. report.DailyTrends.Select(day => byDay.TryGetValue(day.Date.AddDays(-shift), out var total) ? total : (long?)null)];
    }

    private static long Sum(DailyTrend day) => day.Success + day.Failed + day.Unknown;

    /// <summary>Of a long period each seventh day.</summary>
    private string Label(int index)
    {
        var day = report.DailyTrends[index].Date;
        return report.DailyTrends.Count <= MostLabels ? numbers.Weekday(day) : index % DaysOfAWeek == 0 ? numbers.ShortDay(day) : "";
    }
}
