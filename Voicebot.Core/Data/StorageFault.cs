using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Data;

/// <summary>Why something could not be stored, by the codes of SQLite and of the system; their words differ from one to the other.</summary>
public static class StorageFault
{
    // https://sqlite.org/rescode.html
    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteNoRoomForSharedMemory = 4874; // SQLITE_IOERR_SHMSIZE

    // errno on Unix; HRESULTs of ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL and ERROR_WRITE_PROTECT on Windows
    private static readonly int[] NoSpace = OperatingSystem.IsWindows() ? [unchecked((int)0x80070027), unchecked((int)0x80070070)] : [28, 122];
    private static readonly int[] WriteProtected = OperatingSystem.IsWindows() ? [unchecked((int)0x80070013)] : [30];

    public static bool IsDiskFull(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull || sqlite.SqliteExtendedErrorCode == SqliteNoRoomForSharedMemory,
        IOException io => NoSpace.Contains(io.HResult),
        _ => false,
    };

    public static bool IsReadOnly(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteReadOnly,
        UnauthorizedAccessException => true,
        IOException io => WriteProtected.Contains(io.HResult),
        _ => false,
    };
}
