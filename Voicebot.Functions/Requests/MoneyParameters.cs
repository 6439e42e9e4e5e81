using System.Text.Json.Nodes;
using Voicebot.Core.Money;

namespace Voicebot.Functions.Requests;

/// <summary>What the address of money reads.</summary>
internal static class MoneyParameters
{
    public static QueryParameter<Core.Time.Month?> Month { get; } =
        QueryParameter.Month("month", "A month of the reporting zone; the running one without it.");

    public static IReadOnlyList<ApiParameter> Settings { get; } =
    [
        ApiParameter.OneOf("currency", "The owner's currency (ISO 4217); the vendor's dollars alone without it.", Currency.All),
        Amount("rate", "What a dollar costs in every month; excludes 'rates'.", MoneySettings.MostRate).OrNull,
        List("rates", "What a dollar costs by month; a month without a rate takes the newest one of an earlier month.",
            MoneySettings.MostRates, ApiParameter.Month("month", "Each once.").Needed,
            Amount("rate", "At most eight decimals.", MoneySettings.MostRate).Needed),
        Amount("vat_percent", "Added to every amount in the owner's currency; nothing without it.", 100).OrNull,
        Amount("budget", "Of a month, for all agents, in the owner's currency and with the tax that is added.",
            MoneySettings.MostBudget).OrNull,
        List("agent_budgets", "The same of single agents.", MoneySettings.MostBudgets,
            new ApiParameter("agent_id", "A configured agent, each once.",
                new JsonObject { ["type"] = "string", ["maxLength"] = 200 }, true),
            Amount("budget", "At most two decimals.", MoneySettings.MostBudget).Needed),
        ApiParameter.Whole("version", "That of what was changed, as it was read; 409 'changed_meanwhile' where it is another by now.", 0,
            int.MaxValue),
    ];

    private static ApiParameter Amount(string name, string description, decimal most) =>
        ApiParameter.Number(name, description, 0, (double)most);

    private static ApiParameter List(string name, string description, int most, params ApiParameter[] members) => new(name, description,
        new JsonObject
        {
            ["type"] = "array",
            ["maxItems"] = most,
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Name))]),
                ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
            },
        });
}
