using Voicebot.Core.Time;

namespace Voicebot.Core.Money;

/// <summary>A month and how far its data reach.</summary>
/// <param name="DataDay">The local day within which the data end; those before it are complete.</param>
/// <param name="HasData">False before the first synchronisation that brought anything.</param>
internal sealed record MonthView(Month Month, DateOnly Today, DateOnly DataDay, bool HasData, MonthMoney Money)
{
    public bool IsFinished => DataDay > Month.LastDay;

    public bool IsNotBegun => Today < Month.FirstDay;

    /// <summary>Sums of some agents' days, with the forecast of the whole month and how the budget stands.</summary>
    /// <param name="days">Also those before the month, the first day first.</param>
    public (Spending Spending, IReadOnlyList<ForecastPoint> Ahead) Spending(IReadOnlyList<CostDay> days, decimal? budget)
    {
        var sums = CostSums.Of(days.Where(IsInMonth));
        var spent = HasData && !IsNotBegun ? sums.Spent : null;
        var (forecast, ahead) = Forecast(days, sums);
        return (new Spending
        {
            TotalConversations = sums.Conversations,
            CostKnownCount = sums.Known,
            CostUnknownCount = sums.Conversations - sums.Known,
            Spent = spent is { } usd ? Money.Of(usd) : null,
            CostPerSuccess = sums.PerSuccess is { } success ? Money.OfUnit(success) : null,
            CostPerMinute = sums.PerMinute is { } minute ? Money.OfUnit(minute) : null,
            Forecast = forecast,
            Budget = budget is { } limit ? Use(limit, spent, forecast) : null,
        }, ahead);
    }

    /// <summary>What was spent in the month before the data's last day, from which the forecast counts.</summary>
    public decimal SpentBefore(IEnumerable<CostDay> days) =>
        days.Where(day => IsInMonth(day) && day.Day < DataDay).Sum(day => day.Usd);

    public bool IsInMonth(CostDay day) => Month.Of(day.Day) == Month;

    private (MonthForecast, IReadOnlyList<ForecastPoint>) Forecast(IReadOnlyList<CostDay> days, CostSums sums)
    {
        if (IsNotBegun || IsFinished)
            return (new MonthForecast { State = IsFinished ? MonthForecast.Finished : MonthForecast.NotBegun }, []);
        var known = Known(days);
        var measured = known.TakeLast(SpendForecast.MostDays).Count(day => day.Usd is not null);
        var ahead = SpendForecast.Of(known, DataDay > Month.FirstDay ? DataDay : Month.FirstDay, Month.LastDay);
        if (ahead.Count == 0)
            return (new MonthForecast
            {
                State = measured < SpendForecast.LeastDays ? MonthForecast.TooFewDays : MonthForecast.NothingSpent,
                DaysKnown = measured,
            }, []);
        var before = SpentBefore(days);
        return (new MonthForecast
        {
            State = MonthForecast.Made,
            DaysKnown = measured,
            Expected = Money.Of(Whole(before, ahead[^1].Expected, sums.Usd)),
            Low = Money.Of(Whole(before, ahead[^1].Low, sums.Usd)),
            High = Money.Of(Whole(before, ahead[^1].High, sums.Usd)),
        }, ahead);
    }

    /// <summary>Never below what is spent already.</summary>
    public static decimal Whole(decimal before, double ahead, decimal spent) => Math.Max(before + Bounded(ahead), spent);

    /// <summary>
    /// The complete days one after another from the first with any conversation: before it nobody knows, after it no conversation is 0.
    /// </summary>
    private List<KnownDay> Known(IReadOnlyList<CostDay> days)
    {
        var byDay = days.Where(day => day.Day < DataDay).GroupBy(day => day.Day).ToDictionary(day => day.Key, CostSums.Of);
        if (byDay.Count == 0)
            return [];
        var first = byDay.Keys.Min();
        return
        [
            .. Enumerable.Range(0, DataDay.DayNumber - first.DayNumber).Select(first.AddDays).Select(day =>
                new KnownDay(day, byDay.TryGetValue(day, out var sums) ? (double?)sums.Spent : 0)),
        ];
    }

    private BudgetUse Use(decimal budget, decimal? spent, MonthForecast forecast)
    {
        decimal? Percent(decimal? own) => own is { } amount ? Math.Round(100 * amount / budget, 2) : null;
        var used = spent is { } usd ? Money.Own(usd) : null;
        return new BudgetUse
        {
            Budget = budget,
            UsedPercent = Percent(used),
            ExpectedPercent = Percent(forecast.Expected?.Own),
            LowPercent = Percent(forecast.Low?.Own),
            HighPercent = Percent(forecast.High?.Own),
            State = used is null ? "unknown" : used > budget ? "over" : forecast.Expected?.Own > budget ? "likely"
                : forecast.High?.Own > budget ? "possible" : "within",
        };
    }

    private static decimal Bounded(double usd) => (decimal)Math.Min(usd, 1e15);
}
