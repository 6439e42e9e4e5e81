using System.Globalization;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Kpis;

public sealed class ComparedPeriodsTests
{
    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;

    [Theory]
    // Finished: a month, the same days typed, any other range, a single day.
    [InlineData("2026-10-01", "2026-10-31", "2026-11-25T14:00:00", "2026-09-01", "2026-09-30")]
    [InlineData("2026-03-01", "2026-03-31", "2026-11-25T14:00:00", "2026-02-01", "2026-02-28")]
    [InlineData("2026-11-03", "2026-11-09", "2026-11-25T14:00:00", "2026-10-27", "2026-11-02")]
    [InlineData("2026-11-01", "2026-11-24", "2026-11-25T14:00:00", "2026-10-08", "2026-10-31")]
    [InlineData("2026-11-24", "2026-11-24", "2026-11-25T14:00:00", "2026-11-23", "2026-11-23")]
    [InlineData("2024-02-26", "2024-03-03", "2026-11-25T14:00:00", "2024-02-19", "2024-02-25")]
    [InlineData("2025-01-01", "2025-12-31", "2026-11-25T14:00:00", "2024-01-02", "2024-12-31")]
    public void Of_FinishedPeriod_IsTheWholeMonthOrAsManyDaysBefore(string from, string to, string dataUntil, string expectedFrom,
        string expectedTo)
    {
        var periods = ComparedPeriods.Of(Days(from, to), Instant(dataUntil), Warsaw)!;

        Assert.Equal((Day(from), Day(to), null), (periods.From, periods.To, periods.Until));
        Assert.Equal((Day(expectedFrom), Day(expectedTo), null), (periods.PreviousFrom, periods.PreviousTo, periods.PreviousUntil));
    }

    [Theory]
    // The running month: as a month, to date, to a day that is still to come, without an end.
    [InlineData("2026-11-01", "2026-11-30", "2026-11-25T14:00:00", "2026-10-01", "2026-10-25T14:00:00")]
    [InlineData("2026-11-01", "2026-11-25", "2026-11-25T14:00:00", "2026-10-01", "2026-10-25T14:00:00")]
    [InlineData("2026-11-01", "2026-11-28", "2026-11-25T14:00:00", "2026-10-01", "2026-10-25T14:00:00")]
    [InlineData("2026-11-01", null, "2026-11-25T14:00:00", "2026-10-01", "2026-10-25T14:00:00")]
    [InlineData("2026-11-01", "2026-11-30", "2026-11-30T23:59:59", "2026-10-01", "2026-10-30T23:59:59")]
    // The month before is shorter.
    [InlineData("2026-12-01", "2026-12-31", "2026-12-31T09:30:00", "2026-11-01", "2026-11-30T09:30:00")]
    [InlineData("2026-03-01", "2026-03-29", "2026-03-29T09:30:00", "2026-02-01", "2026-02-28T09:30:00")]
    // Last seven days, today, and a range that reaches over the end of a month.
    [InlineData("2026-11-19", "2026-11-25", "2026-11-25T14:00:00", "2026-11-12", "2026-11-18T14:00:00")]
    [InlineData("2026-11-25", "2026-11-25", "2026-11-25T14:00:00", "2026-11-24", "2026-11-24T14:00:00")]
    [InlineData("2026-11-01", "2026-11-01", "2026-11-01T14:00:00", "2026-10-31", "2026-10-31T14:00:00")]
    [InlineData("2026-10-20", "2026-12-31", "2026-11-02T08:00:00", "2026-10-06", "2026-10-19T08:00:00")]
    // The clock's time counts, also where one of the days has 23 or 25 hours.
    [InlineData("2026-11-01", "2026-11-30", "2026-11-25T01:00:00", "2026-10-01", "2026-10-25T01:00:00")]
    [InlineData("2026-10-25", "2026-10-25", "2026-10-25T14:00:00", "2026-10-24", "2026-10-24T14:00:00")]
    [InlineData("2026-04-29", null, "2026-04-29T14:00:00", "2026-04-28", "2026-04-28T14:00:00")]
    [InlineData("2026-04-01", null, "2026-04-29T14:00:00", "2026-03-01", "2026-03-29T14:00:00")]
    public void Of_RunningPeriod_IsTheSamePartOfTheOneBefore(string from, string? to, string dataUntil, string expectedFrom,
        string expectedUntil)
    {
        var periods = ComparedPeriods.Of(Days(from, to), Instant(dataUntil), Warsaw)!;

        Assert.Equal((Day(from), Day(dataUntil[..10]), Instant(dataUntil)), (periods.From, periods.To, periods.Until));
        Assert.Equal((Day(expectedFrom), Day(expectedUntil[..10]), Instant(expectedUntil)),
            (periods.PreviousFrom, periods.PreviousTo, periods.PreviousUntil));
    }

    /// <summary>Instants in UTC: on days of these zones the clock goes on, back, or begins after midnight.</summary>
    [Theory]
    // On 29 March the clock goes from 2:00 to 3:00.
    [InlineData("Europe/Warsaw", "2026-03-30T01:59:59+02:00", "2026-03-29T01:59:59+01:00")]
    [InlineData("Europe/Warsaw", "2026-03-30T02:00:00+02:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Warsaw", "2026-03-30T02:30:00+02:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Warsaw", "2026-03-30T03:00:00+02:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Warsaw", "2026-03-30T03:00:01+02:00", "2026-03-29T03:00:01+02:00")]
    // On 25 October it goes from 3:00 back to 2:00: what comes twice is meant the first time.
    [InlineData("Europe/Warsaw", "2026-10-26T01:30:00+01:00", "2026-10-25T01:30:00+02:00")]
    [InlineData("Europe/Warsaw", "2026-10-26T02:30:00+01:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("Europe/Warsaw", "2026-10-26T03:00:00+01:00", "2026-10-25T03:00:00+01:00")]
    [InlineData("Europe/Warsaw", "2026-10-26T23:59:59+01:00", "2026-10-25T23:59:59+01:00")]
    // On 4 November 2018 São Paulo's day began at 1:00.
    [InlineData("America/Sao_Paulo", "2018-11-05T00:30:00-02:00", "2018-11-04T01:00:00-02:00")]
    [InlineData("America/Sao_Paulo", "2018-11-05T01:30:00-02:00", "2018-11-04T01:30:00-02:00")]
    [InlineData("Asia/Kathmandu", "2026-11-25T00:00:00+05:45", "2026-11-24T00:00:00+05:45")]
    public void Of_TimeThatTheDayBeforeSkipsOrHasTwice_IsTheFirstInstantAfterOrTheFirstOfTwo(string zone, string dataUntil,
        string expected)
    {
        var instant = DateTimeOffset.Parse(dataUntil, CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(instant.DateTime);

        var periods = ComparedPeriods.Of(new Period(day, day), instant.ToUnixTimeSeconds(), ReportingZone.Find(zone)!)!;

        Assert.Equal(day.AddDays(-1), periods.PreviousTo);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeSeconds(periods.PreviousUntil!.Value));
    }

    /// <summary>The last day of Samoa's year 2011 has no day before it: that one was left out.</summary>
    [Fact]
    public void Of_DayAfterOneThatWasLeftOut_EndsWhereThatWouldHaveBeen()
    {
        var apia = ReportingZone.Find("Pacific/Apia")!;
        var day = new DateOnly(2011, 12, 31);

        var periods = ComparedPeriods.Of(new Period(day, day), apia.StartOf(day) + 3_600, apia)!;

        Assert.Equal((day.AddDays(-1), apia.StartOf(day)), (periods.PreviousTo, periods.PreviousUntil!.Value));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "2026-11-25")]
    [InlineData("2026-11-26", "2026-11-30")]
    [InlineData("2026-12-01", null)]
    [InlineData("0001-01-04", "0001-01-10")]
    public void Of_NothingBeforeItOrNothingYet_IsNone(string? from, string? to) =>
        Assert.Null(ComparedPeriods.Of(Days(from, to), Instant("2026-11-25T14:00:00"), Warsaw));

    /// <summary>The first days of the calendar, which has no year before the first.</summary>
    [Theory]
    [InlineData("0001-02-01", "0001-02-28", "0001-01-01", "0001-01-31")]
    [InlineData("0001-02-01", "0001-02-01", "0001-01-31", "0001-01-31")]
    [InlineData("0001-01-31", "0001-01-31", null, null)]
    [InlineData("0001-03-01", "0001-04-28", "0001-01-01", "0001-02-28")]
    [InlineData("0001-03-01", "0001-04-29", null, null)]
    public void Of_EarlyDays_AreComparedAsFarAsThereAreAny(string from, string to, string? previousFrom, string? previousTo)
    {
        var periods = ComparedPeriods.Of(Days(from, to), Instant("2026-11-25T14:00:00"), Warsaw);

        Assert.Equal(Days(previousFrom, previousTo), periods is null ? Days(null, null) : new(periods.PreviousFrom, periods.PreviousTo));
    }

    [Fact]
    public void Of_MonthAndTheSameDaysTyped_AreAlike()
    {
        var until = Instant("2026-11-25T14:00:00");

        Assert.Equal(ComparedPeriods.Of(Period.Of(new Month(2026, 11)), until, Warsaw),
            ComparedPeriods.Of(Days("2026-11-01", "2026-11-25"), until, Warsaw));
        Assert.Equal(ComparedPeriods.Of(Period.Of(new Month(2026, 10)), until, Warsaw),
            ComparedPeriods.Of(Days("2026-10-01", "2026-10-31"), until, Warsaw));
    }

    private static Period Days(string? from, string? to) => new(from is null ? null : Day(from), to is null ? null : Day(to));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Instant(string local)
    {
        var wall = DateTime.ParseExact(local, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return new DateTimeOffset(wall, TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw").GetUtcOffset(wall)).ToUnixTimeSeconds();
    }
}
