namespace Voicebot.Core.Scheduling;

/// <summary>Something that runs by itself.</summary>
/// <param name="Name">That of its function, and of its record in the log of timers.</param>
/// <param name="Trigger">NCRONTAB with seconds, UTC; or <c>%NAME%</c>, and the schedule is in the setting of that name.</param>
/// <param name="Default">The schedule where that setting is absent; else the trigger once more.</param>
/// <param name="Does">What it does, for logs: it "starts …".</param>
public sealed record Job(string Name, string Trigger, string Default, string Does)
{
    public MissedRun Missed { get; init; } = MissedRun.MadeUpAtStart;

    /// <summary>Under which name its next run is shown to users; null when it is no concern of theirs.</summary>
    public string? ShownAs { get; init; }

    /// <summary>The setting that holds the schedule; null when the schedule is fixed.</summary>
    public string? Setting => Trigger.StartsWith('%') ? Trigger.Trim('%') : null;
}
