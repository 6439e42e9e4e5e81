namespace Voicebot.Tests.Support;

/// <summary>A clock that begins at a chosen date and runs at real speed: dates are exact, while timers and time-outs work.</summary>
public sealed class DatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly long began = System.GetTimestamp();
    private TimeSpan shift;

    public static DatedClock At(string iso) => new(DateTimeOffset.Parse(iso, global::System.Globalization.CultureInfo.InvariantCulture));

    public override DateTimeOffset GetUtcNow() => start + shift + System.GetElapsedTime(began);

    public void Advance(TimeSpan by) => shift += by;
}
