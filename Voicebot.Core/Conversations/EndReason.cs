namespace Voicebot.Core.Conversations;

/// <summary>Our class of how a conversation ended. Stored and shown in snake_case (see <see cref="EndReasons"/>).</summary>
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
