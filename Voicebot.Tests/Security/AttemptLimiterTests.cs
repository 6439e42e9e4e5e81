using System.Net;
using Voicebot.Functions.Routing;
using Voicebot.Functions.Security;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Security;

public sealed class AttemptLimiterTests
{
    private readonly DatedClock clock = DatedClock.At("2026-11-10T12:00:00Z");

    [Fact]
    public void WaitOf_TenFailures_IsUntilTheFirstIsForgotten()
    {
        var limiter = new AttemptLimiter(clock);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Null(limiter.WaitOf("a"));
            limiter.Failed("a");
        }
        Assert.NotNull(limiter.WaitOf("a"));
        Assert.Null(limiter.WaitOf("b"));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(limiter.WaitOf("a"));
    }

    [Fact]
    public void Failed_FromVeryManyAddresses_StaysBoundedAndStillLimits()
    {
        var limiter = new AttemptLimiter(clock);
        for (var address = 0; address < 10_000; address++)
            limiter.Failed($"first {address}");
        for (var address = 0; address < 10; address++)
            limiter.Failed($"then {address}");
        Assert.NotNull(limiter.WaitOf("one more"));
        Assert.Null(limiter.WaitOf("first 1"));
    }

    [Fact]
    public void Failed_AfterTheWindow_ForgetsTheAddressesThemselves()
    {
        var limiter = new AttemptLimiter(clock);
        for (var address = 0; address < 2 * 10_000; address++)
            limiter.Failed($"first {address}");
        Assert.InRange(limiter.Known, 10_000, 10_000 + 1);
        clock.Advance(TimeSpan.FromMinutes(5));
        limiter.Failed("one more");
        Assert.Equal(1, limiter.Known);
        for (var attempt = 1; attempt < 10; attempt++)
            limiter.Failed("one more");
        Assert.NotNull(limiter.WaitOf("one more")); // it has a count of its own again
        Assert.Null(limiter.WaitOf("another"));
    }

    [Fact]
    public void WaitOf_TheNewestFailures_AreThoseThatCount()
    {
        var limiter = new AttemptLimiter(clock);
        for (var attempt = 0; attempt < 3 * 10; attempt++) // as by requests that came at once
            limiter.Failed("a");
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.InRange(limiter.WaitOf("a")!.Value, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(1)); // the clock goes on
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limiter.WaitOf("a"));
    }

    /// <summary>The first failure counts for five minutes; then there is room for one more.</summary>
    [Fact]
    public void WaitOf_TenFailuresAMinuteApart_IsTheRestOfTheFirstOnesTime()
    {
        var standing = new StandingClock("2026-11-10T12:00:00Z");
        var limiter = new AttemptLimiter(standing);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Null(limiter.WaitOf("a"));
            limiter.Failed("a");
            standing.Advance(TimeSpan.FromSeconds(10));
        }
        Assert.Equal(TimeSpan.FromSeconds(200), limiter.WaitOf("a"));
        standing.Advance(TimeSpan.FromSeconds(199));
        Assert.Equal(TimeSpan.FromSeconds(1), limiter.WaitOf("a"));
        standing.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limiter.WaitOf("a"));
        limiter.Failed("a");
        Assert.Equal(TimeSpan.FromSeconds(10), limiter.WaitOf("a"));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData("::1", "::1")]
    [InlineData(null, "")]
    public void CallerAddress_Of_IsWhatOneCallerHas(string? address, string expected) =>
        Assert.Equal(expected, CallerAddress.Of(address is null ? null : IPAddress.Parse(address)));
}
