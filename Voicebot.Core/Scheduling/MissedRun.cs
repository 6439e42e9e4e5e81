namespace Voicebot.Core.Scheduling;

/// <summary>What becomes of a job whose time came while the program was down.</summary>
public enum MissedRun
{
    /// <summary>It runs once at the next start, however often it was missed.</summary>
    MadeUpAtStart,

    /// <summary>Nothing: it comes round again soon.</summary>
    LeftOut,
}
