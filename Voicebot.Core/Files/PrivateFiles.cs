namespace Voicebot.Core.Files;

/// <summary>
/// Files and folders that only their owner may open: 0600 and 0700 on Unix. On Windows they inherit the rules of the data
/// folder, as it is customary there.
/// </summary>
public static class PrivateFiles
{
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>A folder that exists already keeps its mode: it may be somebody's home.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode);
    }

    /// <summary>A folder of our own, closed also when an earlier version left it open.</summary>
    public static void CreateOwnFolder(string path)
    {
        CreateFolder(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, FolderMode);
    }

    /// <summary>A new file for writing, closed to others from its first moment.</summary>
    public static FileStream Create(string path, FileOptions options = FileOptions.None)
    {
        var how = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = options };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = FileMode;
        return new FileStream(path, how);
    }

    /// <summary>Closes a file that is there; nothing when it is not.</summary>
    public static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
            File.SetUnixFileMode(path, FileMode);
    }
}
