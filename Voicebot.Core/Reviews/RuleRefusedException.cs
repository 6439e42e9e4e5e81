namespace Voicebot.Core.Reviews;

/// <summary>The rule cannot be stored beside those that there are.</summary>
public sealed class RuleRefusedException(RuleRefusal refusal) : Exception($"The rule was refused: {refusal}.")
{
    public RuleRefusal Refusal => refusal;
}
