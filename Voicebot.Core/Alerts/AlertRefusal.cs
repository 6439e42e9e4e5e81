namespace Voicebot.Core.Alerts;

/// <summary>Why a rule or a channel is not stored.</summary>
public enum AlertRefusal
{
    NameTaken,
    TooMany,
}

/// <summary>A rule or a channel is not stored.</summary>
public sealed class AlertRefusedException(AlertRefusal refusal) : Exception
{
    public AlertRefusal Refusal { get; } = refusal;
}
