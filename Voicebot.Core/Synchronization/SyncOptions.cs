namespace Voicebot.Core.Synchronization;

/// <summary>Bounds of a run.</summary>
public sealed class SyncOptions
{
    /// <summary>
    /// After so long a run ends as partial and the next one goes on at once, as long as it gets anywhere. Below the function
    /// time-out of host.json (10 minutes), so that a Functions host never has to cut it. Default 9 min.
    /// </summary>
    public TimeSpan RunTimeLimit { get; init; } = TimeSpan.FromMinutes(9);
}
