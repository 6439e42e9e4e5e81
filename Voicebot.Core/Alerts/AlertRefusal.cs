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

    /// <summary>Names differ, whatever their case.</summary>
    /// <exception cref="AlertRefusedException">One of the others has it.</exception>
    internal static void WhenTaken(string name, IEnumerable<string> others)
    {
        if (others.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new AlertRefusedException(AlertRefusal.NameTaken);
    }
}
