namespace Voicebot.Core.Conversations;

/// <summary>Our class of the vendor's free-text termination reason. Stored and shown in snake_case.</summary>
public enum EndReason
{
    None,
    AgentEnded,
    UserEnded,
    Silence,
    MaxDuration,
    Abnormal,
    Quota,
    LlmError,
    Voicemail,
    Transferred,
    NotConnected,
    Other,
}

/// <summary>The one table of patterns: the first that the text contains (in any case) decides.</summary>
public static class EndReasons
{
    private static readonly (string Pattern, EndReason Reason)[] Patterns =
    [
        // Before "client disconnected", which such texts contain too.
        ("1006", EndReason.Abnormal),
        ("abnormal", EndReason.Abnormal),
        ("connection lost", EndReason.Abnormal),
        ("connection closed unexpectedly", EndReason.Abnormal),
        ("silence", EndReason.Silence),
        ("maximum duration", EndReason.MaxDuration),
        ("max duration", EndReason.MaxDuration),
        ("max_duration", EndReason.MaxDuration),
        ("voicemail", EndReason.Voicemail),
        ("transfer", EndReason.Transferred),
        ("quota", EndReason.Quota),
        ("insufficient credits", EndReason.Quota),
        ("llm generation failed", EndReason.LlmError),
        ("custom_llm", EndReason.LlmError),
        ("llm error", EndReason.LlmError),
        ("not connected", EndReason.NotConnected),
        ("busy", EndReason.NotConnected),
        ("no-answer", EndReason.NotConnected),
        ("no answer", EndReason.NotConnected),
        ("invite failed", EndReason.NotConnected),
        ("remote party", EndReason.UserEnded),
        ("hung up", EndReason.UserEnded),
        ("hang up", EndReason.UserEnded),
        ("hangup", EndReason.UserEnded),
        ("hang-up", EndReason.UserEnded),
        ("client disconnected", EndReason.UserEnded),
        ("client ended", EndReason.UserEnded),
        ("user ended", EndReason.UserEnded),
        ("ended by user", EndReason.UserEnded),
        ("end_call", EndReason.AgentEnded),
        ("ended by agent", EndReason.AgentEnded),
        ("agent ended", EndReason.AgentEnded),
    ];

    /// <summary>None for an empty text, Other for one that no pattern knows.</summary>
    public static EndReason Classify(string? terminationReason)
    {
        if (string.IsNullOrWhiteSpace(terminationReason))
            return EndReason.None;
        foreach (var (pattern, reason) in Patterns)
            if (terminationReason.Contains(pattern, StringComparison.OrdinalIgnoreCase))
                return reason;
        return EndReason.Other;
    }

    /// <summary>True where the far end broke the conversation off: hang-up, disconnect, abnormal close, silence.</summary>
    public static bool BreaksOff(this EndReason reason) => reason is EndReason.UserEnded or EndReason.Silence or EndReason.Abnormal;

    public static string ToText(this EndReason reason) => reason switch
    {
        EndReason.AgentEnded => "agent_ended",
        EndReason.UserEnded => "user_ended",
        EndReason.Silence => "silence",
        EndReason.MaxDuration => "max_duration",
        EndReason.Abnormal => "abnormal",
        EndReason.Quota => "quota",
        EndReason.LlmError => "llm_error",
        EndReason.Voicemail => "voicemail",
        EndReason.Transferred => "transferred",
        EndReason.NotConnected => "not_connected",
        EndReason.None => "none",
        _ => "other",
    };

    /// <summary>All classes as they are written in the API.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Enum.GetValues<EndReason>().Select(ToText)];
}
