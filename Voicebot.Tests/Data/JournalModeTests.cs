using Dapper;
using Voicebot.Core.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

/// <summary>Where a disk takes no write-ahead log, another journal does the same work.</summary>
public sealed class JournalModeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null, "wal")]
    [InlineData("wal", "wal")]
    [InlineData("truncate", "truncate")]
    [InlineData("DELETE", "delete")]
    public async Task Start_WithAJournal_UsesItForEveryConnectionAndSaysSo(string? chosen, string used)
    {
        await using var server = await StartAsync(chosen);

        Assert.Equal([used, used], Enumerable.Range(0, 2).Select(_ => ModeOfAnother(server.Database)));
        Assert.Equal(used, server.Database.Write(Mode));
        Assert.Contains($"keeps its journal by {used} (VOICEBOT_JOURNAL)", server.Log.Text, StringComparison.Ordinal);
    }

    /// <summary>What is done every day: a synchronisation, figures, an export, an erasure, beside readers.</summary>
    [Theory]
    [InlineData("truncate")]
    [InlineData("delete")]
    public async Task Work_WithoutALog_IsDoneAndLeavesNoCompanions(string chosen)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        foreach (var number in Enumerable.Range(1, 60))
            vendor.Add(new ConversationBuilder($"conv_{number}").At($"2026-10-{1 + number % 28:00}T10:00:00Z").Talks(3));
        await using var server = await StartAsync(chosen, vendor);
        using var over = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
                await server.GetJsonAsync("api/kpis?month=2026-10");
        }, TestContext.Current.CancellationToken);

        var run = await server.SyncOneAsync("2026-10-01", "2026-10-31");
        var csv = await server.Http.GetStringAsync("api/export-csv", TestContext.Current.CancellationToken);
        var erased = await (await server.Http.PostJsonAsync("api/erase", new { conversation_id = "conv_7" })).JsonAsync();
        await over.CancelAsync();
        await reader;

        Assert.Equal(("completed", 60), (run.Text("status"), run.Whole("new_count")));
        Assert.Equal(61, csv.TrimEnd().Split('\n').Length);
        Assert.True(erased.GetProperty("finished").GetBoolean());
        Assert.Equal(59, (await server.GetJsonAsync("api/kpis?month=2026-10")).Whole("total_conversations"));
        Assert.DoesNotContain(Directory.GetFiles(server.DataFolder, "voicebot.db-*"), file => new FileInfo(file).Length > 0);
    }

    [Fact]
    public async Task Start_AfterAnother_ChangesTheJournalAndKeepsTheData()
    {
        foreach (var journal in new[] { "wal", "truncate", "delete", "wal" })
        {
            await using var server = await StartAsync(journal);
            Assert.Equal(journal, ModeOfAnother(server.Database));
            server.Database.Write(connection =>
                connection.Execute("INSERT INTO settings (name, value) VALUES (@name, 'kept')", new { name = Guid.NewGuid().ToString() }));
            await server.StopAsync(TestContext.Current.CancellationToken);
        }
        await using var last = await StartAsync(null);
        Assert.Equal(4, last.Database.Read(connection =>
            connection.ExecuteScalar<int>("SELECT COUNT(*) FROM settings WHERE value = 'kept'")));
    }

    private Task<VoicebotServer> StartAsync(string? journal, VendorSimulator? vendor = null) =>
        VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            DataFolder = folder.FullPath,
            More = new Dictionary<string, string?> { ["VOICEBOT_JOURNAL"] = journal },
        });

    private static string ModeOfAnother(Database database)
    {
        using var connection = database.Open();
        return Mode(connection);
    }

    private static string Mode(PreparedConnection connection) => connection.ExecuteScalar<string>("PRAGMA journal_mode")!;
}
