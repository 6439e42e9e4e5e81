using System.Globalization;
using Voicebot.Core.Money;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Money;

public sealed class MonthMoneyTests
{
    private static readonly Month November = new(2026, 11);

    [Theory]
    [InlineData("2026-08", null, null, "missing")]
    [InlineData("2026-09", "4.01", "2026-09", "of_month")]
    [InlineData("2026-10", "4.01", "2026-09", "of_earlier")]
    [InlineData("2026-11", "3.99", "2026-11", "of_month")]
    [InlineData("2027-04", "3.99", "2026-11", "of_earlier")]
    public void Rate_ByMonth_IsTheNewestEarlierOne(string month, string? rate, string? of, string state)
    {
        Assert.True(Month.TryParse(month, out var asked));
        var settings = new MoneySettings { Currency = "PLN", Rates = [new("2026-11", 3.99m), new("2026-09", 4.01m)] };
        Assert.Equal(new UsedRate(rate is null ? null : decimal.Parse(rate, CultureInfo.InvariantCulture), of, state),
            new MonthMoney(settings, asked).Rate);
    }

    [Fact]
    public void Of_RateAndTax_IsExactAndRoundedOnce()
    {
        var money = new MonthMoney(new MoneySettings { Currency = "PLN", Rate = 4.0525m, VatPercent = 23 }, November);
        Assert.Equal("for_all", money.Rate.State);
        Assert.Equal(new Amount(0.1m, 0.50m), money.Of(0.1m)); // 0.4984575
        Assert.Equal(new Amount(0.1m, 0.498458m), money.OfUnit(0.1m));
        // A thousand of these, added up exactly: rounded one by one they would be 500.
        Assert.Equal(498.46m, money.Of(Enumerable.Repeat(0.1m, 1000).Sum()).Own);
        Assert.Equal(0.0250345m, Math.Round(money.Own(0.0250345m)!.Value / 4.0525m / 1.23m, 10));
    }

    [Theory]
    [InlineData("JPY", 151)]
    [InlineData("EUR", 150.5)]
    [InlineData("KWD", 150.5)]
    public void Of_Currency_HasItsDecimals(string currency, double expected) =>
        Assert.Equal((decimal)expected, new MonthMoney(new MoneySettings { Currency = currency, Rate = 1.505m }, November).Of(100).Own);

    [Fact]
    public void Of_WithoutCurrencyOrRate_SaysSo()
    {
        Assert.Equal((new UsedRate(1, null, "not_needed"), new Amount(2.5m, 2.5m)), Both(new MoneySettings()));
        Assert.Equal(new Amount(2.5m, 3.08m), Both(new MoneySettings { Currency = "USD", VatPercent = 23 }).Amount);
        Assert.Equal((new UsedRate(null, null, "missing"), new Amount(2.5m, null)), Both(new MoneySettings { Currency = "PLN" }));
    }

    [Fact]
    public void Currencies_All_AreOnceAndOfThreeCapitals()
    {
        Assert.Distinct(Currency.All);
        Assert.All(Currency.All, code => Assert.Matches("^[A-Z]{3}$", code));
        Assert.Equal((2, 0, 3), (Currency.Decimals("PLN"), Currency.Decimals("JPY"), Currency.Decimals("TND")));
    }

    private static (UsedRate Rate, Amount Amount) Both(MoneySettings settings)
    {
        var money = new MonthMoney(settings, November);
        return (money.Rate, money.Of(2.5m));
    }
}
