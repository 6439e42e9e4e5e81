using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>A database from before deleting meant overwriting: it is written anew once, and what was deleted then is gone, too.</summary>
public sealed class OldFileTests
{
    [Fact]
    public async Task Start_DatabaseWithRemains_IsWrittenAnewOnce()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath };
        await using (await VoicebotServer.StartAsync(setup))
        {
        }
        using (var before = new SqliteConnection($"Data Source={Path.Combine(folder.FullPath, "voicebot.db")};Pooling=False"))
        {
            before.Open();
            before.Execute("""
                PRAGMA secure_delete = OFF;
                INSERT INTO settings (name, value) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
                    WHERE i < 500) SELECT 'n' || i, 'remains of Zyzzyva ' || i FROM n;
                DELETE FROM settings WHERE value LIKE 'remains%';
                UPDATE file_state SET deletions = deletions + 1;
                """);
        }
        Assert.NotEmpty(RawFiles.Holding(folder.FullPath, "Zyzzyva"));

        await using (var server = await VoicebotServer.StartAsync(setup))
        {
            await Eventually.True(() => RawFiles.Holding(folder.FullPath, "Zyzzyva").Count == 0, "the end of the remains");
            await Eventually.True(() => server.Log.Text.Contains("written anew", StringComparison.Ordinal), "the word about it");
        }
        await using var again = await VoicebotServer.StartAsync(setup);
        Assert.True((await (await again.Http.PostJsonAsync("api/erase", new { phone = "+48509876543" })).JsonAsync())
            .GetProperty("finished").GetBoolean());
        Assert.DoesNotContain("written anew", again.Log.Text, StringComparison.Ordinal);
    }
}
