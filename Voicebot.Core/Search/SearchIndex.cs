using Voicebot.Core.Data;

namespace Voicebot.Core.Search;

/// <summary>
/// Takes the words of deleted conversations out of the search index: FTS5 only marks them as deleted, until it merges the
/// parts of the index that hold them.
/// </summary>
public static class SearchIndex
{
    private const int PagesPerStep = 500;

    /// <summary>One small step of merging the whole index; false when there is nothing left to do.</summary>
    /// <param name="first">Begins anew with everything that there is.</param>
    public static bool MergeStep(PreparedConnection connection, bool first)
    {
        if (connection.Dialect.MergeWords is not { } merge)
            return false;
        var before = Changes(connection);
        connection.Run(merge, ("@pages", first ? -PagesPerStep : PagesPerStep));
        return Changes(connection) - before >= 2; // of its own change alone, SQLite's manual says, nothing was merged
    }

    private static long Changes(PreparedConnection connection) => (long)connection.Scalar("SELECT total_changes()")!;
}
