using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Voicebot.Core.Money;

/// <summary>What the conversations of a month cost, and will. Amounts are rounded once, from the exact sums of known costs.</summary>
public sealed record MoneyReport
{
    public string? AgentId { get; init; }
    /// <summary>YYYY-MM.</summary>
    public required string Month { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required string TimeZone { get; init; }
    [Description("End of the last good synchronisation, of several agents the oldest; null before the first.")]
    public DateTimeOffset? AsOf { get; init; }
    [Description("Agents that never had a good synchronisation.")]
    public IReadOnlyList<string> AsOfWithout { get; init; } = [];
    [Description("The currency of 'own': the owner's, or USD.")]
    public required string Currency { get; init; }
    public required UsedRate Rate { get; init; }
    public required MoneySettings Settings { get; init; }
    public required Spending Total { get; init; }
    [Description("Those with conversations in this month or a budget, the dearest first.")]
    public required IReadOnlyList<AgentSpending> Agents { get; init; }
    [Description("llm, platform, telephony (which the vendor never tells), and rest: what belongs to no part that is known.")]
    public required IReadOnlyList<PartSpending> Parts { get; init; }
    [Description("Every day of the month.")]
    public required IReadOnlyList<DaySpending> Days { get; init; }
    [Description("The twelve months before, the newest first, from the first that has any conversation.")]
    public required IReadOnlyList<MonthSpending> Months { get; init; }
}

/// <summary>What a set of conversations cost.</summary>
public record Spending
{
    public long TotalConversations { get; init; }
    public long CostKnownCount { get; init; }
    [Description("Conversations whose cost is not known; they are in no sum.")]
    public long CostUnknownCount { get; init; }
    [Description("Null where there were conversations and no cost is known, or nothing is known at all.")]
    public Amount? Spent { get; init; }
    [Description("All that is known to have been spent by the successful conversations.")]
    public Amount? CostPerSuccess { get; init; }
    public Amount? CostPerMinute { get; init; }
    public required MonthForecast Forecast { get; init; }
    [Description("Null where none is set.")]
    public BudgetUse? Budget { get; init; }
}

public sealed record AgentSpending : Spending
{
    [SetsRequiredMembers]
    public AgentSpending(string agentId, Spending sums) : base(sums) => AgentId = agentId;

    public string AgentId { get; init; }
}

/// <summary>What the whole month will have cost.</summary>
public sealed record MonthForecast
{
    public const string Made = "made";
    /// <summary>The month is over, and all of it is here.</summary>
    public const string Finished = "finished";
    public const string NotBegun = "not_begun";
    /// <summary>Fewer days than <see cref="SpendForecast.LeastDays"/> have known costs.</summary>
    public const string TooFewDays = "too_few_days";
    public const string NothingSpent = "nothing_spent";

    [Description("made, or why there is none: finished, not_begun, too_few_days, nothing_spent.")]
    public required string State { get; init; }
    [Description("Of the last 84 complete days, how many have known costs, or no conversations.")]
    public int DaysKnown { get; init; }
    public int DaysNeeded { get; init; } = SpendForecast.LeastDays;
    public Amount? Expected { get; init; }
    [Description("From here to 'high' the truth lies in 80 % of months.")]
    public Amount? Low { get; init; }
    public Amount? High { get; init; }
}

/// <summary>How a budget stands, in the owner's currency and percent of it.</summary>
public sealed record BudgetUse
{
    public required decimal Budget { get; init; }
    public decimal? UsedPercent { get; init; }
    public decimal? ExpectedPercent { get; init; }
    public decimal? LowPercent { get; init; }
    public decimal? HighPercent { get; init; }
    [Description("within; possible: the range passes it; likely: the forecast does; over; unknown: nothing is known in its currency.")]
    public required string State { get; init; }
}

public sealed record PartSpending(string Part, long KnownCount, long UnknownCount, Amount? Spent);

public sealed record DaySpending
{
    public required DateOnly Date { get; init; }
    [Description("complete, running (the data end within it) or to_come.")]
    public required string State { get; init; }
    public long TotalConversations { get; init; }
    public long CostKnownCount { get; init; }
    [Description("Null where it is not known; of a running day what is known so far.")]
    public Amount? Spent { get; init; }
    [Description("The forecast of the month up to the end of this day; null on complete days.")]
    public Amount? Expected { get; init; }
    public Amount? Low { get; init; }
    public Amount? High { get; init; }
}

public sealed record MonthSpending(string Month, long TotalConversations, long CostKnownCount, long CostUnknownCount, Amount? Spent,
    Amount? CostPerSuccess, Amount? CostPerMinute, UsedRate Rate);
