using Voicebot.Core.Settings;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Settings;

public sealed class EndedSessionsTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly StandingClock clock = new("2026-11-10T12:00:00Z");

    public void Dispose() => test.Dispose();

    [Fact]
    public void Contains_Ended_IsRememberedUntilItWouldHaveExpired()
    {
        var ended = new EndedSessions(test.Database, clock);
        var expires = clock.GetUtcNow().AddSeconds(10).ToUnixTimeSeconds();
        ended.Add("a", expires);
        ended.Add("a", expires);
        Assert.Equal((true, false), (ended.Contains("a"), ended.Contains("b")));

        clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(9)); // an hour's play: not every program's clock is right
        ended.Add("b", expires + 5);
        Assert.True(ended.Contains("a"));

        clock.Advance(TimeSpan.FromSeconds(1));
        ended.Add("c", expires + 5);
        Assert.Equal((false, true, true), (ended.Contains("a"), ended.Contains("b"), ended.Contains("c")));
    }
}
