namespace Voicebot.Core.Data;

/// <summary>The database could not do what was asked of it; what it said itself is the message and the inner exception.</summary>
public sealed class StorageException(StorageFailure reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public StorageFailure Reason { get; } = reason;

    /// <summary>Another program was at the same rows at the same time; once more, the same may well go through.</summary>
    public bool IsRace { get; init; }
}

/// <summary>Why a database fails, as far as somebody can do something about it.</summary>
public enum StorageFailure
{
    /// <summary>A refused value, an error of a device, or an error of ours.</summary>
    Other,

    /// <summary>There is no room for more.</summary>
    DiskFull,

    /// <summary>It may be read only.</summary>
    ReadOnly,

    /// <summary>Somebody else has held it for longer than we wait.</summary>
    Locked,

    /// <summary>Its server does not answer.</summary>
    Unreachable,

    /// <summary>It is no sound database (any more).</summary>
    Damaged,
}
