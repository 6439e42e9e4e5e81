using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Figures;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;

namespace Voicebot.Benchmarks.Filling;

/// <summary>
/// Fills a database by the product's own writer. Documents come from a few hundred patterns, so that making them is not what takes the
/// time.
/// </summary>
public static class DatabaseFiller
{
    private const int Patterns = 500;
    private const int RowsPerTransaction = 1_000;

    /// <summary>Fills the folder unless it is filled already.</summary>
    public static void Fill(string folder, int total)
    {
        var path = Path.Combine(folder, "voicebot.db");
        var done = Path.Combine(folder, "filled");
        if (File.Exists(done))
            return;
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder, "voicebot.db*"))
            File.Delete(old);

        var watch = Stopwatch.StartNew();
        using var database = new Database(path);
        new Migrator(database, new DatabaseBackup(database), NullLogger<Migrator>.Instance).Migrate();
        database.Write(connection =>
        {
            Recount.Rebuild(connection, ReportingZone.Find("Europe/Warsaw")!);
            connection.Run("INSERT INTO settings (name, value) VALUES ('time_zone', 'Europe/Warsaw')");
            AgentStore.Replace(connection, [.. SampleConversations.Agents.Select(id => new Agent(id, null))]);
        });
        var samples = new SampleConversations(total);
        var patterns = Enumerable.Range(0, Patterns).Select(number => new Pattern(samples, number)).ToArray();
        for (var from = 0; from < total; from += RowsPerTransaction)
            database.WriteConversations(writer =>
            {
                var numbers = Enumerable.Range(from, Math.Min(RowsPerTransaction, total - from)).ToList();
                var ids = numbers.ConvertAll(number => patterns[number % Patterns].Store(writer, samples, number));
                foreach (var (number, id) in numbers.Zip(ids))
                    patterns[number % Patterns].StoreDocuments(writer.Connection, id);
            });
        database.Read(connection => connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"));
        File.WriteAllText(done, $"{total}");
        Console.WriteLine($"filled {total:N0} conversations in {watch.Elapsed.TotalSeconds:0} s, {new FileInfo(path).Length / 1e6:N0} MB");
    }

    /// <summary>One conversation that is stored again and again under other ids, agents and starts.</summary>
    private sealed class Pattern
    {
        private readonly Conversation conversation;
        private readonly string list;
        private readonly byte[] detail;

        public Pattern(SampleConversations samples, int number)
        {
            list = samples.ListItem(number).ToJsonString();
            var text = samples.Detail(number).ToJsonString();
            detail = CompressedJson.Write(text);
            conversation = ConversationMapper.Map("", "", new ConversationListItem(Parse(list)), new ConversationDetail(Parse(text)));
        }

        public long Store(ConversationWriter writer, SampleConversations samples, int number)
        {
            var agentId = SampleConversations.AgentOf(number);
            var stored = conversation with
            {
                ConversationId = SampleConversations.IdOf(number),
                AgentId = agentId,
                AgentName = agentId,
                StartTime = samples.StartOf(number),
            };
            var id = writer.Upsert(stored, null);
            writer.Index(id, stored);
            writer.MarkRead(id, stored.StartTime!.Value, settled: true);
            return id;
        }

        public void StoreDocuments(PreparedConnection connection, long id) => connection.Run(
            "INSERT INTO conversation_documents (id, list_json, detail_json) VALUES (@id, @list, @detail)", ("@id", id), ("@list", list),
            ("@detail", detail));

        private static JsonElement Parse(string json) => JsonSerializer.SerializeToElement(JsonNode.Parse(json));
    }
}
