namespace Voicebot.Core.Reviews;

/// <summary>What became of a change.</summary>
public enum ReviewOutcome
{
    Changed,
    /// <summary>It was so already.</summary>
    Unchanged,
    /// <summary>Somebody else has changed it meanwhile.</summary>
    Conflict,
    /// <summary>There is no such conversation.</summary>
    Missing,
}
