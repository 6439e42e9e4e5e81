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
        for (var attempt = 0; attempt < AttemptLimiter.MostFailures; attempt++)
        {
            Assert.Null(limiter.WaitOf("a"));
            limiter.Failed("a");
        }
        Assert.NotNull(limiter.WaitOf("a"));
        Assert.Null(limiter.WaitOf("b"));
        clock.Advance(AttemptLimiter.Window);
        Assert.Null(limiter.WaitOf("a"));
    }

    [Fact]
    public void Failed_FromVeryManyAddresses_StaysBoundedAndStillLimits()
    {
        var limiter = new AttemptLimiter(clock);
        for (var address = 0; address < 10_000; address++)
            limiter.Failed($"first {address}");
        for (var address = 0; address < AttemptLimiter.MostFailures; address++)
            limiter.Failed($"then {address}");
        Assert.NotNull(limiter.WaitOf("one more"));
        Assert.Null(limiter.WaitOf("first 1"));
    }
}
