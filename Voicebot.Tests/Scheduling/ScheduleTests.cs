using System.Globalization;
using CsCheck;
using Voicebot.Core.Scheduling;

namespace Voicebot.Tests.Scheduling;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData(Jobs.SyncDefault, "2026-11-22T01:59:59Z", "2026-11-22T02:00:00Z")]
    [InlineData(Jobs.SyncDefault, "2026-11-22T02:00:00Z", "2026-11-23T02:00:00Z")]
    [InlineData(Jobs.SyncDefault, "2026-12-31T03:00:00Z", "2027-01-01T02:00:00Z")]
    [InlineData(Jobs.ArchiveDefault, "2026-11-22T00:00:00Z", "2026-12-01T03:00:00Z")]
    [InlineData(Jobs.ArchiveDefault, "2026-12-01T03:00:00Z", "2026-12-02T03:00:00Z")]
    [InlineData(Jobs.ArchiveDefault, "2026-12-05T03:00:00Z", "2027-01-01T03:00:00Z")]
    [InlineData("*/15 * * * * *", "2026-11-22T00:00:14Z", "2026-11-22T00:00:15Z")]
    [InlineData("0 0 6 * * 1", "2026-11-22T00:00:00Z", "2026-11-23T06:00:00Z")]
    public void Next_AfterAnInstant_IsTheFirstDueTime(string text, string after, string expected) =>
        Assert.Equal(At(expected), Schedule.Parse(text)!.Next(At(after)));

    [Fact]
    public void Next_InstantOfAnotherOffset_IsInUtc() =>
        Assert.Equal(At("2026-11-23T02:00:00Z"), Schedule.Parse(Jobs.SyncDefault)!.Next(At("2026-11-22T03:30:00+01:00")));

    [Theory]
    [InlineData("")]
    [InlineData("0 2 * * *")]
    [InlineData("0 0 2 * * * *")]
    [InlineData("60 0 2 * * *")]
    [InlineData("0 60 2 * * *")]
    [InlineData("0 0 24 * * *")]
    [InlineData("0 0 2 32 * *")]
    [InlineData("0 0 2 * 13 *")]
    [InlineData("every night")]
    [InlineData("02:00")]
    [InlineData("0 0 2 * * nope")]
    public void Parse_WrongText_IsNull(string text) => Assert.Null(Schedule.Parse(text));

    [Fact]
    public void Parse_DayThatNeverComes_IsNull() => Assert.Null(Schedule.Parse("0 0 2 30 2 *"));

    [Theory]
    [InlineData("2026-11-20T12:00:00Z", "2026-11-22T12:00:00Z", "2026-11-22T02:00:00Z")]
    [InlineData("2026-11-22T01:00:00Z", "2026-11-22T02:00:00Z", "2026-11-22T02:00:00Z")]
    [InlineData("2026-11-22T02:00:00Z", "2026-11-22T23:00:00Z", null)]
    [InlineData("2026-11-22T03:00:00Z", "2026-11-22T23:00:00Z", null)]
    [InlineData("2020-01-01T00:00:00Z", "2026-11-22T12:00:00Z", "2026-11-22T02:00:00Z")]
    [InlineData("2026-11-23T00:00:00Z", "2026-11-22T12:00:00Z", null)]
    public void LastDue_Nightly_IsTheNewestInBetween(string since, string now, string? expected) =>
        Assert.Equal(expected is null ? null : At(expected), Schedule.Parse(Jobs.SyncDefault)!.LastDue(At(since), At(now)));

    [Fact]
    public void LastDue_LongAfterTheDaysOfTheArchive_IsFound() =>
        Assert.Equal(At("2026-11-05T03:00:00Z"),
            Schedule.Parse(Jobs.ArchiveDefault)!.LastDue(At("2026-10-05T03:00:00Z"), At("2026-11-30T23:59:59Z")));

    [Fact]
    public void LastDue_AnyInstants_IsDueAfterTheOneAndNotAfterTheOther()
    {
        var start = At("2026-11-20T00:00:00Z");
        Gen.Select(Gen.Int[0, 90_000_000], Gen.Int[0, 90_000_000]).Sample(
            (from, length) =>
            {
                var schedule = Schedule.Parse("*/7 3,4 1-3 * * *")!;
                var since = start.AddMilliseconds(from);
                var now = since.AddMilliseconds(length);
                var due = schedule.LastDue(since, now);
                return due is { } time
                    ? time > since && time <= now && schedule.Next(time) > now
                    : schedule.Next(since) > now;
            },
            iter: 2_000);
    }

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
}
