using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

/// <summary>Reasons that an earlier version kept in the vendor's words lose them with the migration; what happened stays.</summary>
public sealed class CleanReasonsTests : IDisposable
{
    private const string Refused =
        "ElevenLabs refused the request (422: key sk_live_123 of +48 501 000 001). If it happens again, report it with this message.";
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Migrate_ReasonsInTheVendorsWords_KeepOursOnly()
    {
        test.Store(A.Conversation("conv_1"));
        test.Database.Write(connection =>
        {
            connection.Execute("UPDATE conversations SET details_error = @Refused", new { Refused });
            Add(connection, "elevenlabs_unexpected", Refused);
            Add(connection, "details_failed",
                "1 of 2 conversations could not be read in detail; the next synchronisation tries them again. conv_1: " + Refused);
            Add(connection, null, "401 for sk_live_123");
            Add(connection, "time_limit", "The synchronisation took longer (9 minutes).");
            connection.Execute("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0012_clean_reasons.sql'");
        });

        new Migrator(test.Database, new DatabaseBackup(test.Database), NullLogger<Migrator>.Instance).Migrate();

        Assert.Equal(
            [
                "ElevenLabs refused the request.",
                "ElevenLabs refused the request.",
                "1 of 2 conversations could not be read in detail; the next synchronisation tries them again.",
                "The run of the original program ended with an error.",
                "The synchronisation took longer (9 minutes).",
            ],
            test.Database.Read(connection => connection.Query<string>(
                "SELECT details_error FROM conversations UNION ALL SELECT * FROM (SELECT error_message FROM sync_runs ORDER BY id)")
                    .ToList()));
    }

    private static void Add(PreparedConnection connection, string? code, string message)
    {
        SyncRunStore.AddEnded(connection,
            new SyncRun { AgentId = "agent_one", SyncType = SyncType.Manual, Status = SyncStatus.Failed, ErrorMessage = message });
        connection.Execute("UPDATE sync_runs SET error_code = @code WHERE id = last_insert_rowid()", new { code });
    }
}
