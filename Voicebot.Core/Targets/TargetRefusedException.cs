namespace Voicebot.Core.Targets;

/// <summary>The target cannot be stored beside those that there are.</summary>
public sealed class TargetRefusedException(TargetRefusal refusal) : Exception($"The target was refused: {refusal}.")
{
    public TargetRefusal Refusal => refusal;
}
