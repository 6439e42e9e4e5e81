using Voicebot.Core.Files;

namespace Voicebot.Core.Data;

/// <summary>Why something could not be stored, in the database or in a file beside it.</summary>
public static class StorageFault
{
    // errno on Unix; HRESULTs of ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL and ERROR_WRITE_PROTECT on Windows
    private static readonly int[] NoSpace = OperatingSystem.IsWindows()
        ? [unchecked((int)0x80070027), unchecked((int)0x80070070)]
        : [28, 122];
    private static readonly int[] WriteProtected = OperatingSystem.IsWindows() ? [unchecked((int)0x80070013)] : [30];

    /// <summary>True when the storage failed, and not the program.</summary>
    public static bool Is(Exception exception) =>
        exception is StorageException or FilesException or IOException or UnauthorizedAccessException;

    public static bool IsDiskFull(Exception exception) => exception switch
    {
        StorageException storage => storage.Reason == StorageFailure.DiskFull,
        IOException io => NoSpace.Contains(io.HResult),
        _ => false,
    };

    /// <summary>Another program has held the database for longer than we wait.</summary>
    public static bool IsLocked(Exception exception) => exception is StorageException { Reason: StorageFailure.Locked };

    /// <summary>The database's server does not answer.</summary>
    public static bool IsUnreachable(Exception exception) => exception is StorageException { Reason: StorageFailure.Unreachable };

    public static bool IsReadOnly(Exception exception) => exception switch
    {
        StorageException storage => storage.Reason == StorageFailure.ReadOnly,
        UnauthorizedAccessException => true,
        IOException io => WriteProtected.Contains(io.HResult),
        _ => false,
    };
}
