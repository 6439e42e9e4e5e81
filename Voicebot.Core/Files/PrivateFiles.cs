namespace Voicebot.Core.Files;

/// <summary>
/// The one door through which the program makes files and folders: only their owner may open them, 0600 and 0700 on Unix,
/// whatever the umask. On Windows they inherit the rules of the data folder, as it is customary there.
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
    public static FileStream Create(string path, FileOptions options = FileOptions.None) =>
        Open(path, System.IO.FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, options);

    /// <summary>A file to lock others out with, made when it is not there.</summary>
    /// <exception cref="IOException">Somebody else holds it.</exception>
    public static FileStream Hold(string path, FileOptions options = FileOptions.None)
    {
        var file = Open(path, System.IO.FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, options);
        Protect(path);
        return file;
    }

    /// <summary>A file to hold together with others who only read it, too.</summary>
    public static FileStream HoldShared(string path) => new(path, System.IO.FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>A file to read that may be deleted or replaced meanwhile: who reads it, reads on.</summary>
    public static FileStream Read(string path, FileOptions options = FileOptions.None) =>
        new(path, System.IO.FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, options);

    /// <summary>Returns when everything that was written to the file is on the disk.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, System.IO.FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Closes a file that is there; nothing when it is not.</summary>
    public static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
            File.SetUnixFileMode(path, FileMode);
    }

    /// <summary>Closes everything in a folder of our own that an earlier version, or a library, left open.</summary>
    public static void ProtectAll(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
            return;
        File.SetUnixFileMode(folder, FolderMode);
        foreach (var path in Directory.EnumerateFiles(folder))
            File.SetUnixFileMode(path, FileMode);
    }

    private static FileStream Open(string path, System.IO.FileMode mode, FileAccess access, FileShare share, FileOptions options)
    {
        var how = new FileStreamOptions { Mode = mode, Access = access, Share = share, Options = options };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = FileMode;
        return new FileStream(path, how);
    }
}
