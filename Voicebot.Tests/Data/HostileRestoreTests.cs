using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Data;
using Voicebot.Core.Data.Sqlite;
using Voicebot.Core.Settings;
using Voicebot.Functions.Commands;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

/// <summary>
/// A backup that somebody has changed, and everything else that can be given to <c>restore FILE</c>: one sentence, nothing changed.
/// </summary>
public sealed class HostileRestoreTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        test.Dispose();
        folder.Dispose();
    }

    private static string Insert =>
        "INSERT INTO conversations (id, conversation_id, agent_id, status, call_successful, channel, end_reason, finished, transferred, "
        + "agent_handover, dropout, technical_error, details_state) VALUES (1, 'c', 'a', 'done', 'x', 'web', 'none', 1, 0, 0, 0, 0, "
        + "'pending')";

    public static TheoryData<string> Changes => new()
    {
        "CREATE TRIGGER t AFTER INSERT ON settings BEGIN DELETE FROM audit_log; END",
        "CREATE VIEW v AS SELECT * FROM settings",
        "ALTER TABLE conversation_texts ADD COLUMN big BLOB AS (zeroblob(800000000))",
        "ALTER TABLE conversation_texts ADD COLUMN more TEXT",
        "CREATE TABLE other (x)",
        "CREATE VIRTUAL TABLE other USING fts5 (x)",
        "CREATE INDEX other ON settings (value)",
        "DROP INDEX conversations_by_start",
        "DROP TABLE audit_log",
        "DROP TABLE settings; CREATE VIEW settings AS SELECT 'base_url' AS name, 'http://evil.example' AS value",
        "UPDATE SchemaVersions SET ScriptName = 'Voicebot.Core.Data.Migrations.0001_other.sql' WHERE SchemaVersionID = 1",
        "INSERT INTO archives (month, agent_id, file_name, records_count, size_bytes, sha256, archived_at) VALUES ('2026-10', 'a', "
            + "'../../../etc/passwd', 1, 1, 'x', 1)",
        "INSERT INTO archives (month, agent_id, file_name, records_count, size_bytes, sha256, archived_at) VALUES ('2026-10', '../x', "
            + "'x.csv', 1, 1, 'x', 1)",
        "INSERT INTO agents (agent_id, position) VALUES ('../../x', 1)",
        "INSERT INTO settings (name, value) VALUES ('big', CAST(zeroblob(9000000) AS TEXT))",
        $"{Insert}; INSERT INTO conversation_texts (id, collected) VALUES (1, 'no json')",
        $"{Insert}; INSERT INTO conversation_documents (id, list_json) VALUES (1, '[')",
        $"{Insert}; INSERT INTO conversation_documents (id, detail_json) VALUES (1, x'00')",
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Restore_BackupThatWasChanged_IsRefusedInOneSentenceAndChangesNothing(string change)
    {
        var backup = Backup();
        using (var connection = new SqliteConnection($"Data Source={backup};Pooling=False"))
        {
            connection.Open();
            connection.Execute(change);
        }
        Refused(backup, "Somebody may have changed it");
    }

    [Fact]
    public void Restore_DocumentThatUnpacksWithoutEnd_IsRefused()
    {
        var backup = Backup();
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            for (var megabyte = 0; megabyte < 200; megabyte++)
                brotli.Write(new byte[1024 * 1024]);
        using (var connection = new SqliteConnection($"Data Source={backup};Pooling=False"))
        {
            connection.Open();
            connection.Execute(Insert);
            connection.Execute("INSERT INTO conversation_documents (id, detail_json) VALUES (1, @bytes)", new { bytes = bytes.ToArray() });
        }
        Refused(backup, "holds no document");
    }

    [Fact]
    public void Restore_OlderSchemas_AreTaken()
    {
        for (var scripts = 1; scripts <= SqliteScripts.Count; scripts++)
            using (var older = new OlderDatabase(scripts))
            {
                var output = new StringWriter();
                Assert.True(RestoreDatabase.Run(Options($"schema-{scripts}"), older.FullPath, output, output) == 0, output.ToString());
                Assert.Contains($"(schema {scripts})", output.ToString(), StringComparison.Ordinal);
            }
    }

    public static TheoryData<string, string> NoBackups => new()
    {
        { "empty.db", "is empty" },
        { "folder", "is a folder" },
        { "nowhere.db", "There is no file" },
        { "", "This is no path" },
        { "a\0b", "This is no path" },
        { "text.db", "no sound database" },
        { "foreign.db", "another program" },
    };

    [Theory]
    [MemberData(nameof(NoBackups))]
    public void Restore_NoBackup_IsRefusedInOneSentence(string name, string reason)
    {
        File.WriteAllText(Path.Combine(folder.FullPath, "empty.db"), "");
        File.WriteAllText(Path.Combine(folder.FullPath, "text.db"), new string('x', 5000));
        Directory.CreateDirectory(Path.Combine(folder.FullPath, "folder"));
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullPath, "foreign.db")};Pooling=False"))
        {
            connection.Open();
            connection.Execute("CREATE TABLE x (y)");
        }
        Refused(name.Contains('.', StringComparison.Ordinal) || name == "folder" ? Path.Combine(folder.FullPath, name) : name, reason);
    }

    [Fact]
    public void Restore_DiskTooFull_ChangesNothing()
    {
        test.Database.Write(connection =>
            connection.Execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO settings "
            + "SELECT 'n' || i, hex(randomblob(100)) FROM n"));
        var backup = Backup();
        using var disk = SmallDisk.Mount(megabytes: 1);
        var error = new StringWriter();

        Assert.Equal(1, RestoreDatabase.Run(new TestOptions(disk.Folder).Value, backup, error, error));

        Assert.Contains("Nothing was changed. Check the free space", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["voicebot.db.lock"], Directory.GetFiles(disk.Folder).Select(Path.GetFileName));
    }

    private VoicebotOptions Options(string name) => new TestOptions(Path.Combine(folder.FullPath, name)).Value;

    private string Backup()
    {
        var path = Path.Combine(folder.FullPath, "backup.db");
        new DatabaseBackup(test.Database).CopyTo(path);
        return path;
    }

    private void Refused(string file, string reason)
    {
        var options = Options("data");
        Directory.CreateDirectory(options.DataFolder);
        File.WriteAllText(options.DatabasePath, "what was there");
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.Equal(1, RestoreDatabase.Run(options, file, output, error));

        Assert.Empty(output.ToString());
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
        Assert.Equal("what was there", File.ReadAllText(options.DatabasePath));
        Assert.DoesNotContain(Directory.GetFiles(options.DataFolder), path =>
            Path.GetFileName(path) is not ("voicebot.db" or "voicebot.db.lock"));
    }
}
