using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>What SQLite's codes mean; its words differ from one version to the other.</summary>
internal static class SqliteErrors
{
    // https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Interrupt = 9;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;
    private const int NoRoomForSharedMemory = 4874; // SQLITE_IOERR_SHMSIZE

    public static bool IsInterrupt(DbException exception) => exception is SqliteException { SqliteErrorCode: Interrupt };

    public static StorageException Failure(DbException exception) => new(ReasonOf(exception), exception.Message, exception);

    private static StorageFailure ReasonOf(DbException exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: NoRoomForSharedMemory } => StorageFailure.DiskFull,
        SqliteException { SqliteErrorCode: Full } => StorageFailure.DiskFull,
        SqliteException { SqliteErrorCode: ReadOnly } => StorageFailure.ReadOnly,
        SqliteException { SqliteErrorCode: Busy or Locked } => StorageFailure.Locked,
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => StorageFailure.Damaged,
        _ => StorageFailure.Other,
    };
}
