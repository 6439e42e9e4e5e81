namespace Voicebot.Core.Conversations;

/// <summary>
/// How conversations ended: from the result of dialling where the vendor tells it, else from the free-text termination reason.
/// </summary>
public static class EndReasons
{
    /// <summary>The one table of what texts say: the first that is in the text decides.</summary>
    private static readonly EndReasonPattern[] Patterns =
    [
        // Before "client disconnected", which such texts contain too.
        new("1006", EndReason.Abnormal),
        new("abnormal*", EndReason.Abnormal),
        new("connection lost", EndReason.Abnormal),
        new("connection closed unexpectedly", EndReason.Abnormal),
        new("silence", EndReason.Silence),
        new("maximum duration", EndReason.MaxDuration),
        new("max duration", EndReason.MaxDuration),
        new("max_duration", EndReason.MaxDuration),
        new("voicemail*", EndReason.Voicemail, CanFail: true),
        new("transfer*", EndReason.Transferred, CanFail: true),
        new("quota", EndReason.Quota),
        new("insufficient credits", EndReason.Quota),
        new("llm generation failed", EndReason.LlmError),
        new("custom_llm", EndReason.LlmError),
        new("llm error", EndReason.LlmError),
        new("not connected", EndReason.NotConnected),
        new("busy", EndReason.NotConnected),
        new("no-answer", EndReason.NotConnected),
        new("no answer", EndReason.NotConnected),
        new("no_answer", EndReason.NotConnected),
        new("invite failed", EndReason.NotConnected),
        new("remote party", EndReason.UserEnded),
        new("hung up", EndReason.UserEnded),
        new("hang up", EndReason.UserEnded),
        new("hangup*", EndReason.UserEnded),
        new("hang-up*", EndReason.UserEnded),
        new("client disconnected", EndReason.UserEnded),
        new("client ended", EndReason.UserEnded),
        new("user ended", EndReason.UserEnded),
        new("ended by user", EndReason.UserEnded),
        new("end_call", EndReason.AgentEnded, CanFail: true),
        new("ended by agent", EndReason.AgentEnded),
        new("agent ended", EndReason.AgentEnded),
    ];

    /// <summary>All classes as they are written in the API.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Enum.GetValues<EndReason>().Select(ToText)];

    /// <param name="callResult">See <see cref="CallResults"/>; null in older documents and where nobody was dialled.</param>
    /// <param name="voicemailDetected">The voicemail tool has told so, which older documents have instead.</param>
    /// <param name="terminationReason">The vendor's free text; weaker than the others.</param>
    /// <param name="transferFailed">A result says that the transfer failed, whatever the text says of it.</param>
    public static EndReason Of(
        string? callResult, bool voicemailDetected, string? terminationReason, bool transferFailed = false) => callResult switch
        {
            CallResults.Voicemail => EndReason.Voicemail,
            CallResults.Busy or CallResults.NoAnswer => EndReason.NotConnected,
            null when voicemailDetected => EndReason.Voicemail,
            _ => Classify(terminationReason, transferFailed ? EndReason.Transferred : EndReason.None),
        };

    /// <summary>None for an empty text, Other for one that no pattern knows.</summary>
    /// <param name="terminationReason">The vendor's free text.</param>
    /// <param name="ruledOut">What something stronger than the text denies; None for nothing.</param>
    public static EndReason Classify(string? terminationReason, EndReason ruledOut = EndReason.None)
    {
        if (string.IsNullOrWhiteSpace(terminationReason))
            return EndReason.None;
        return Array.Find(Patterns, pattern => pattern.Reason != ruledOut && pattern.IsIn(terminationReason))?.Reason ?? EndReason.Other;
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
}
