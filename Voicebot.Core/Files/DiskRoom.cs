namespace Voicebot.Core.Files;

/// <summary>Room on the disk of a folder, in bytes, as far as this user may fill it.</summary>
public readonly record struct DiskRoom(long FreeBytes, long TotalBytes)
{
    /// <summary>Below this a night's synchronisation or a backup may no longer fit.</summary>
    public const long LowBytes = 200L * 1024 * 1024;

    /// <summary>Below this nothing that matters can be stored.</summary>
    public const long FullBytes = 20L * 1024 * 1024;

    private static readonly HashSet<string> NetworkFormats =
        new(StringComparer.OrdinalIgnoreCase) { "cifs", "smb", "smb2", "smb3", "nfs", "nfs4", "9p", "fuse.sshfs", "afs", "davfs" };

    /// <param name="format">As <see cref="FormatOf"/> tells it.</param>
    public static bool IsShare(string? format) => format is not null && NetworkFormats.Contains(format);

    public bool IsFull => FreeBytes < FullBytes;
    public bool IsLow => FreeBytes < LowBytes;

    /// <summary>Null where the system does not tell (a UNC path, say).</summary>
    public static DiskRoom? Of(string folder)
    {
        try
        {
            var drive = Drive(folder);
            return new DiskRoom(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The kind of file system, in the system's words (<c>ext4</c>, <c>NTFS</c>, <c>cifs</c>); null where it does not tell.
    /// </summary>
    public static string? FormatOf(string folder)
    {
        try
        {
            return Drive(folder).DriveFormat;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // On Unix every folder is a name of its disk; Windows wants the root.
    private static DriveInfo Drive(string folder) =>
        new(OperatingSystem.IsWindows() ? Path.GetPathRoot(Path.GetFullPath(folder))! : folder);
}
