using Dapper;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>A database that can no longer be used gives a problem that says so, on every address; the page itself still opens.</summary>
public sealed class StorageFailureTests
{
    [Fact]
    public async Task Send_DatabaseUnusable_AnswersAProblemEverywhere()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        Destroy(server);
        string[] reads =
        [
            "api/settings", "api/agents", "api/agents?source=elevenlabs", "api/sync-logs", "api/sync-logs/1", "api/kpis", "api/data",
            "api/conversations",
            "api/conversations/conv_in", "api/months", "api/export-csv", "api/archives", "api/download-csv/1", "api/health", "api/targets",
            "api/notes", "api/money",
        ];
        foreach (var path in reads)
            await server.Http.GetProblemAsync(path, 503, "storage_failed");
        foreach (var path in new[] { "api/settings", "api/sync", "api/archive?month=2026-10", "api/refetch-details" })
            await (await server.Http.PostTextAsync(path, "{}")).ProblemAsync(503, "storage_failed");
        foreach (var (path, body) in new[]
        {
            ("api/targets", """{"figure":"error_rate","value":1}"""), ("api/notes", """{"day":"2026-11-04","text":"x"}"""),
        })
        {
            await (await server.Http.PostTextAsync(path, body)).ProblemAsync(503, "storage_failed");
            using var content = new StringContent(body, null, "application/json");
            await (await server.Http.PutAsync($"{path}/1", content)).ProblemAsync(503, "storage_failed");
            await (await server.Http.DeleteAsync($"{path}/1")).ProblemAsync(503, "storage_failed");
        }
        using var money = new StringContent("{}", null, "application/json");
        await (await server.Http.PutAsync("api/money", money)).ProblemAsync(503, "storage_failed");
        await (await server.Http.DeleteAsync("api/sync-logs/1")).ProblemAsync(503, "storage_failed");
        using var page = await server.Http.GetAsync("");
        Assert.True(page.IsSuccessStatusCode);
    }

    private static void Destroy(VoicebotServer server)
    {
        using (var connection = server.Database.Open())
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Delete(server.Database.Path + "-wal");
        File.Delete(server.Database.Path + "-shm");
        File.WriteAllText(server.Database.Path, new string('x', 100_000));
    }
}
