using Voicebot.Core.Time;

namespace Voicebot.Core.Money;

/// <summary>How the owner counts money. The vendor's prices are US dollars without tax.</summary>
public sealed record MoneySettings
{
    public const int MostRates = 240;
    public const int MostBudgets = 100;
    public const int RateDecimals = 8;
    public const decimal MostRate = 1_000_000;
    public const decimal MostBudget = 1_000_000_000;

    /// <summary>One of <see cref="Money.Currency.All"/>; null shows the vendor's dollars alone.</summary>
    public string? Currency { get; init; }
    /// <summary>What a dollar costs in that currency, in every month; null where it is told by month.</summary>
    public decimal? Rate { get; init; }
    /// <summary>The same by month, the first month first.</summary>
    public IReadOnlyList<MonthRate> Rates { get; init; } = [];
    /// <summary>Added to every amount in the owner's currency; null for none.</summary>
    public decimal? VatPercent { get; init; }
    /// <summary>Of a month, in the owner's currency and with the tax that is added; null for none.</summary>
    public decimal? Budget { get; init; }
    /// <summary>The same of single agents.</summary>
    public IReadOnlyList<AgentBudget> AgentBudgets { get; init; } = [];
    /// <summary>Counts up with every change, so that the later of two people sees that there was another; 0 before the first.</summary>
    public long Version { get; init; }
    /// <summary>Null before the first change.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>False for what no request could have stored.</summary>
    internal bool IsSound =>
        (Currency is null || Money.Currency.All.Contains(Currency)) && Rate is null or (> 0 and <= MostRate)
        && Rates is { Count: <= MostRates } && Rates.All(one => one is { Rate: > 0 and <= MostRate } && Month.TryParse(one.Month, out _))
        && VatPercent is null or (>= 0 and <= 100) && Budget is null or (> 0 and <= MostBudget)
        && AgentBudgets is { Count: <= MostBudgets }
        && AgentBudgets.All(one => one is { AgentId: not null, Budget: > 0 and <= MostBudget })
        && AgentBudgets.DistinctBy(one => one.AgentId).Count() == AgentBudgets.Count;
}

/// <param name="Month">YYYY-MM.</param>
/// <param name="Rate">What a dollar costs.</param>
public sealed record MonthRate(string Month, decimal Rate);

public sealed record AgentBudget(string AgentId, decimal Budget);
