using System.Globalization;
using CsCheck;
using Voicebot.Core.Time;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Time;

public sealed class ReportingZoneTests
{
    private static readonly long First = Unix("2015-01-01T00:00:00Z");
    private static readonly long Last = Unix("2035-12-31T00:00:00Z");

    /// <summary>Zones that skip or repeat midnight, moved for good, or are off by 30 and 45 minutes; and ordinary ones.</summary>
    private static readonly ReportingZone[] Zones =
    [
        .. new[]
        {
            "UTC", "Europe/Warsaw", "Europe/London", "America/New_York", "America/Santiago", "Africa/Cairo", "Asia/Beirut",
                "America/Havana", "America/Asuncion",
            "Asia/Amman", "America/Coyhaique", "America/Scoresbysund", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
                "Australia/Adelaide",
            "Pacific/Chatham", "America/St_Johns", "Africa/Casablanca", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Tehran",
        }.Select(id => ReportingZone.Find(id)!),
    ];

    /// <summary>Browsers know IANA's names only; the other files of a system's zone folder would leave the page without times.</summary>
    [Theory]
    [InlineData("localtime")]
    [InlineData("posix/Europe/Warsaw")]
    [InlineData("right/UTC")]
    [InlineData("posixrules")]
    [InlineData("Factory")]
    [InlineData("europe/warsaw")]
    [InlineData("Europe/Warsaw/")]
    [InlineData("../etc/localtime")]
    [InlineData("Central European Standard Time")]
    public void Find_WhatIsNoIanaName_IsNull(string id) => Assert.Null(ReportingZone.Find(id));

    [Theory]
    [InlineData("America/Argentina/ComodRivadavia")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("Etc/GMT+12")]
    [InlineData("Africa/Dar_es_Salaam")]
    [InlineData("EST5EDT")]
    public void Find_UnusualIanaName_IsKnown(string id) => Assert.Equal(id, ReportingZone.Find(id)?.Id);

    [Theory]
    [InlineData("Europe/Warsaw", "2026-03-28", "2026-03-27T23:00:00Z", 24)]
    [InlineData("Europe/Warsaw", "2026-03-29", "2026-03-28T23:00:00Z", 23)]
    [InlineData("Europe/Warsaw", "2026-03-30", "2026-03-29T22:00:00Z", 24)]
    [InlineData("Europe/Warsaw", "2026-10-25", "2026-10-24T22:00:00Z", 25)]
    [InlineData("Europe/Warsaw", "2026-10-26", "2026-10-25T23:00:00Z", 24)]
    [InlineData("Asia/Kathmandu", "2026-11-22", "2026-11-21T18:15:00Z", 24)]
    [InlineData("Asia/Kolkata", "2026-11-22", "2026-11-21T18:30:00Z", 24)]
    [InlineData("Pacific/Chatham", "2026-12-01", "2026-11-30T10:15:00Z", 24)]
    // Midnight is skipped: the day begins at one o'clock.
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23)]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", 23)]
    [InlineData("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z", 23)]
    [InlineData("America/Asuncion", "2024-10-06", "2024-10-06T04:00:00Z", 23)]
    // The hour before midnight comes twice.
    [InlineData("America/Santiago", "2026-04-04", "2026-04-04T03:00:00Z", 25)]
    [InlineData("Africa/Cairo", "2026-10-29", "2026-10-28T21:00:00Z", 25)]
    // Midnight comes twice: the first counts.
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00:00Z", 25)]
    public void StartOf_Day_IsItsFirstInstantAndHasItsHours(string id, string day, string start, int hours)
    {
        var zone = ReportingZone.Find(id)!;
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal(start, DateTimeOffset.FromUnixTimeSeconds(zone.StartOf(date))
            .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Assert.Equal(hours * 3600, zone.EndOf(date) - zone.StartOf(date));
    }

    [Fact]
    public void StartOf_EveryZoneAndDay_IsTheFirstSecondOfThatDay() =>
        (from zone in Gen.Int[0, Zones.Length - 1].Select(index => Zones[index])
         from day in Gen.Int[new DateOnly(2015, 1, 2).DayNumber, new DateOnly(2035, 12, 30).DayNumber].Select(DateOnly.FromDayNumber)
         select (zone, day)).Sample(
            (zone, day) =>
            {
                var start = zone.StartOf(day);
                return zone.Day(start) == day && zone.Day(start - 1) < day && zone.EndOf(day) == zone.StartOf(day.AddDays(1));
            },
            iter: 20_000,
            print: pair => $"{pair.Item1.Id} {pair.Item2:O}");

    [Fact]
    public void Offsets_EveryZoneAndSpan_AreConsecutiveAndGiveEveryInstantItsLocalDay() =>
        (from zone in Gen.Int[0, Zones.Length - 1].Select(index => Zones[index])
         from one in Gen.Long[First, Last]
         from length in Gen.OneOf(Gen.Long[0, 200_000], Gen.Long[0, 200_000_000])
         from parts in Gen.Double[0, 1].Array[20]
         select (zone, first: one, last: Math.Min(one + length, Last), parts)).Sample(
            (zone, first, last, parts) =>
            {
                var stretches = zone.Offsets(first, last).ToList();
                Assert.Equal(first, stretches[0].Start);
                Assert.Equal(last + 1, stretches[^1].End);
                Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
                foreach (var instant in parts.Select(part => first + (long)(part * (last - first)))
                    .Concat(stretches.SelectMany(stretch => new[] { stretch.Start, stretch.End - 1 })))
                {
                    var (_, _, offset) = stretches.Single(stretch => instant >= stretch.Start && instant < stretch.End);
                    Assert.Equal(zone.Local(instant).Offset.TotalSeconds, offset);
                    Assert.Equal(zone.Day(instant).DayNumber, (instant + offset) / 86_400 + new DateOnly(1970, 1, 1).DayNumber);
                }
            },
            iter: 2_000,
            print: span => $"{span.Item1.Id} {span.Item2} {span.Item3}");

    /// <summary>The first and the last instant belong to the span, also where one of them is the moment of the change.</summary>
    [Theory]
    [InlineData("2026-03-29T00:59:58Z", "2026-03-29T00:59:59Z", 2, 0)]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", 1, 1)]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z", 0, 1)]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T01:00:01Z", 0, 2)]
    public void Offsets_SpanThatTouchesAChange_CoversBothItsEnds(string first, string last, int winter, int summer)
    {
        var seconds = ReportingZone.Find("Europe/Warsaw")!.Offsets(Unix(first), Unix(last))
            .ToDictionary(stretch => stretch.OffsetSeconds, stretch => (int)(stretch.End - stretch.Start));
        Assert.Equal((winter, summer), (seconds.GetValueOrDefault(3600), seconds.GetValueOrDefault(7200)));
    }

    [Fact]
    public void Offsets_WarsawYear_AreTheThreeStretches() =>
        Assert.Equal(
            [
                (Unix("2026-01-01T00:00:00Z"), Unix("2026-03-29T01:00:00Z"), 3600),
                (Unix("2026-03-29T01:00:00Z"), Unix("2026-10-25T01:00:00Z"), 7200),
                (Unix("2026-10-25T01:00:00Z"), Unix("2026-12-31T00:00:00Z") + 1, 3600),
            ],
            ReportingZone.Find("Europe/Warsaw")!.Offsets(Unix("2026-01-01T00:00:00Z"), Unix("2026-12-31T00:00:00Z")));

    [Theory]
    [InlineData("Europe/Warsaw", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00")]
    [InlineData("Europe/Warsaw", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00")]
    [InlineData("Europe/Warsaw", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00")]
    [InlineData("Europe/Warsaw", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00")]
    public void Local_DaylightSavingNights_TellTheTwoHoursApartByTheOffset(string id, string instant, string local) =>
        Assert.Equal(local, ReportingZone.Find(id)!.Local(Unix(instant)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    /// <summary>What browsers report is often an old name; it stays as it was given, and means the same zone.</summary>
    [Theory]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("America/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Asia/Katmandu", "Asia/Kathmandu")]
    [InlineData("Asia/Saigon", "Asia/Ho_Chi_Minh")]
    [InlineData("Asia/Rangoon", "Asia/Yangon")]
    [InlineData("Atlantic/Faeroe", "Atlantic/Faroe")]
    [InlineData("Pacific/Truk", "Pacific/Chuuk")]
    [InlineData("America/Godthab", "America/Nuuk")]
    [InlineData("US/Eastern", "America/New_York")]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("Poland", "Europe/Warsaw")]
    [InlineData("GB", "Europe/London")]
    [InlineData("GMT", "Etc/GMT")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("Zulu", "UTC")]
    public void Find_OldName_IsTheSameZoneUnderTheNameThatWasGiven(string old, string today)
    {
        var zone = ReportingZone.Find(old)!;

        Assert.Equal(old, zone.Id);
        Assert.Equal(ReportingZone.Find(today)!.Offsets(First, Last), zone.Offsets(First, Last));
    }

    /// <summary>Samoa went to the other side of the date line: the 30th of December 2011 never was.</summary>
    [Fact]
    public void StartOf_DayThatNeverWas_IsEmptyAndBelongsToNoInstant()
    {
        var zone = ReportingZone.Find("Pacific/Apia")!;
        var (before, skipped, after) = (new DateOnly(2011, 12, 29), new DateOnly(2011, 12, 30), new DateOnly(2011, 12, 31));

        Assert.Equal(zone.StartOf(after), zone.StartOf(skipped));
        Assert.Equal(zone.StartOf(skipped), zone.EndOf(skipped));
        Assert.Equal(24 * 3600, zone.EndOf(before) - zone.StartOf(before));
        Assert.Equal((before, after), (zone.Day(zone.StartOf(after) - 1), zone.Day(zone.StartOf(after))));
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 23)]
    [InlineData("America/Sao_Paulo", "2019-02-16", "2019-02-16T02:00:00Z", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z", 24.5)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00Z", 23.5)]
    public void StartOf_OtherNightsOfChange_HaveTheirHours(string id, string day, string start, double hours)
    {
        var zone = ReportingZone.Find(id)!;
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal(Unix(start), zone.StartOf(date));
        Assert.Equal(hours * 3600, zone.EndOf(date) - zone.StartOf(date));
    }

    /// <summary>An independent source: .NET's own reading of the system's database, where it has one.</summary>
    [Fact]
    public void Local_EveryZone_AgreesWithTheSystemsDatabase()
    {
        var known = 0;
        foreach (var zone in Zones)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone.Id, out var system))
                continue;
            known++;
            for (var instant = Unix("2015-01-01T00:00:00Z"); instant < Unix("2025-01-01T00:00:00Z"); instant += 86_400 * 5 + 3_607)
                Assert.Equal(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(instant), system), zone.Local(instant));
        }
        NeededPart.Require(known > 0,
            "Zones are compared with the system's database, which is not installed (Debian: apt-get install tzdata).");
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("Europe/Warsaw")]
    [InlineData("America/Argentina/Buenos_Aires")]
    public void Find_IanaName_IsAccepted(string id) => Assert.Equal(id, ReportingZone.Find(id)?.Id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Warsaw")]
    [InlineData("Europe/Atlantis")]
    [InlineData("Central European Standard Time")]
    [InlineData("+02:00")]
    [InlineData("UTC+02")]
    [InlineData("UTC+02:00")]
    [InlineData(" Europe/Warsaw")]
    [InlineData("Europe/Warsaw ")]
    [InlineData("Europe/Warsaw\0")]
    [InlineData("../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe/Warsaw/Europe/Warsaw/Europe/Warsaw/Europe/Warsaw/Europe/Warsaw")]
    public void Find_AnythingElse_IsRefused(string? id) => Assert.Null(ReportingZone.Find(id));

    private static long Unix(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
}
