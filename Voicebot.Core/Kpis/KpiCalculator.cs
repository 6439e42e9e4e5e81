using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>The arithmetic of the KPIs over counted figures; pure.</summary>
public static class KpiCalculator
{
    /// <param name="criterionNames">What people call the criteria, by their ids.</param>
    public static KpiFigures Figures(Period period, PeriodSums sums, IReadOnlyDictionary<string, string> criterionNames) =>
        Figures(period, sums.Figures, sums.Durations, sums.Ratings) with
        {
            CriteriaStats = [.. sums.ByCriterion.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => Criterion(one.Key, one.Value) with { DisplayName = criterionNames.GetValueOrDefault(one.Key) })],
            Queue = QueueFigures.Of(sums.Figures, sums.QueueWaits),
            RepeatCallers = sums.People is { } people ? RepeatCallers.Of(people) : null,
        };

    public static KpiFigures Figures(Period period, DayFigures sum, IReadOnlyList<(long Seconds, long Count)> durations,
        IReadOnlyList<(double Rating, long Count)> ratings) => new()
        {
            From = period.From,
            To = period.To,
            TotalConversations = sum.Total,
            FinishedCount = sum.Finished,
            InProgressCount = sum.Total - sum.Finished,
            ConversionRate = Percent(sum.Successful, sum.Finished),
            SuccessfulCount = sum.Successful,
            FailedCount = sum.Failed,
            UnknownCount = sum.Unknown,
            DoneCalls = sum.Done,
            FailedCalls = sum.StatusFailed,
            ConnectionRate = Percent(sum.Done, sum.Finished),
            DurationCount = sum.DurationCount,
            AvgDurationSecs = Mean(sum.DurationSum, sum.DurationCount),
            MinDurationSecs = durations.Count > 0 ? durations[0].Seconds : null,
            MaxDurationSecs = durations.Count > 0 ? durations[^1].Seconds : null,
            MedianDurationSecs = Percentiles.Rounded(durations, 0.5),
            P90DurationSecs = Percentiles.Rounded(durations, 0.9),
            P95DurationSecs = Percentiles.Rounded(durations, 0.95),
            ShortCallsUnder30s = durations.Where(duration => duration.Seconds < 30).Sum(duration => duration.Count),
            LongCallsOver300s = durations.Where(duration => duration.Seconds > 300).Sum(duration => duration.Count),
            TransferCount = sum.Transfers,
            TransferRate = Percent(sum.Transfers, sum.Finished),
            AgentHandoverCount = sum.Handovers,
            DropoutCount = sum.Dropouts,
            DropoutRate = Percent(sum.Dropouts, sum.Finished),
            TranscriptCount = sum.Transcripts,
            AvgBotMessages = Mean(sum.BotMessages, sum.Transcripts),
            AvgMessageCount = Mean(sum.Messages, sum.Transcripts),
            TotalCost = TotalCost(sum),
            AvgCostPerSession = Mean(sum.Cost, sum.CostKnown),
            CostKnownCount = sum.CostKnown,
            TotalCostUsd = TotalUsd(sum),
            AvgCostUsd = sum.CostUsdKnown > 0 ? Dollars(sum.CostUsd / sum.CostUsdKnown) : null,
            CostUsdKnownCount = sum.CostUsdKnown,
            CostUsdPerSuccess = UsdPerSuccess(sum),
            CostUsdPerMinute = UsdPerMinute(sum),
            TechnicalErrors = sum.Errors,
            ErrorRate = Percent(sum.Errors, sum.Finished),
            AvgRating = Mean(ratings.Sum(rating => rating.Rating * rating.Count), ratings.Sum(rating => rating.Count)),
            RatingCount = ratings.Sum(rating => rating.Count),
            RatingDistribution = Enumerable.Range(1, 5).ToDictionary(
            stars => $"{stars}", stars => ratings.Where(rating => (int)(rating.Rating + 0.5) == stars).Sum(rating => rating.Count)),
            InboundCalls = sum.Inbound,
            OutboundCalls = sum.Outbound,
            OtherCalls = sum.Total - sum.Inbound - sum.Outbound,
            OutboundFunnel = OutboundFunnel.Of(sum),
            Sentiment = SentimentFigures.Of(sum),
            Queue = QueueFigures.Of(sum, []),
            CommentCount = sum.Comments,
        };

    /// <summary>Null where no cost is known.</summary>
    internal static long? TotalCost(DayFigures sum) => sum.CostKnown > 0 ? sum.Cost : null;

    /// <summary>Null where no cost is known.</summary>
    internal static double? TotalUsd(DayFigures sum) => sum.CostUsdKnown > 0 ? Dollars(sum.CostUsd) : null;

    /// <summary>All known dollars by the successful conversations: what a success costs, the failed ones paid along.</summary>
    internal static double? UsdPerSuccess(DayFigures sum) =>
        sum.CostUsdKnown > 0 && sum.Successful > 0 ? Dollars(sum.CostUsd / sum.Successful) : null;

    /// <summary>All known dollars by the minutes talked.</summary>
    internal static double? UsdPerMinute(DayFigures sum) =>
        sum.CostUsdKnown > 0 && sum.DurationSum > 0 ? Dollars(sum.CostUsd / sum.DurationSum * 60) : null;

    /// <summary>What is neither pass nor fail is unknown.</summary>
    public static CriterionStats Criterion(string id, Tally tally)
    {
        var judged = tally.Good + tally.Bad;
        var interval = Interval(tally.Good, judged);
        return new CriterionStats
        {
            Id = id,
            Name = id,
            Pass = tally.Good,
            Fail = tally.Bad,
            Unknown = tally.Total - judged,
            Total = tally.Total,
            PassRate = Percent(tally.Good, judged),
            PassRateLow = interval?.Low,
            PassRateHigh = interval?.High,
        };
    }

    /// <summary>
    /// One row for every day of the period, also the empty ones; an open period reaches from the first to the last day that has any.
    /// </summary>
    public static IReadOnlyList<DailyTrend> Trends(Period period, IReadOnlyList<DayFigures> days)
    {
        var byDay = days.Where(day => day.LocalDay > 0).ToDictionary(day => (int)day.LocalDay);
        if (byDay.Count == 0 && (period.From is null || period.To is null))
            return [];
        var first = period.From?.DayNumber ?? byDay.Keys.Min();
        var last = period.To?.DayNumber ?? byDay.Keys.Max();
        return [.. Enumerable.Range(first, Math.Max(last - first + 1, 0))
            .Select(day => Trend(DateOnly.FromDayNumber(day), byDay.GetValueOrDefault(day) ?? new DayFigures()))];
    }

    /// <param name="days">Histograms of the local hours of local days.</param>
    public static IReadOnlyList<HourlyVolume> Hours(IEnumerable<(long LocalDay, byte[] Counts)> days)
    {
        var weekdays = Enumerable.Range(0, 7).Select(_ => new Histogram()).ToList();
        foreach (var (localDay, counts) in days)
            weekdays[(int)(localDay % 7)].Add(counts); // day 0 of the calendar was a Monday
        return [.. weekdays.SelectMany((hours, weekday) => hours.Counted()
            .Select(hour => new HourlyVolume(weekday + 1, (int)hour.Value, hour.Count)))];
    }

    private static DailyTrend Trend(DateOnly date, DayFigures day) => new()
    {
        Date = date,
        Total = day.Total,
        Success = day.Successful,
        Failed = day.Failed,
        Unknown = day.Unknown,
        AvgDuration = Mean(day.DurationSum, day.DurationCount),
        Cost = day.CostKnown > 0 ? day.Cost : null,
        CostUsd = day.CostUsdKnown > 0 ? Dollars(day.CostUsd) : null,
        Dropouts = day.Dropouts,
        Transfers = day.Transfers,
        Errors = day.Errors,
        Done = day.Done,
        DurationSecs = day.DurationSum,
        DurationCount = day.DurationCount,
        CostKnownCount = day.CostKnown,
    };

    /// <summary>Two decimals, a half to the even digit as the original product rounds; null without a denominator.</summary>
    internal static double? Percent(long part, long whole) => whole == 0 ? null : Math.Round(100.0 * part / whole, 2);

    /// <summary>Wilson's of 95 %, in percent with two decimals; null without a denominator.</summary>
    internal static Interval? Interval(long part, long whole)
    {
        if (whole == 0)
            return null;
        var interval = Intervals.Wilson(part, whole, Confidence.Percent95) * 100;
        return new Interval(Math.Round(interval.Low, 2), Math.Round(interval.High, 2));
    }

    internal static double? Mean(double sum, long count) => count == 0 ? null : Math.Round(sum / count, 2);

    /// <summary>Millionths: the vendor's prices have up to seven decimals, and sums of floating numbers end in noise.</summary>
    private static double Dollars(double value) => Math.Round(value, 6);
}
