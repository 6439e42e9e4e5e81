using System.Globalization;
using CsCheck;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Synchronization;

public sealed class SyncWindowTests
{
    [Theory]
    [InlineData("2026-11-22", "2026-11-01")]
    [InlineData("2026-11-04", "2026-11-01")]
    [InlineData("2026-11-03", "2026-10-31")]
    [InlineData("2026-11-02", "2026-10-30")]
    [InlineData("2026-11-01", "2026-10-29")]
    [InlineData("2026-10-31", "2026-10-01")]
    [InlineData("2027-01-01", "2026-12-29")]
    [InlineData("2027-01-03", "2026-12-31")]
    [InlineData("2028-03-01", "2028-02-27")]
    public void Nightly_Today_BeginsAtTheFirstOrThreeDaysBack(string today, string from) =>
        Assert.Equal(new SyncWindow(Day(from), Day(today)), SyncWindow.Nightly(Day(today)));

    [Fact]
    public void Nightly_EveryNightOfTwoYears_ListsEveryDayOnceMoreAfterItIsOver()
    {
        var first = Day("2026-01-01");
        var nights = Enumerable.Range(0, 730).Select(offset => SyncWindow.Nightly(first.AddDays(offset))).ToList();

        // A call of the last minutes is analysed after midnight, so each day has to be listed again on the day after at least.
        Assert.All(Enumerable.Range(0, 728).Select(offset => first.AddDays(offset)), day =>
            Assert.Contains(nights, night => night.To > day && night.From <= day && day <= night.To));
    }

    [Theory]
    [InlineData("2026-11-22", "2026-10-23")]
    [InlineData("2026-12-31", "2026-12-01")]
    [InlineData("2026-03-01", "2026-01-30")]
    [InlineData("2026-11-01", "2026-10-02")]
    public void Weekly_Today_LooksThirtyDaysBack(string today, string from) =>
        Assert.Equal(new SyncWindow(Day(from), Day(today)), SyncWindow.Weekly(Day(today)));

    [Theory]
    [InlineData("2026-11-22", "2026-11-01")]
    [InlineData("2026-11-01", "2026-11-01")]
    [InlineData("2026-12-31", "2026-12-01")]
    public void Manual_Today_BeginsAtTheFirstOfTheMonth(string today, string from) =>
        Assert.Equal(new SyncWindow(Day(from), Day(today)), SyncWindow.Manual(Day(today)));

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", false)]
    [InlineData("2026-03-28T23:00:00Z", true)]
    [InlineData("2026-03-29T21:59:59Z", true)]
    [InlineData("2026-03-29T22:00:00Z", false)]
    public void Contains_DaylightSavingDayOfWarsaw_IsExact(string instant, bool expected) =>
        Assert.Equal(expected, new SyncWindow(Day("2026-03-29"), Day("2026-03-29")).Contains(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToUnixTimeSeconds(), ReportingZone.Find("Europe/Warsaw")!));

    [Fact]
    public void Contains_UnknownStart_IsNotDropped() =>
        Assert.True(new SyncWindow(Day("2026-03-29"), Day("2026-03-29")).Contains(null, ReportingZone.Utc));

    [Fact]
    public void Contains_AnyInstant_AgreesWithItsLocalDay()
    {
        var zone = ReportingZone.Find("America/Santiago")!;
        var window = new SyncWindow(Day("2026-04-01"), Day("2026-09-10"));

        Gen.Long[1_774_000_000, 1_790_000_000]
            .Sample(start =>
            window.Contains(start, zone) == (zone.Day(start) >= window.From && zone.Day(start) <= window.To), iter: 20_000);
    }

    [Fact]
    public void Of_Run_ReadsItsDays()
    {
        Assert.Equal(new SyncWindow(Day("2026-10-29"), Day("2026-11-01")),
            SyncWindow.Of(new SyncRun { PeriodFrom = "2026-10-29", PeriodTo = "2026-11-01" }));
        Assert.Null(SyncWindow.Of(new SyncRun()));
        Assert.Equal(("2026-10-29", "2026-11-01"),
            (SyncWindow.Nightly(Day("2026-11-01")).FromText, SyncWindow.Nightly(Day("2026-11-01")).ToText));
    }

    [Theory]
    [InlineData("2026-11-02", "2026-11-05", true, "2026-11-02", "2026-11-05")]
    [InlineData("2026-11-03", "2026-11-04", true, "2026-11-02", "2026-11-05")]
    [InlineData("2026-11-01", "2026-11-04", false, "2026-11-01", "2026-11-05")]
    [InlineData("2026-11-03", "2026-11-06", false, "2026-11-02", "2026-11-06")]
    [InlineData("2026-11-01", "2026-11-06", false, "2026-11-01", "2026-11-06")]
    [InlineData("2026-11-08", "2026-11-09", false, "2026-11-02", "2026-11-09")]
    public void CoversAndJoin_OtherDays_AreThoseWithinAndThoseOfBoth(string from, string to, bool covered, string first, string last)
    {
        var window = new SyncWindow(Day("2026-11-02"), Day("2026-11-05"));
        var other = new SyncWindow(Day(from), Day(to));

        Assert.Equal(covered, window.Covers(other));
        Assert.Equal(new SyncWindow(Day(first), Day(last)), window.Join(other));
        Assert.Equal(window.Join(other), other.Join(window));
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-01")]
    [InlineData("2026-11-02", "2026-11-02")]
    [InlineData("2026-11-03", "2026-11-02")]
    public void Since_ADay_BeginsThereWhereItIsEarlier(string day, string from) =>
        Assert.Equal(new SyncWindow(Day(from), Day("2026-11-05")), new SyncWindow(Day("2026-11-02"), Day("2026-11-05")).Since(Day(day)));

    [Theory]
    [InlineData("2026-11-02", null)]
    [InlineData(null, "2026-11-05")]
    public void After_RunWithHalfAPeriod_IsNone(string? from, string? to)
    {
        Assert.Null(SyncWindow.After(new SyncRun { ThenFrom = from, ThenTo = to }));
        Assert.Null(SyncWindow.Of(new SyncRun { PeriodFrom = from, PeriodTo = to }));
        Assert.Equal(new SyncWindow(Day("2026-11-02"), Day("2026-11-05")),
            SyncWindow.After(new SyncRun { ThenFrom = "2026-11-02", ThenTo = "2026-11-05" }));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
