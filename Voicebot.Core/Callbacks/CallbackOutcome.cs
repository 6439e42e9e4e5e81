namespace Voicebot.Core.Callbacks;

/// <summary>What became of a change.</summary>
public enum CallbackOutcome
{
    Changed,
    /// <summary>Somebody else has changed it meanwhile.</summary>
    Conflict,
    /// <summary>There is no such conversation.</summary>
    Missing,
    /// <summary>The conversation has no number of anybody.</summary>
    NoNumber,
}
