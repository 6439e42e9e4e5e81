using System.Text.Json.Nodes;
using Dapper;
using Voicebot.Core.Figures;
using Voicebot.Core.Settings;
using Voicebot.Functions.Commands;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Importing;

/// <summary>The command <c>import FILE</c> beside a running server.</summary>
public sealed class ImportOriginalTests : ImportTest
{
    private const string OriginalKey = "sk_original_0123456789";

    [Fact]
    public async Task Import_IntoAnEmptyFolder_BringsConversationsAgentsKeyAndHistory()
    {
        Original.Set("api_key", OriginalKey)
        .Set("agents", """[{"id":"agent_one","name":"Infolinia"},{"id":"agent_two","name":"agent_two"}]""")
            .Add(Call("conv_1").Criterion("polite", "success").Datum("order", "A-17")).Add(Call("conv_2").Outcome("failure"))
            .Add(Call("conv_3", "agent_two"), details: false)
            .Add(Call("conv_4", "agent_gone"))
            .Insert("sync_logs", new()
            {
                ["agent_id"] = "agent_one",
                ["sync_type"] = "scheduled",
                ["started_at"] = "2026-10-31 02:00:00.500000",
                ["finished_at"] = "2026-10-31 02:09:59",
                ["status"] = "completed",
                ["conversations_fetched"] = 2,
                ["details_fetched"] = 2,
                ["period_from"] = 1790812800,
                ["period_to"] = 1793491200,
            })
            .Insert("sync_logs",
                new()
                {
                    ["agent_id"] = "agent_one",
                    ["sync_type"] = "manual",
                    ["started_at"] = "2026-10-31 12:00:00",
                    ["status"] = "running"
                })
            .Insert("archive_logs",
                new() { ["month_partition"] = "2026-10", ["agent_id"] = "agent_one", ["file_path"] = "/gone/conversations.csv" });

        var (exitCode, output) = await ImportAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("4 conversations, 2 synchronisations, 2 agents. Archived anew: 1 months.", output, StringComparison.Ordinal);
        Assert.Contains("1 conversations came without details", output, StringComparison.Ordinal);
        Assert.Contains("not synchronised): agent_gone.", output, StringComparison.Ordinal);
        Assert.Contains("in clear text", output, StringComparison.Ordinal);
        Assert.DoesNotContain(OriginalKey, output, StringComparison.Ordinal);

        var settings = await Server.GetJsonAsync("api/settings");
        Assert.Equal(("sk_o…6789", "stored"),
            (settings.GetProperty("api_key_masked").GetString(), settings.GetProperty("api_key_source").GetString()));
        Assert.Equal(["Infolinia", "Agent agent_two", "Agent agent_gone"],
            settings.GetProperty("agents").EnumerateArray().Select(agent => agent.GetProperty("name").GetString()));
        var kpis = await Server.GetJsonAsync("api/kpis?month=2026-10");
        Assert.Equal((4, 3, 1),
            (kpis.GetProperty("total_conversations").GetInt32(), kpis.GetProperty("successful_count").GetInt32(),
                kpis.GetProperty("failed_count").GetInt32()));
        Assert.Equal(1, kpis.GetProperty("criteria_stats")[0].GetProperty("pass").GetInt32());
        var runs = (await Server.GetJsonAsync("api/sync-logs")).EnumerateArray().ToList();
        Assert.Equal(["failed", "completed"], runs.Select(run => run.GetProperty("status").GetString()));
        Assert.Equal(("2026-10-01", "2026-10-31"),
            (runs[1].GetProperty("period_from").GetString(), runs[1].GetProperty("period_to").GetString()));
        var archive = Assert.Single((await Server.GetJsonAsync("api/archives")).EnumerateArray());
        Assert.Equal(2, archive.GetProperty("records_count").GetInt32());
        Assert.Contains((await Server.GetJsonAsync("api/audit-log")).GetProperty("entries").EnumerateArray(),
            entry => entry.GetProperty("action").GetString() == "import");
    }

    /// <summary>What the vendor says since the original was written.</summary>
    private static readonly string[] Since =
    [
        "branch_id", "version_id", "campaign_id", "tag_ids", "sentiment", "sentiment_score", "sentiment_lowest", "frustration",
        "frustration_highest", "comment", "queue_wait_secs",
    ];

    /// <summary>What the original had kept of a conversation is the same here as if the vendor had sent it.</summary>
    [Fact]
    public async Task Import_TheVendorsSamples_EqualASynchronisationInWhatTheOriginalKept()
    {
        var samples = SampleFiles.Conversations();
        foreach (var sample in samples)
            Vendor.Add(sample);
        await Server.SaveSettingsAsync(
            new { api_key = VendorSimulator.Key, agents = samples.Select(sample => sample.AgentId).Distinct() });
        await Server.SyncAsync("2026-01-01", "2026-12-31");
        var synchronised = await RowsAsync(Server);
        foreach (var sample in samples)
            Original.Add(sample, synchronised[sample.Id]["agent_phone"]?.ToString(), Phones(Server, sample.Id));
        await using var other = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = Vendor, Agents = [] });
        using var output = new StringWriter();
        Assert.Equal(0, await ImportOriginal.RunAsync((VoicebotOptions)other.Services.GetService(typeof(VoicebotOptions))!,
            Original.FullPath, output, output, TestContext.Current.CancellationToken));

        var imported = await RowsAsync(other);

        Assert.Equal(samples.Count, imported.Count);
        foreach (var (id, row) in imported)
        {
            // The original had no dollars, and read numbers from telephone calls only; 0 credits may be "unknown" there.
            var isPhone = synchronised[id]["direction"] is not null;
            foreach (var unkept in Since)
                row.Remove(unkept);
            foreach (var unkept in isPhone ? ["cost_usd"] : new[] { "cost_usd", "agent_phone", "client_phone" })
                row.Remove(unkept);
            if (row["cost"] is null)
                Assert.Equal(0, (long?)synchronised[id]["cost"] ?? 0);
            else
                Assert.Equal((long)synchronised[id]["cost"]!, (long)row["cost"]!);
            row.Remove("cost");
            foreach (var (name, value) in row)
                Assert.True(JsonNode.DeepEquals(synchronised[id][name], value),
                    $"{id}: {name} is {value?.ToJsonString()}, not {synchronised[id][name]?.ToJsonString()}");
            Assert.Equal(isPhone ? Phones(Server, id) : null, Phones(other, id));
        }
    }

    [Fact]
    public async Task Import_Again_AddsNothingAndLeavesWhatIsRicher()
    {
        var call = Call("conv_1").Cost(300, 0.07).Build();
        Original.Set("api_key", VendorSimulator.Key).Set("agent_id", "agent_one").Add(call).Add(Call("conv_erased")).Add(Call("conv_2"))
            .Insert("archive_logs",
                new() { ["month_partition"] = "2026-10", ["agent_id"] = "agent_one", ["file_path"] = "/gone/conversations.csv" });
        Assert.Contains("3 conversations", (await ImportAsync()).Output, StringComparison.Ordinal);
        Vendor.Add(call);
        Vendor.Add(Call("conv_2").Cost(100, 0.02));
        await Server.SyncAsync("2026-10-01", "2026-10-31");
        await (await Server.Http.PostJsonAsync("api/erase", new { conversation_id = "conv_erased" })).JsonAsync();
        var before = await Server.GetJsonAsync("api/kpis?month=2026-10");
        Assert.Equal(0.09, before.GetProperty("total_cost_usd").GetDouble(), 6);

        var (exitCode, output) = await ImportAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("0 conversations, 0 synchronisations, 0 agents. Archived anew: 0 months.", output, StringComparison.Ordinal);
        Assert.Contains("3 conversations were here already", output, StringComparison.Ordinal);
        var after = await Server.GetJsonAsync("api/kpis?month=2026-10");
        Assert.Equal((2, before.GetProperty("total_cost_usd").GetDouble()),
            (after.GetProperty("total_conversations").GetInt32(), after.GetProperty("total_cost_usd").GetDouble()));
    }

    [Fact]
    public async Task Import_RowsThatAreBroken_ComeAsFarAsTheyCanBeRead()
    {
        Original.Set("agent_id", "agent_one").Set("agents", "no list")
            .Add(Call("conv_text"))
            .Change("conv_text",
                new()
                {
                    ["transcript"] = "[{\"role\": \"user\", \"mess",
                    ["evaluation_criteria_results"] = """{"polite": NaN}""",
                    ["call_duration_secs"] = "62",
                    ["cost"] = "x"
                })
            .Add(Call("conv_emoji").Titled("half \ud83d emoji", "x"))
            .Change("conv_emoji", new() { ["transcript"] = """[{"role": "user", "message": "half \ud83d emoji"}]""" })
            .Add(Call("conv_zero").Cost(0, null))
            .Change("conv_zero", new() { ["start_time_unix"] = 0, ["month_partition"] = "unknown", ["status"] = "Unheard-of" })
            .Add(Call("conv_blob"))
            .Change("conv_blob",
                new() { ["transcript_summary"] = new byte[] { 1, 2, 255 }, ["rating"] = 9.5, ["fetched_at"] = "yesterday" })
            .Add(Call("")).Add(Call("conv_web"), "+48221234567", "+48600100200")
            .Add(Call("conv_sip").Source("sip_trunk"), "+48221234567", "+48600100201");

        var (exitCode, output) = await ImportAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("6 conversations", output, StringComparison.Ordinal);
        Assert.Contains("1 rows had no id", output, StringComparison.Ordinal);
        var rows = await RowsAsync(Server);
        Assert.Equal(62, (int)rows["conv_text"]["duration_secs"]!);
        Assert.Null(rows["conv_text"]["cost"]);
        Assert.Null(rows["conv_zero"]["start_time"]);
        Assert.Null(rows["conv_zero"]["cost"]);
        Assert.Null(rows["conv_blob"]["rating"]);
        Assert.Null(Phones(Server, "conv_web"));
        Assert.Equal("+48600100201", Phones(Server, "conv_sip"));
        Assert.Equal(0, Server.Database.Read(Recount.Differences));
    }

    /// <summary>
    /// The original wrote the details' columns one after another, and stopped in the middle where the vendor had not analysed.
    /// </summary>
    [Fact]
    public async Task Import_DetailsHalfRead_BringsWhatThereIsAndAsksForTheRest()
    {
        var calls = new[] { Call("conv_1").Cost(300, 0.06), Call("conv_2").Cost(500, 0.10).Source("sip_trunk"),
            Call("conv_3").Cost(0, 0) }.Select(call => call.Build()).ToList();
        Original.Set("agent_id", "agent_one").Set("api_key", VendorSimulator.Key)
            .Add(calls[0]).Change("conv_1", new() { ["details_fetched"] = 0, ["transcript"] = null, ["data_collection_results"] = null })
            .Add(calls[1], "+48221234567", "+48600100201")
            .Change("conv_2", new() { ["details_fetched"] = null, ["evaluation_criteria_results"] = null })
            .Add(calls[2], details: false);

        var (exitCode, output) = await ImportAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("3 conversations came without details, or with a part of them", output, StringComparison.Ordinal);
        var kpis = await Server.GetJsonAsync("api/kpis?month=2026-10");
        Assert.Equal((3, 800, 2),
            (kpis.GetProperty("total_conversations").GetInt32(), kpis.GetProperty("total_cost").GetInt32(),
                kpis.GetProperty("cost_known_count").GetInt32()));
        Assert.Equal("+48600100201", Phones(Server, "conv_2"));
        Assert.Equal(3, (await Server.GetJsonAsync("api/conversations/conv_2")).GetProperty("transcript").GetArrayLength());

        foreach (var call in calls)
            Vendor.Add(call);
        await Server.SyncAsync("2026-10-01", "2026-10-31");

        Assert.Equal(["conv_1", "conv_2", "conv_3"], Vendor.DetailRequests.Order(StringComparer.Ordinal));
        Assert.Equal(0.16, (await Server.GetJsonAsync("api/kpis?month=2026-10")).GetProperty("total_cost_usd").GetDouble(), 6);
    }

    [Fact]
    public async Task Import_FirstVersionsColumns_AreEnough()
    {
        using var old = new OriginalFile(Path.Combine(Folder, "old.db"), withPhones: false);
        old.Add(Call("conv_1"));

        Assert.Contains("1 conversations, 0 synchronisations, 1 agents", (await ImportAsync(old.FullPath)).Output,
            StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, JsonObject>> RowsAsync(VoicebotServer server) =>
        JsonNode.Parse((await server.GetJsonAsync("api/conversations?per_page=200")).GetRawText())!["conversations"]!.AsArray()
            .ToDictionary(row => (string)row!["conversation_id"]!, row => row!.DeepClone().AsObject());

    private static string? Phones(VoicebotServer server, string id) => server.Database.Read(connection =>
        connection.QuerySingle<string?>("SELECT client_phone FROM conversations WHERE conversation_id = @id", new { id }));
}
