namespace Voicebot.Core.Digests;

/// <summary>Why a digest is not stored.</summary>
public enum DigestRefusal
{
    NameTaken,
    TooMany,
}

/// <summary>A digest is not stored.</summary>
public sealed class DigestRefusedException(DigestRefusal refusal) : Exception
{
    public DigestRefusal Refusal { get; } = refusal;
}
