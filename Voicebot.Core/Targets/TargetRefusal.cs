namespace Voicebot.Core.Targets;

/// <summary>Why a target is not stored.</summary>
public enum TargetRefusal
{
    /// <summary>The figure has one for this agent.</summary>
    Taken,
    TooMany,
    ChangedMeanwhile,
}
