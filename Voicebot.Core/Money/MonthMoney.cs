using Voicebot.Core.Time;

namespace Voicebot.Core.Money;

/// <summary>
/// Turns the vendor's dollars of a month into the owner's money: by the month's rate, or the newest one of an earlier month, with the tax
/// that is added. Exact until it is rounded; pure.
/// </summary>
public sealed class MonthMoney
{
    /// <summary>The rate is that of all months.</summary>
    public const string ForAll = "for_all";
    /// <summary>It is the month's own.</summary>
    public const string OfMonth = "of_month";
    /// <summary>The month has none: it is the newest one of an earlier month.</summary>
    public const string OfEarlier = "of_earlier";
    /// <summary>Neither has an earlier one; nothing is known in the owner's currency.</summary>
    public const string Missing = "missing";
    /// <summary>The owner counts in the vendor's dollars.</summary>
    public const string NotNeeded = "not_needed";

    private const int UsdDecimals = 6;
    private const int MoreDecimalsOfUnits = 4;

    private readonly decimal? factor;
    private readonly int decimals;

    public MonthMoney(MoneySettings settings, Month month)
    {
        var currency = settings.Currency ?? Currency.Vendor;
        var earlier = settings.Rates.Where(one => string.CompareOrdinal(one.Month, $"{month}") <= 0)
            .MaxBy(one => one.Month, StringComparer.Ordinal);
        Rate = currency == Currency.Vendor ? new UsedRate(1, null, NotNeeded)
            : settings.Rate is { } all ? new UsedRate(all, null, ForAll)
            : earlier is null ? new UsedRate(null, null, Missing)
            : new UsedRate(earlier.Rate, earlier.Month, earlier.Month == $"{month}" ? OfMonth : OfEarlier);
        factor = Rate.Rate * (1 + (settings.VatPercent ?? 0) / 100);
        decimals = Currency.Decimals(currency);
    }

    public UsedRate Rate { get; }

    /// <summary>Not rounded; null where the rate is missing.</summary>
    public decimal? Own(decimal usd) => usd * factor;

    /// <summary>A sum.</summary>
    public Amount Of(decimal usd) => Rounded(usd, decimals);

    /// <summary>What one of something costs.</summary>
    public Amount OfUnit(decimal usd) => Rounded(usd, decimals + MoreDecimalsOfUnits);

    private Amount Rounded(decimal usd, int ownDecimals) =>
        new(Rounded(usd), Own(usd) is { } own ? Math.Round(own, ownDecimals, MidpointRounding.AwayFromZero) : null);

    private static decimal Rounded(decimal usd) => Math.Round(usd, UsdDecimals, MidpointRounding.AwayFromZero);
}

/// <summary>The rate that was used.</summary>
/// <param name="Rate">What a dollar costs; null where it is missing.</param>
/// <param name="Month">The month that it was given for, YYYY-MM; null where it is none's.</param>
/// <param name="State">for_all, of_month, of_earlier, missing or not_needed.</param>
public sealed record UsedRate(decimal? Rate, string? Month, string State);

/// <summary>Money: the vendor's dollars without tax, and the owner's currency with the tax that is added.</summary>
/// <param name="Usd">Millionths.</param>
/// <param name="Own">Null where no rate is known.</param>
public sealed record Amount(decimal Usd, decimal? Own);
