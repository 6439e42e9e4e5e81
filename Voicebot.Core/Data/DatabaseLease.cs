using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>
/// A lock file beside the database: shared by the processes at work on it, so that a restore does not pull the file away from
/// under them; and its content tells whether the last of them ended in order.
/// </summary>
public sealed class DatabaseLease(Database database) : IDisposable
{
    private FileStream? shared;

    /// <summary>The last process did not end in order, so that the file deserves a look.</summary>
    public bool EndedUncleanly { get; private set; }

    /// <summary>No other process was at work when this one began.</summary>
    public bool IsAlone { get; private set; }

    public static string PathFor(Database database) => PathFor(database.Path);

    /// <summary>Null when a process is at work on the database.</summary>
    public static FileStream? TryHoldAlone(Database database) => TryHoldAlone(database.Path);

    /// <param name="database">The path of its file.</param>
    internal static FileStream? TryHoldAlone(string database)
    {
        try
        {
            return PrivateFiles.Hold(PathFor(database));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string PathFor(string database) => database + ".lock";

    public void Take()
    {
        using (var alone = TryHoldAlone(database))
        {
            if (alone is not null)
            {
                IsAlone = true;
                EndedUncleanly = alone.Length > 0;
                alone.SetLength(0);
                alone.Write("at work"u8);
            }
        }
        shared = PrivateFiles.HoldShared(PathFor(database));
    }

    public void Dispose()
    {
        if (shared is null)
            return;
        shared.Dispose();
        shared = null;
        if (!Directory.Exists(Path.GetDirectoryName(database.Path)))
            return;
        using var alone = TryHoldAlone(database);
        alone?.SetLength(0); // the last one to leave ends in order
    }
}
