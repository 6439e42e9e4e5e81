namespace Voicebot.Core.Reviews;

/// <summary>Why a rule is not stored.</summary>
public enum RuleRefusal
{
    NameTaken,
    TooMany,
}
