using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Freshness;
using Voicebot.Core.Time;

namespace Voicebot.Core.Money;

/// <summary>Answers what a month costs, from the daily figures, in one snapshot of the database.</summary>
public sealed class MoneyService(Database database, TimeProvider clock)
{
    private const int MonthsBefore = 12;
    private const string Telephony = "telephony";
    private const string Rest = "rest";

    /// <param name="month">Null for the one that is running in the reporting zone.</param>
    /// <param name="agentIds">Those that are looked at.</param>
    /// <param name="asked">The agents as they were asked for; null for all.</param>
    public MoneyReport Report(Month? month, IReadOnlyList<string> agentIds, string? asked, CancellationToken cancellation = default) =>
        database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            var zone = DerivedState.Zone(connection);
            var settings = MoneySettingsStore.Of(connection);
            var asOf = DataFreshness.LastGood(connection, agentIds);
            var today = zone.Day(clock.GetUtcNow());
            var chosen = month ?? Month.Of(today);
            var first = chosen.FirstDay.AddMonths(-MonthsBefore);
            var days = CostDay.Of(connection, agentIds, first, chosen.LastDay);
            var view = new MonthView(chosen, today, zone.Day(DataFreshness.DataUntil(asOf, clock)), asOf is not null || days.Count > 0,
                new MonthMoney(settings, chosen));
            var (total, ahead) = view.Spending(days, Budget(settings, asked is null ? null : agentIds));
            var scope = new AggregateScope(agentIds, chosen.FirstDay.DayNumber, chosen.LastDay.DayNumber);
            return new MoneyReport
            {
                AgentId = asked,
                Month = $"{chosen}",
                From = chosen.FirstDay,
                To = chosen.LastDay,
                TimeZone = zone.Id,
                AsOf = asOf is { } seconds ? zone.Local(seconds) : null,
                AsOfWithout = DataFreshness.WithoutGood(connection, agentIds),
                Currency = settings.Currency ?? Currency.Vendor,
                Rate = view.Money.Rate,
                Settings = settings with { ChangedAt = settings.ChangedAt is { } changed ? zone.Local(changed) : null },
                Total = total,
                Agents = Agents(view, days, agentIds, settings),
                Parts = Parts(view, total, days, AggregateStore.Counts(connection, Dimension.CostPart, scope)),
                Days = Days(view, days, ahead),
                Months = Months(settings, days.Where(day => day.Day < chosen.FirstDay)),
            };
        }, cancellation);

    /// <summary>Of one agent its own, of all the whole; of some together nobody has set one.</summary>
    private static decimal? Budget(MoneySettings settings, IReadOnlyList<string>? asked) =>
        asked is null ? settings.Budget
            : asked is [var only] ? settings.AgentBudgets.FirstOrDefault(one => one.AgentId == only)?.Budget : null;

    private static IReadOnlyList<AgentSpending> Agents(MonthView view, IReadOnlyList<CostDay> days, IReadOnlyList<string> agentIds,
        MoneySettings settings)
    {
        var byAgent = days.ToLookup(day => day.AgentId);
        var budgets = settings.AgentBudgets.ToDictionary(one => one.AgentId, one => one.Budget);
        return
        [
            .. byAgent.Where(agent => agent.Any(view.IsInMonth)).Select(agent => agent.Key).Union(agentIds.Where(budgets.ContainsKey))
                .Select(id => (Id: id, view.Spending([.. byAgent[id]],
                    budgets.TryGetValue(id, out var budget) ? budget : null).Spending))
                .OrderByDescending(agent => agent.Spending.Spent?.Usd ?? -1).ThenBy(agent => agent.Id, StringComparer.Ordinal)
                .Select(agent => new AgentSpending(agent.Id, agent.Spending)),
        ];
    }

    private static IReadOnlyList<PartSpending> Parts(MonthView view, Spending total, IReadOnlyList<CostDay> days,
        IReadOnlyList<(string Key, Tally Tally)> counts)
    {
        var known = counts.ToDictionary(count => count.Key, count => count.Tally);
        decimal Usd(string part) => known.GetValueOrDefault(part).Good / 1_000_000_000m;
        var all = total.TotalConversations;
        var rest = CostSums.Of(days.Where(view.IsInMonth)).Usd - CostPart.All.Sum(Usd);
        return
        [
            .. CostPart.All.Select(part => (Part: part, known.GetValueOrDefault(part).Total)).Select(one =>
                new PartSpending(one.Part, one.Total, all - one.Total, one.Total > 0 ? view.Money.Of(Usd(one.Part)) : null)),
            new PartSpending(Telephony, 0, all, null),
            new PartSpending(Rest, total.CostKnownCount, total.CostUnknownCount,
                total.CostKnownCount > 0 ? view.Money.Of(Math.Max(0, rest)) : null),
        ];
    }

    private static IReadOnlyList<DaySpending> Days(MonthView view, IReadOnlyList<CostDay> days, IReadOnlyList<ForecastPoint> ahead)
    {
        var byDay = days.Where(view.IsInMonth).GroupBy(day => day.Day).ToDictionary(day => day.Key, CostSums.Of);
        var points = ahead.ToDictionary(point => point.Day);
        var (before, spent) = (view.SpentBefore(days), byDay.Values.Sum(day => day.Usd));
        var first = view.Month.FirstDay;
        return
        [
            .. Enumerable.Range(0, view.Month.LastDay.Day).Select(first.AddDays).Select(date =>
            {
                var sums = byDay.GetValueOrDefault(date) ?? CostSums.Of([]);
                var point = points.GetValueOrDefault(date);
                Amount? To(double? usd) => usd is { } sum ? view.Money.Of(MonthView.Whole(before, sum, spent)) : null;
                return new DaySpending
                {
                    Date = date,
                    State = date < view.DataDay ? "complete" : date == view.DataDay ? "running" : "to_come",
                    TotalConversations = sums.Conversations,
                    CostKnownCount = sums.Known,
                    Spent = date <= view.DataDay && view.HasData && sums.Spent is { } usd ? view.Money.Of(usd) : null,
                    Expected = To(point?.Expected),
                    Low = To(point?.Low),
                    High = To(point?.High),
                };
            }),
        ];
    }

    private static IReadOnlyList<MonthSpending> Months(MoneySettings settings, IEnumerable<CostDay> days)
    {
        var byMonth = days.GroupBy(day => Month.Of(day.Day)).OrderByDescending(month => month.Key);
        return
        [
            .. byMonth.Select(month =>
            {
                var (sums, money) = (CostSums.Of(month), new MonthMoney(settings, month.Key));
                return new MonthSpending($"{month.Key}", sums.Conversations, sums.Known, sums.Conversations - sums.Known,
                    sums.Spent is { } usd ? money.Of(usd) : null, sums.PerSuccess is { } success ? money.OfUnit(success) : null,
                    sums.PerMinute is { } minute ? money.OfUnit(minute) : null, money.Rate);
            }),
        ];
    }
}
