namespace Voicebot.Core.Webhooks;

public enum SignatureVerdict
{
    Good,
    /// <summary>Absent, malformed, or made with another secret or over other bytes.</summary>
    Wrong,
    /// <summary>Right, but older than the tolerance: possibly a replay.</summary>
    TooOld,
    /// <summary>Right, but of a time that has not come: one of the two clocks is wrong.</summary>
    FromFuture,
}
