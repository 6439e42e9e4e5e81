namespace Voicebot.Core.Data;

/// <summary>The files that SQLite keeps beside a database while it works: they belong to it alone, and go where it goes.</summary>
internal static class CompanionFiles
{
    /// <summary>What their names have behind the database's own.</summary>
    public static IReadOnlyList<string> Ends { get; } = ["-wal", "-shm", "-journal"];

    public static void Delete(string database)
    {
        foreach (var end in Ends)
            File.Delete(database + end);
    }
}
