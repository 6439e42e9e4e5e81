using Voicebot.Core.Time;

namespace Voicebot.Tests.Time;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-11-01", "2026-11-30", "2026-10-02", "2026-10-31")]
    [InlineData("2026-03-01", "2026-03-01", "2026-02-28", "2026-02-28")]
    [InlineData("2026-01-01", "2026-01-07", "2025-12-25", "2025-12-31")]
    [InlineData("2024-02-26", "2024-03-03", "2024-02-19", "2024-02-25")]
    public void Previous_OfDays_IsAsManyDaysJustBefore(string from, string to, string expectedFrom, string expectedTo) =>
        Assert.Equal(new Period(DateOnly.Parse(expectedFrom), DateOnly.Parse(expectedTo)), new Period(DateOnly.Parse(from), DateOnly.Parse(to)).Previous);

    [Fact]
    public void Previous_OfAMonth_IsTheWholeMonthBefore() =>
        Assert.Equal(Period.Of(new Month(2026, 2)), Period.Of(new Month(2026, 3)).Previous);

    [Fact]
    public void Of_Month_SpansItsDays() =>
        Assert.Equal(new Period(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), new Month(2026, 2)), Period.Of(new Month(2026, 2)));

    [Fact]
    public void Previous_OfAnOpenPeriod_IsNone()
    {
        Assert.Null(Period.AllTime.Previous);
        Assert.Null(new Period(new DateOnly(2026, 11, 1), null).Previous);
        Assert.Null(new Period(null, new DateOnly(2026, 11, 1)).Previous);
    }

    [Fact]
    public void Previous_BeforeTheCalendarBegins_IsNone() =>
        Assert.Null(new Period(DateOnly.MinValue.AddDays(3), DateOnly.MinValue.AddDays(9)).Previous);
}
