using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Json;
using Voicebot.Core.Kpis;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>A database of the first version keeps its figures and learns what the program knows now.</summary>
public sealed class RederivationTests : IDisposable
{
    private const int Count = 250; // more than two transactions
    private readonly TemporaryFolder folder = new();
    private readonly Database database;

    public RederivationTests()
    {
        database = new Database(Path.Combine(folder.FullPath, "voicebot.db"));
        FillFirstVersion();
        new Migrator(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance).Migrate();
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Step_UntilTheEnd_DerivesToolsLatencyAndSearchFromTheStoredDocuments()
    {
        database.Write(connection => Recount.Rebuild(connection, ReportingZone.Utc));
        var store = new ConversationStore(database, TestDatabase.ReadingOf(database));
        var before = Kpis();
        Assert.Equal(Count, before.TotalConversations);
        Assert.Equal(Count, before.CriteriaStats.Single().Pass);
        Assert.Equal(0, store.List(new ConversationFilter { Search = "zgubiłem" }, ConversationSort.NewestFirst, 1, 10).Total);

        var derivation = new Rederivation(database, NullLogger<Rederivation>.Instance);
        var steps = 1;
        while (derivation.Step())
            steps++;

        Assert.Equal(3, steps);
        Assert.Equal(0, database.Read(DerivedState.Of).RederiveFrom);
        Assert.Equal(Count, store.List(new ConversationFilter { Search = "zgubiłem" }, ConversationSort.NewestFirst, 1, 10).Total);
        Assert.Equal(Count, store.List(new ConversationFilter { ToolErrors = ["find_card"] }, ConversationSort.NewestFirst, 1, 10).Total);
        var breakdowns = new BreakdownService(TestDatabase.ReadingOf(database), TimeProvider.System)
            .Report(new ConversationFilter(), null);
        Assert.Equal((Count, 1_500.0), (breakdowns.ResponseLatency.Count, breakdowns.ResponseLatency.P50Ms));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(before), System.Text.Json.JsonSerializer.Serialize(Kpis()));
        Assert.Equal(0, database.Read(Recount.Differences));
    }

    private KpiReport Kpis() =>
        new KpiService(TestDatabase.ReadingOf(database), TimeProvider.System).Report(new ConversationFilter(), null, false);

    private void FillFirstVersion()
    {
        using var script = new StreamReader(
            typeof(Migrator).Assembly.GetManifestResourceStream("Voicebot.Core.Data.Migrations.0001_foundation.sql")!);
        using var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        connection.Open();
        connection.Execute(script.ReadToEnd());
        connection.Execute("""
            CREATE TABLE SchemaVersions (
                SchemaVersionID INTEGER CONSTRAINT PK_SchemaVersions_SchemaVersionID PRIMARY KEY AUTOINCREMENT NOT NULL,
                ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL);
            INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('Voicebot.Core.Data.Migrations.0001_foundation.sql', '2026-11-22');
            """);
        for (var number = 0; number < Count; number++)
        {
            var id = connection.ExecuteScalar<long>("""
                INSERT INTO conversations (conversation_id, agent_id, status, call_successful, start_time, local_day, message_count,
                    bot_message_count, channel, end_reason, finished, transferred, agent_handover, dropout, technical_error,
                    details_state, settled)
                VALUES (@conversation, 'agent', 'done', 'success', @start, 1, 1, 0, 'web', 'none', 1, 0, 0, 0, 0, 'read', 1) RETURNING id
                """, new { conversation = $"conv_{number}", start = 1_790_000_000 + number * 600 });
            connection.Execute("INSERT INTO conversation_texts (id, list_json, detail_json) VALUES (@id, @list, @detail)", new
            {
                id,
                list = new JsonObject
                {
                    ["conversation_id"] = $"conv_{number}",
                    ["status"] = "done",
                    ["call_successful"] = "success",
                    ["start_time_unix_secs"] = 1_790_000_000 + number * 600,
                }.ToJsonString(),
                detail = CompressedJson.Write(Detail(number).ToJsonString()),
            });
            connection.Execute("INSERT INTO criterion_results (conversation, criterion_id, result) VALUES (@id, 'polite', 'success')",
                new { id });
        }
    }

    private static JsonObject Detail(int number) => new()
    {
        ["conversation_id"] = $"conv_{number}",
        ["status"] = "done",
        ["metadata"] = new JsonObject { ["start_time_unix_secs"] = 1_790_000_000 + number * 600 },
        ["analysis"] = new JsonObject
        {
            ["call_successful"] = "success",
            ["evaluation_criteria_results"] = new JsonObject { ["polite"] = new JsonObject { ["result"] = "success" } },
        },
        ["transcript"] = new JsonArray(
            new JsonObject
            {
                ["role"] = "user",
                ["message"] = "Zgubiłem kartę",
                ["tool_results"] = new JsonArray(new JsonObject { ["tool_name"] = "find_card", ["is_error"] = true }),
            },
            new JsonObject
            {
                ["role"] = "agent",
                ["conversation_turn_metrics"] = new JsonObject
                {
                    ["convai_ttf_audio_since_silence"] = new JsonObject { ["elapsed_time"] = 1.5 },
                },
            }),
    };
}
