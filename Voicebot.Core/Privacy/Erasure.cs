namespace Voicebot.Core.Privacy;

/// <summary>What is to be erased.</summary>
public enum ErasureKind
{
    /// <summary>One conversation, by its id.</summary>
    Conversation,

    /// <summary>All conversations of a client, by telephone number or another address.</summary>
    Person,
}

/// <summary>How far an erasure is.</summary>
public enum ErasurePhase
{
    /// <summary>Rows, texts of others that repeat the number, archives and recordings; the subject is still needed.</summary>
    Removing,

    /// <summary>Everything is deleted; what the files still hold of it is being overwritten.</summary>
    Overwriting,

    Finished,
}

/// <summary>An erasure that was asked for, as it is written down, with what went so far.</summary>
public sealed record Erasure
{
    public long Id { get; init; }
    public ErasureKind Kind { get; init; }
    public ErasurePhase Phase { get; init; }
    /// <summary>Unix seconds.</summary>
    public long RequestedAt { get; init; }
    /// <summary>Unix seconds; null until nothing is left.</summary>
    public long? FinishedAt { get; init; }
    /// <summary>The highest row whose texts have been looked through for the number.</summary>
    public long ScannedTo { get; init; }
    public long Conversations { get; init; }
    public long Documents { get; init; }
    public long Mentions { get; init; }
    public long Archives { get; init; }
    public long ArchiveRows { get; init; }
}
