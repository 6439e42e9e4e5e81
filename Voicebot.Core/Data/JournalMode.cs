namespace Voicebot.Core.Data;

/// <summary>How the embedded database keeps what it needs to undo or finish a change when the program ends in the middle.</summary>
public enum JournalMode
{
    /// <summary>A write-ahead log: readers and a writer do not wait for one another. It needs memory that all processes share.</summary>
    Wal,
    /// <summary>
    /// A rollback journal that is cut to nothing after each change, for network shares. Who reads keeps writers waiting, and the other way
    /// round.
    /// </summary>
    Truncate,
    /// <summary>The same, with the journal deleted after each change.</summary>
    Delete,
}
