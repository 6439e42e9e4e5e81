using Dapper;

namespace Voicebot.Core.Data;

/// <summary>How often something was deleted for good, and up to which of these its remains have been taken out of the file.</summary>
/// <param name="Deletions">Counts on with every transaction that deletes for good.</param>
/// <param name="MergedUntil">Of these the search index holds no words any more.</param>
/// <param name="AnewUntil">Of these the pages of the file hold nothing any more.</param>
public sealed record FileState(long Deletions, long MergedUntil, long AnewUntil)
{
    public static FileState Of(PreparedConnection connection) => connection.QuerySingle<FileState>(
        "SELECT deletions AS Deletions, merged_until AS MergedUntil, anew_until AS AnewUntil FROM file_state");

    /// <summary>Within the transaction that deletes.</summary>
    public static void CountDeletion(PreparedConnection connection) => connection.Run("UPDATE file_state SET deletions = deletions + 1");

    /// <param name="until">The deletions that had been counted before the merge began.</param>
    public static void SetMerged(PreparedConnection connection, long until) =>
        connection.Run("UPDATE file_state SET merged_until = @until WHERE merged_until < @until", ("@until", until));

    /// <param name="until">The deletions that had been counted before the file was written anew.</param>
    public static void SetAnew(PreparedConnection connection, long until) =>
        connection.Run("UPDATE file_state SET anew_until = @until WHERE anew_until < @until", ("@until", until));

    /// <summary>A new database has nothing deleted in it; a change of the schema leaves remains of what stood there before.</summary>
    internal static void AfterMigration(Database database, bool isNew) => database.Write(connection => connection.Execute(
        isNew ? "UPDATE file_state SET merged_until = deletions, anew_until = deletions"
            : "UPDATE file_state SET deletions = deletions + 1"));
}
