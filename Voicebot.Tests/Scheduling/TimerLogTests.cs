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
    public async Task Claim_SameDueTimeByMany_IsTheFirstOnes()
    {
        var due = Nightly.Next(clock.GetUtcNow());
        clock.SetUtcNow(due.AddDays(1));

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => timers.Claim("sync", due))));

        Assert.Single(claims, claimed => claimed);
        Assert.False(timers.Claim("sync", due.AddDays(-1)));
        Assert.True(timers.Claim("archive", due));
        Assert.True(timers.Claim("sync", due.AddDays(1)));
    }

    [Fact]
    public void ClaimMissed_FirstStart_OnlyBeginsTheRecord()
    {
        Assert.False(ClaimMissed("sync"));
        Assert.False(ClaimMissed("sync"));
    }

    [Fact]
    public void ClaimMissed_DueWhileDown_IsTrueExactlyOnce()
    {
        ClaimMissed("sync");
        clock.Advance(TimeSpan.FromDays(3));

        Assert.True(ClaimMissed("sync"));
        Assert.False(ClaimMissed("sync"));
    }

    [Fact]
    public void ClaimMissed_NothingWasDue_IsFalse()
    {
        ClaimMissed("sync");
        clock.Advance(TimeSpan.FromHours(13));

        Assert.False(ClaimMissed("sync"));
    }

    [Fact]
    public void ClaimMissed_DueExactlyNow_IsTrue()
    {
        ClaimMissed("sync");
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));

        Assert.True(ClaimMissed("sync"));
    }

    [Fact]
    public void ClaimMissed_FiredInTime_IsFalse()
    {
        ClaimMissed("sync");
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        timers.Claim("sync", clock.GetUtcNow());
        clock.Advance(TimeSpan.FromHours(20));

        Assert.False(ClaimMissed("sync"));
    }

    [Fact]
    public void ClaimMissed_OtherTimer_HasARecordOfItsOwn()
    {
        ClaimMissed("sync");
        clock.Advance(TimeSpan.FromDays(1));

        Assert.False(ClaimMissed("archive"));
        Assert.True(ClaimMissed("sync"));
    }

    /// <summary>Clocks are put right by up to five minutes without a word; a record from further ahead says nothing.</summary>
    [Theory]
    [InlineData(299, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void ClaimMissed_ClockWasAheadBySeconds_DoubtsItPastFiveMinutes(int seconds, bool missed)
    {
        ClaimMissed("sync");
        clock.Advance(TimeSpan.FromSeconds(seconds));
        timers.Claim("sync", clock.GetUtcNow());

        var right = new FakeTimeProvider(clock.GetUtcNow().AddSeconds(-seconds));

        Assert.Equal(missed, ClaimMissed("sync", new TimerLog(test.Database, right)));
    }

    /// <summary>What a clock that was ahead wrote down says nothing of the nights since; from then on the right clock counts.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(400)]
    public void ClaimMissed_ClockWasOnceAhead_MakesUpOnceAndGoesOn(int days)
    {
        ClaimMissed("sync");
        clock.Advance(TimeSpan.FromDays(days));
        timers.Claim("sync", clock.GetUtcNow());

        var right = new FakeTimeProvider(clock.GetUtcNow().AddDays(-days));
        var after = new TimerLog(test.Database, right);

        Assert.True(ClaimMissed("sync", after));
        Assert.False(ClaimMissed("sync", after));
        right.Advance(TimeSpan.FromDays(1));
        Assert.True(ClaimMissed("sync", after));
    }

    [Fact]
    public void Claim_ClockWasOnceAhead_ReplacesTheRecord()
    {
        clock.Advance(TimeSpan.FromDays(400));
        timers.Claim("sync", clock.GetUtcNow());
        var right = new FakeTimeProvider(clock.GetUtcNow().AddDays(-400));
        var after = new TimerLog(test.Database, right);
        after.Claim("sync", right.GetUtcNow());

        Assert.False(ClaimMissed("sync", after));
        right.Advance(TimeSpan.FromDays(1));
        Assert.True(ClaimMissed("sync", after));
    }

    [Fact]
    public void ClaimMissed_ClockPutRightByAMinute_DoesNotRepeat()
    {
        ClaimMissed("sync");
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 2, 0, 30, TimeSpan.Zero));
        timers.Claim("sync", clock.GetUtcNow());

        var right = new FakeTimeProvider(clock.GetUtcNow().AddMinutes(-1));

        Assert.False(ClaimMissed("sync", new TimerLog(test.Database, right)));
    }

    [Fact]
    public async Task ClaimMissed_TwoStartsAtOnce_OneGetsIt()
    {
        ClaimMissed("sync");
        clock.Advance(TimeSpan.FromDays(1));

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ClaimMissed("sync"))));

        Assert.Single(claims, claimed => claimed);
    }

    /// <summary>As a start does it.</summary>
    private bool ClaimMissed(string name, TimerLog? log = null) =>
        (log ?? timers).Missed(name, Nightly) is { } due && (log ?? timers).Claim(name, due);
}
