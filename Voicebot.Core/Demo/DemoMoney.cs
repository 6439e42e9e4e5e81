using Voicebot.Core.Money;
using Voicebot.Core.Time;

namespace Voicebot.Core.Demo;

/// <summary>How the demo's company counts money: in zlotys by the rates of its months, with VAT, and within a budget.</summary>
internal static class DemoMoney
{
    private static readonly decimal[] Rates = [3.65m, 3.68m, 3.63m, 3.71m, 3.66m, 3.74m];

    /// <param name="today">Its month has the first rate, the month before the second.</param>
    public static MoneySettings Of(DateOnly today) => new()
    {
        Currency = "PLN",
        Rates = [.. Rates.Select((rate, back) => new MonthRate($"{Month.Of(Month.Of(today).FirstDay.AddMonths(-back))}", rate)).Reverse()],
        VatPercent = 23,
        Budget = 320,
        AgentBudgets = [new AgentBudget(DemoCompany.Support.Id, 180)],
    };
}
