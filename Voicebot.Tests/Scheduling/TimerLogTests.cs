using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Scheduling;
using Voicebot.Core.Settings;
using Voicebot.Tests.Data;

namespace Voicebot.Tests.Scheduling;

public sealed class TimerLogTests : IDisposable
{
    private static readonly Schedule Nightly = Schedule.Parse(VoicebotOptions.DefaultSyncSchedule)!;

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

    [Fact]
    public void ClaimMissed_ClockSetBack_DoesNotRepeat()
    {
        timers.ClaimMissed("sync", Nightly);
        clock.Advance(TimeSpan.FromDays(2));
        Assert.True(timers.ClaimMissed("sync", Nightly));

        var earlier = new FakeTimeProvider(clock.GetUtcNow().AddDays(-2));

        Assert.False(new TimerLog(test.Database, earlier).ClaimMissed("sync", Nightly));
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
