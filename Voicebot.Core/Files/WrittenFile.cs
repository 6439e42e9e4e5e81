namespace Voicebot.Core.Files;

/// <summary>Who takes out of a kind of file what is to be erased.</summary>
public enum FileCare
{
    /// <summary>Holds nothing of conversations.</summary>
    Harmless,

    /// <summary>The database and its companions: SQLite overwrites what is deleted there, and the journal is emptied.</summary>
    Overwritten,

    /// <summary>Archived files: rewritten without it.</summary>
    Rewritten,

    /// <summary>Of use for moments only: removed whole.</summary>
    Removed,

    /// <summary>Copies that the owner may need: named to the owner, who deletes them.</summary>
    OwnersToRemove,
}

/// <summary>A kind of file that the program writes.</summary>
/// <param name="Pattern">Its path in the data folder, with '/'; '*' stands for any signs within a name, '**' for any path.</param>
/// <param name="Holds">What is in it, for people.</param>
public sealed record WrittenFile(string Pattern, string Holds, FileCare Care);
