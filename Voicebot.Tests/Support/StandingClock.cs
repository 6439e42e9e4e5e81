using System.Globalization;

namespace Voicebot.Tests.Support;

/// <summary>A clock that shows one moment until it is moved, while timers and pauses take their real time.</summary>
internal sealed class StandingClock(string iso) : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
