using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Scheduling;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Scheduling;

public sealed class TimerLogTests : IDisposable
{
    private static readonly Schedule Nightly = Schedule.Parse(Jobs.SyncDefault)!;

    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly TimerLog timers;

    public TimerLogTests() => timers = new TimerLog(test.Database, clock);

    public void Dispose() => test.Dispose();

    [Fact]
    public void ClaimMissed_FirstStart_OnlyBeginsTheRecord()
    {
        Assert.False(timers.ClaimMissed("sync", Nightly));
        Assert.False(timers.ClaimMissed("sync", Nightly));
    }

    [Fact]
    public void ClaimMissed_DueWhileDown_IsTrueExactlyOnce()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.Advance(TimeSpan.FromDays(3));

        Assert.True(timers.ClaimMissed("sync", Nightly));
        Assert.False(timers.ClaimMissed("sync", Nightly));
    }

    [Fact]
    public void ClaimMissed_NothingWasDue_IsFalse()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.Advance(TimeSpan.FromHours(13));

        Assert.False(timers.ClaimMissed("sync", Nightly));
    }

    [Fact]
    public void ClaimMissed_DueExactlyNow_IsTrue()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));

        Assert.True(timers.ClaimMissed("sync", Nightly));
    }

    [Fact]
    public void ClaimMissed_FiredInTime_IsFalse()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        timers.RecordFired("sync");
        clock.Advance(TimeSpan.FromHours(20));

        Assert.False(timers.ClaimMissed("sync", Nightly));
    }

    [Fact]
    public void ClaimMissed_OtherTimer_HasARecordOfItsOwn()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.False(timers.ClaimMissed("archive", Nightly));
        Assert.True(timers.ClaimMissed("sync", Nightly));
    }

    /// <summary>Clocks are put right by up to five minutes without a word; a record from further ahead says nothing.</summary>
    [Theory]
    [InlineData(299, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void ClaimMissed_ClockWasAheadBySeconds_DoubtsItPastFiveMinutes(int seconds, bool missed)
    {
        timers.ClaimMissed("sync", Nightly);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        timers.RecordFired("sync");

        var right = new FakeTimeProvider(clock.GetUtcNow().AddSeconds(-seconds));

        Assert.Equal(missed, new TimerLog(test.Database, right).ClaimMissed("sync", Nightly));
    }

    /// <summary>What a clock that was ahead wrote down says nothing of the nights since; from then on the right clock counts.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(400)]
    public void ClaimMissed_ClockWasOnceAhead_MakesUpOnceAndGoesOn(int days)
    {
        timers.ClaimMissed("sync", Nightly);
        clock.Advance(TimeSpan.FromDays(days));
        timers.RecordFired("sync");

        var right = new FakeTimeProvider(clock.GetUtcNow().AddDays(-days));
        var after = new TimerLog(test.Database, right);

        Assert.True(after.ClaimMissed("sync", Nightly));
        Assert.False(after.ClaimMissed("sync", Nightly));
        right.Advance(TimeSpan.FromDays(1));
        Assert.True(after.ClaimMissed("sync", Nightly));
    }

    [Fact]
    public void RecordFired_ClockWasOnceAhead_ReplacesTheRecord()
    {
        clock.Advance(TimeSpan.FromDays(400));
        timers.RecordFired("sync");
        var right = new FakeTimeProvider(clock.GetUtcNow().AddDays(-400));
        var after = new TimerLog(test.Database, right);
        after.RecordFired("sync");

        Assert.False(after.ClaimMissed("sync", Nightly));
        right.Advance(TimeSpan.FromDays(1));
        Assert.True(after.ClaimMissed("sync", Nightly));
    }

    [Fact]
    public void ClaimMissed_ClockPutRightByAMinute_DoesNotRepeat()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 2, 0, 30, TimeSpan.Zero));
        timers.RecordFired("sync");

        var right = new FakeTimeProvider(clock.GetUtcNow().AddMinutes(-1));

        Assert.False(new TimerLog(test.Database, right).ClaimMissed("sync", Nightly));
    }

    [Fact]
    public async Task ClaimMissed_TwoStartsAtOnce_OneGetsIt()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.Advance(TimeSpan.FromDays(1));

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => timers.ClaimMissed("sync", Nightly))));

        Assert.Single(claims, claimed => claimed);
    }
}
