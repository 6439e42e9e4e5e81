namespace Voicebot.Core.ElevenLabs;

/// <summary>How patiently the vendor's API is called.</summary>
public sealed class ElevenLabsOptions
{
    /// <summary>Time for one attempt, headers and body; then it counts as a broken connection. Default 15 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for one call with all its retries. Default 5 min.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time for a call that is made once because nothing depends on it. Default 10 s.</summary>
    public TimeSpan SingleTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for a whole recording to arrive, which is not tried again. Default 10 min.</summary>
    public TimeSpan RecordingTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Attempts after the first. Default 5.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The first pause; it doubles, with jitter, up to <see cref="LongestPause"/>. Default 0.5 s.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest pause between attempts, also when Retry-After asks for more. Default 60 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Parallel detail requests at the start, and at the most. Default 4 to 16.</summary>
    public int StartConcurrency { get; init; } = 4;
    public int MaxConcurrency { get; init; } = 16;

    /// <summary>The circuit opens when 9 of 10 of at least this many calls within 30 s failed. Default 20.</summary>
    public int CircuitThroughput { get; init; } = 20;

    /// <summary>How long an open circuit keeps the requests back. Default 10 s.</summary>
    public TimeSpan CircuitBreak { get; init; } = TimeSpan.FromSeconds(10);
}
