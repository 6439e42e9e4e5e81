using System.Text.Json;
using Voicebot.Core.Money;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Functions.Requests;

/// <summary>Reads how money is to be counted.</summary>
internal static class MoneyReader
{
    private const int CentDecimals = 2;
    private const decimal LeastRate = 0.00000001m;
    private const decimal Cent = 0.01m;

    /// <param name="known">What is stored: budgets of agents that are not configured any more may stay.</param>
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static MoneySettings Read(BodyReader body, EffectiveSettings settings, MoneySettings known)
    {
        var currency = body.Text("currency", 3);
        if (currency is not null && !Currency.All.Contains(currency))
            body.Refuse("currency", "must be a code of ISO 4217 in capitals, such as PLN, or absent for US dollars alone");
        var rate = body.Exact("rate", LeastRate, MoneySettings.MostRate, MoneySettings.RateDecimals);
        var rates = Rates(body);
        CheckRates(body, currency, rate, rates);
        var wanted = new MoneySettings
        {
            Currency = currency,
            Rate = rate,
            Rates = rates,
            VatPercent = body.Exact("vat_percent", 0, 100, CentDecimals) is > 0 and var percent ? percent : null,
            Budget = body.Exact("budget", Cent, MoneySettings.MostBudget, CentDecimals),
            AgentBudgets = AgentBudgets(body, settings, known),
        };
        body.Finish();
        return wanted;
    }

    private static void CheckRates(BodyReader body, string? currency, decimal? rate, List<MonthRate> rates)
    {
        var isForeign = currency is not null and not Currency.Vendor;
        if (rate is not null && rates.Count > 0)
            body.Refuse("rate", "excludes 'rates'; give one rate for all months, or one for each");
        else if (!isForeign && (rate is not null || rates.Count > 0))
            body.Refuse(rate is not null ? "rate" : "rates", "belongs to a currency other than USD");
        else if (isForeign && rate is null && rates.Count == 0 && !body.HasError("rate") && !body.HasError("rates"))
            body.Refuse("rate", "is required with a currency other than USD, or 'rates' by month");
    }

    private static List<MonthRate> Rates(BodyReader body)
    {
        if (body.Member("rates") is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MoneySettings.MostRates)
        {
            body.Refuse("rates", $"must be a list of at most {MoneySettings.MostRates} months with their rates");
            return [];
        }
        var rates = new List<MonthRate>();
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.EnumerateObject().All(member => member.Name is "month" or "rate")
                && BodyReader.Of(item) is var inside
                && inside.Text("month", 7) is { } month && Month.TryParse(month, out _)
                && inside.Exact("rate", LeastRate, MoneySettings.MostRate, MoneySettings.RateDecimals) is { } rate)
                rates.Add(new MonthRate(month, rate));
            else if (!body.HasError("rates"))
                body.Refuse("rates", "must each have a 'month' written YYYY-MM and a 'rate' above 0 with at most "
                    + $"{MoneySettings.RateDecimals} decimals, and nothing else");
        if (rates.DistinctBy(one => one.Month).Count() < rates.Count)
            body.Refuse("rates", "must name each month once");
        return [.. rates.OrderBy(one => one.Month, StringComparer.Ordinal)];
    }

    private static List<AgentBudget> AgentBudgets(BodyReader body, EffectiveSettings settings, MoneySettings known)
    {
        if (body.Member("agent_budgets") is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MoneySettings.MostBudgets)
        {
            body.Refuse("agent_budgets", $"must be a list of at most {MoneySettings.MostBudgets} agents with their budgets");
            return [];
        }
        var budgets = new List<AgentBudget>();
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.EnumerateObject().All(member => member.Name is "agent_id" or "budget")
                && BodyReader.Of(item) is var inside && inside.Text("agent_id", 200) is { } agentId
                && (settings.AgentIds.Contains(agentId) || known.AgentBudgets.Any(one => one.AgentId == agentId))
                && inside.Exact("budget", Cent, MoneySettings.MostBudget, CentDecimals) is { } budget)
                budgets.Add(new AgentBudget(agentId, budget));
            else if (!body.HasError("agent_budgets"))
                body.Refuse("agent_budgets", "must each have the 'agent_id' of a configured agent and a 'budget' above 0 with at most "
                    + $"{CentDecimals} decimals, and nothing else");
        if (budgets.DistinctBy(one => one.AgentId).Count() < budgets.Count)
            body.Refuse("agent_budgets", "must name each agent once");
        return budgets;
    }
}
