namespace Voicebot.Core.Health;

/// <summary>Something that stands in the way, and the one thing to do about it.</summary>
/// <param name="Code">Stable; the code of the failed run where one failed (see <see cref="Synchronization.SyncFailure"/>).</param>
/// <param name="Detail">English: what happened and what to do. Fit for viewers: no key, number or path is in it.</param>
public sealed record HealthProblem(string Code, Severity Severity, string Detail, Remedy Remedy)
{
    /// <summary>The agent that it concerns; null when it concerns all, or several.</summary>
    public string? AgentId { get; init; }

    /// <summary>Unix seconds; null when that is not known.</summary>
    public long? Since { get; init; }
}

/// <summary>Worst last, so that they sort.</summary>
public enum Severity
{
    /// <summary>Worth knowing; passes or harms nothing yet.</summary>
    Advice,
    /// <summary>Figures are older or poorer than they look.</summary>
    Warning,
    /// <summary>Nothing new arrives, or data are about to be lost.</summary>
    Error,
}

/// <summary>The one thing to do, for programs: an action and what it needs.</summary>
/// <param name="Action">One of <see cref="RemedyAction"/>.</param>
public sealed record Remedy(string Action, IReadOnlyDictionary<string, string> Params)
{
    public static Remedy Of(string action, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var known = new Dictionary<string, string>();
        foreach (var (name, value) in parameters)
            if (value is not null)
                known[name] = value;
        return new Remedy(action, known);
    }
}

/// <summary>What can be done, as written in the API.</summary>
public static class RemedyAction
{
    /// <summary>Enter another key, or choose another region.</summary>
    public const string OpenSettingsKey = "open_settings_key";
    /// <summary>Start a synchronisation; of <c>agent_id</c> when given.</summary>
    public const string StartSync = "start_sync";
    /// <summary>Retire or remove <c>agent_id</c>.</summary>
    public const string RetireAgent = "retire_agent";
    public const string ChooseZone = "choose_zone";
    /// <summary>Make room: <c>free_bytes</c> are left of the <c>needed_bytes</c>.</summary>
    public const string FreeDisk = "free_disk";
    /// <summary>Let this program write to the data folder.</summary>
    public const string AllowWriting = "allow_writing";
    public const string RestoreBackup = "restore_backup";
    /// <summary>Move the data: <c>variable</c> names the place.</summary>
    public const string MoveData = "move_data";
    /// <summary>Correct what <c>variable</c> says, or what it names.</summary>
    public const string CorrectSetting = "correct_setting";
    /// <summary>Let this computer reach <c>host</c>.</summary>
    public const string AllowNetwork = "allow_network";
    /// <summary>Name the company's certificates in <c>variable</c>.</summary>
    public const string SetCertificate = "set_certificate";
    public const string SetClock = "set_clock";
    /// <summary>Check the plan at ElevenLabs.</summary>
    public const string CheckPlan = "check_plan";
    /// <summary>Nothing: it goes by itself.</summary>
    public const string Wait = "wait";
    /// <summary>Look into the program's log and report what it says.</summary>
    public const string ReportError = "report_error";
}
