using Voicebot.Core.Money;
using Voicebot.Functions.Requests;

namespace Voicebot.Functions.OpenApi;

/// <summary>What conversations cost in the owner's money.</summary>
internal static class MoneyOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/money", "What the conversations of a month cost, in US dollars and in the owner's currency: spent, forecast of "
            + "the running month with the range that holds the truth in 80 % of months, budget, by agent, part and day, and the months "
            + "before.")
        {
            Query = [FilterParameters.Agents, MoneyParameters.Month],
            Answer = typeof(MoneyReport),
        },
        new("PUT", "api/money", "Sets currency, rates, tax and budgets in the place of those that are set: what is left out is none. "
            + "Recorded in the audit log.")
        {
            Body = MoneyParameters.Settings,
            Answer = typeof(MoneySettings),
        },
    ];
}
