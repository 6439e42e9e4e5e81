namespace Voicebot.Core.Privacy;

/// <summary>Why an erasure is not finished yet; it goes on by itself.</summary>
public enum ErasureDelay
{
    /// <summary>It is being worked on.</summary>
    Working,

    /// <summary>Somebody still reads the state before it: a long export, or another program that has the database open.</summary>
    Readers,

    /// <summary>The disk is too full to write the database or an archive anew.</summary>
    NoRoom,

    /// <summary>The data folder or an archive cannot be written.</summary>
    Storage,

    /// <summary>The key ring that encrypts what is to be erased is another one: ask for the erasure again.</summary>
    Unreadable,
}

/// <summary>What went, or with a dry run what would go.</summary>
/// <param name="Id">Under which it is listed until it is finished, and afterwards; null for a dry run.</param>
/// <param name="Finished">False while something of it can still be read in a file; it goes on by itself then, also after a
/// restart.</param>
/// <param name="Delay">Why it is not finished: working, readers, no_room, storage or unreadable (see <see cref="ErasureDelay"/>); null
/// when it is.</param>
/// <param name="Documents">Conversations among them whose details had been read.</param>
/// <param name="Mentions">Conversations of others whose texts repeated the number, and do no longer; not counted by a dry run.</param>
/// <param name="ArchivesRewritten">Archived CSV files that held rows of them.</param>
/// <param name="CopiesLeft">Copies of the whole database, from before schema changes and restores, that may still hold them: names of
/// files in the data folder and in the place of files, to be deleted by hand when they are not needed.</param>
public sealed record ErasureReport(
    long? Id, bool DryRun, bool Finished, string? Delay, long Conversations, long Documents, long Mentions, long ArchivesRewritten,
        long ArchiveRows, IReadOnlyList<string> CopiesLeft);
