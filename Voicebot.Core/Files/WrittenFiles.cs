using System.IO.Enumeration;

namespace Voicebot.Core.Files;

/// <summary>
/// Every kind of file that the program ever writes below its data folder: one list, walked when something is erased, and held
/// against a used folder by a test. A path belongs to the first kind that it matches.
/// </summary>
public static class WrittenFiles
{
    private const string Below = "**";
    private static readonly byte[] DatabaseHeader = "SQLite format 3\0"u8.ToArray();

    public static IReadOnlyList<WrittenFile> All { get; } =
    [
        new("voicebot.db", "the database", FileCare.Overwritten),
        new("voicebot.db-wal", "its write-ahead log", FileCare.Overwritten),
        new("voicebot.db-shm", "the index of that log", FileCare.Overwritten),
        new("voicebot.db-journal", "its rollback journal, where a disk takes no write-ahead log", FileCare.Overwritten),
        new("voicebot.db.lock", "which processes are at work", FileCare.Harmless),
        new("voicebot.db.migrating", "which process changes the schema", FileCare.Harmless),
        new("voicebot.db.creating*", "a new, empty database", FileCare.Removed),
        new("voicebot.db.copying*", "a copy of a server's database in the making", FileCare.Removed),
        new("voicebot.db.restoring*", "a backup on its way into place", FileCare.Removed),
        new("voicebot.db.*.backup.tmp*", "a copy from before a change of the schema, in the making", FileCare.Removed),
        new("voicebot.db.*.backup", "the database before a change of the schema or a restore", FileCare.OwnersToRemove),
        new("voicebot.db.*.backup-*", "the journals of such a copy", FileCare.OwnersToRemove),
        new(".backup-*", "a backup on its way to a browser", FileCare.Removed),
        new("etilqs_*", "what SQLite needs while it writes the whole database anew", FileCare.Removed),
        new("csv_archives/.*.tmp", "an archived month in the making", FileCare.Removed),
        new("csv_archives.lock", "which process writes archives", FileCare.Harmless),
        new("csv_archives/*.csv", "an archived month", FileCare.Rewritten),
        new("incoming/*.tmp", "an event whose signature is not known yet", FileCare.Removed),
        new("recordings/*", "recordings that somebody listens to", FileCare.Removed),
        new("keys/*", "the keys that encrypt stored secrets", FileCare.Harmless),
        new("demo/**", "the data folder of the demo, with invented people only", FileCare.Harmless),
    ];

    /// <summary>Null for a file that the program does not write.</summary>
    /// <param name="path">From the data folder, with '/'.</param>
    public static WrittenFile? KindOf(string path) => All.FirstOrDefault(kind => Matches(kind.Pattern, path));

    /// <summary>
    /// The files of the data folder and of our folders in it, as paths from there with '/', with their kinds. Other folders are not ours
    /// to look into: the data folder may be somebody's home.
    /// </summary>
    public static IEnumerable<(string Path, WrittenFile? Kind)> Walk(string dataFolder) =>
        All.Where(kind => kind.Pattern.Contains('/', StringComparison.Ordinal)).Select(kind => kind.Pattern.Split('/')[0]).Distinct()
            .Prepend("")
            .Select(folder => Path.Combine(dataFolder, folder)).Where(Directory.Exists)
            .SelectMany(folder =>
                Directory.EnumerateFiles(folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint }))
            .Select(path => Path.GetRelativePath(dataFolder, path).Replace('\\', '/'))
            .Select(path => (path, KindOf(path)));

    /// <summary>
    /// Copies of the database that the owner has to remove: ours, and any other database that somebody has put into the folder.
    /// </summary>
    public static IReadOnlyList<string> Copies(string dataFolder) =>
    [
        .. Walk(dataFolder).Where(file => file.Kind is { Care: FileCare.OwnersToRemove }
            || (file.Kind is null && IsDatabase(Path.Combine(dataFolder, file.Path))))
            .Select(file => file.Path).Order(StringComparer.Ordinal),
    ];

    /// <summary>Deletes what is of use for moments only.</summary>
    /// <param name="concerns">Which of the kinds' files.</param>
    public static void RemoveTemporary(string dataFolder, Func<string, bool> concerns)
    {
        foreach (var (path, _) in Walk(dataFolder).Where(file => file.Kind is { Care: FileCare.Removed } && concerns(file.Path)).ToList())
            File.Delete(Path.Combine(dataFolder, path));
    }

    private static bool Matches(string pattern, string path)
    {
        var (wanted, given) = (pattern.Split('/'), path.Split('/'));
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == Below)
                return given.Length > i;
            if (i >= given.Length || !FileSystemName.MatchesSimpleExpression(wanted[i], given[i], ignoreCase: false))
                return false;
        }
        return wanted.Length == given.Length;
    }

    private static bool IsDatabase(string path)
    {
        try
        {
            using var file = PrivateFiles.Read(path);
            var begin = new byte[DatabaseHeader.Length];
            return file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length
                && begin.AsSpan().SequenceEqual(DatabaseHeader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true; // what cannot be looked into is named
        }
    }
}
