using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Data;

namespace Voicebot.Tests.Importing;

/// <summary>What the command <c>import FILE</c> does not take: other files, files that compute, names that lead elsewhere.</summary>
public sealed class ImportRefusalTests : ImportTest
{
    [Theory]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON sync_logs BEGIN DELETE FROM conversations; END")]
    [InlineData("CREATE VIEW v AS SELECT 1")]
    [InlineData("CREATE VIRTUAL TABLE v USING fts5 (x)")]
    [InlineData("ALTER TABLE conversations ADD COLUMN big AS (zeroblob(800000000))")]
    public async Task Import_FileThatComputes_IsRefused(string change)
    {
        Original.Add(Call("conv_1"));
        using (var connection = new SqliteConnection($"Data Source={Original.FullPath};Pooling=False"))
        {
            connection.Open();
            await connection.ExecuteAsync(change);
        }
        var (exitCode, output) = await ImportAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("Somebody may have changed it", output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd().Split('\n'));
    }

    /// <summary>An id would become part of an archive's name.</summary>
    [Fact]
    public async Task Import_IdsThatLeadElsewhere_TouchNoPath()
    {
        Original.Set("agents", """[{"id":"../../evil","name":"x"},{"id":"agent_one","name":"y"}]""").Add(Call("conv_1"))
        .Add(Call("conv_2", "../../evil")).Add(Call("../conv_3"))
            .Insert("archive_logs",
                new() { ["month_partition"] = "2026-10", ["agent_id"] = "../../evil", ["file_path"] = "/gone/conversations.csv" });

        var (exitCode, output) = await ImportAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("1 conversations", output, StringComparison.Ordinal);
        Assert.Contains("2 rows had no id", output, StringComparison.Ordinal);
        Assert.Equal(["agent_one"],
            (await Server.GetJsonAsync("api/settings")).GetProperty("agents").EnumerateArray()
            .Select(agent => agent.GetProperty("id").GetString()));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Server.DataFolder)!, "voicebot_2026*"));
    }

    [Fact]
    public async Task Import_AnythingElse_IsRefusedWithAReasonAndChangesNothing()
    {
        var foreign = Path.Combine(Folder, "foreign.db");
        using (var connection = new SqliteConnection($"Data Source={foreign};Pooling=False"))
        {
            connection.Open();
            connection.Execute("CREATE TABLE conversations (text TEXT)");
        }
        var text = Path.Combine(Folder, "text.db");
        await File.WriteAllTextAsync(text, new string('x', 10_000), TestContext.Current.CancellationToken);
        var empty = Path.Combine(Folder, "empty.db");
        await File.WriteAllTextAsync(empty, "", TestContext.Current.CancellationToken);
        var backup = Path.Combine(Folder, "backup.db");
        new DatabaseBackup(Server.Database).CopyTo(backup);
        foreach (var (file, reason) in new[] { (foreign, "no voicebot.db of the original program"), (text, "no sound database"),
            (backup, "restore FILE"), (Folder + "/nowhere.db", "There is no file"), (Folder, "is a folder"),
            (empty, "is empty"), ("", "no path"), ("a\0b", "no path") })
        {
            var (exitCode, output) = await ImportAsync(file);
            Assert.Equal(1, exitCode);
            Assert.Contains(reason, output, StringComparison.Ordinal);
        }
        Assert.Empty((await Server.GetJsonAsync("api/audit-log")).GetProperty("entries").EnumerateArray());
    }
}
