using System.Data.Common;
using Npgsql;

namespace Voicebot.Core.Data.Postgres;

/// <summary>What PostgreSQL's codes mean; its words differ from one version and language to the other.</summary>
internal static class PostgresErrors
{
    public static bool IsInterrupt(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    /// <summary>The connection is gone, and another one may be there or come again.</summary>
    public static bool IsConnectionLost(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlOperationInProgressException => false, // two at once on one connection: an error of ours
        NpgsqlException => true, // everything else that the driver itself says is about the connection
        _ => false,
    };

    public static StorageException Failure(DbException exception)
    {
        var reason = ReasonOf(exception);
        return new StorageException(reason, reason == StorageFailure.Unreachable
            ? "The database server cannot be reached. Check that it runs and that VOICEBOT_DATABASE is right; work goes on when it is "
                + $"back. ({exception.Message})"
            : exception.Message, exception)
        {
            IsRace = exception is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure
            },
        };
    }

    private static StorageFailure ReasonOf(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => StorageFailure.DiskFull,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => StorageFailure.ReadOnly,
        PostgresException
        {
            SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        } => StorageFailure.Locked,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => StorageFailure.Damaged,
        _ when IsConnectionLost(exception) => StorageFailure.Unreachable,
        _ => StorageFailure.Other,
    };
}
