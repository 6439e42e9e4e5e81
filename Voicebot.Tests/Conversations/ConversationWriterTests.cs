using CsCheck;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Tests.Data;
using Voicebot.Tests.Kpis;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

/// <summary>Conversations are stored in sets: what comes out is what one after another would give.</summary>
public sealed class ConversationWriterTests : IDisposable
{
    private static readonly string[] Tables =
        ["conversations", "conversation_texts", "conversation_documents", "conversation_search", "daily_figures", "daily_counts",
            "daily_histograms"];

    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    /// <summary>The steps are those of every caller: looked up, stored, marked, forgotten and erased in any order, also twice.</summary>
    [Fact]
    public void WriteConversations_AnySteps_GiveTheSameInOneTransactionAsOneByOne() =>
        Gen.Select(RandomConversations.Any, Gen.Select(Gen.Int[0, 11], Gen.Int[0, 8]).Array[1, 40]).Sample(
            (conversations, steps) =>
            {
                if (conversations.Length == 0)
                    return;
                using var together = new TestDatabase();
                using var apart = new TestDatabase();
                together.Database.WriteConversations(writer =>
                {
                    writer.Load([.. conversations.Select(one => one.ConversationId)], withDetails: true);
                    foreach (var (step, which) in steps)
                        Do(writer, step, conversations[which % conversations.Length]);
                });
                foreach (var (step, which) in steps)
                    apart.Database.WriteConversations(writer => Do(writer, step, conversations[which % conversations.Length]));

                foreach (var table in Tables)
                    Assert.Equal(Rows(apart, table), Rows(together, table));
                Assert.Equal(0, together.Database.Read(Recount.Differences));
            },
            iter: 40,
            threads: 1);

    [Fact]
    public void FindDocuments_WithinTheTransaction_SeesWhatWasStored() => test.Database.WriteConversations(writer =>
    {
        writer.Load(["one", "two"]);
        Assert.Null(writer.FindDocuments("one"));
        var id = writer.Upsert(A.Conversation("one"), runId: 7);
        writer.StoreListDocument(id, """{"status":"done"}""");
        writer.StoreDetailDocument(id, """{"transcript":[]}""");
        writer.MarkRead(id, readAt: 1_795_000_000, settled: true);

        var stored = writer.FindDocuments("one")!;
        Assert.Equal((id, "read", true, 7L, """{"status":"done"}"""),
            (stored.Id, stored.DetailsState, stored.Settled, stored.FirstRunId, stored.ListJson));
        Assert.Equal("""{"transcript":[]}""", writer.ReadDetail(id));
        Assert.Null(writer.FindDocuments("two"));
        Assert.Equal(1L, writer.Connection.Scalar("SELECT COUNT(*) FROM conversations"));
    });

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public void ReadDetail_DocumentOfAnySize_IsReadWhetherItWasLoadedOrNot(int signs)
    {
        var random = new Random(1);
        var json = $"\"{string.Concat(Enumerable.Range(0, signs).Select(_ => (char)random.Next('a', 'z')))}\"";
        var id = test.Database.WriteConversations(writer =>
        {
            var made = writer.Upsert(A.Conversation("one"), 1);
            writer.StoreDetailDocument(made, json);
            return made;
        });

        foreach (var withDetails in new[] { true, false })
            test.Database.WriteConversations(writer =>
            {
                writer.Load(["one"], withDetails);
                Assert.Equal(json, writer.ReadDetail(id));
            });
    }

    /// <summary>A server is a network away: what counts is how often it is asked, and that does not grow with the conversations.</summary>
    [Fact]
    public void WriteConversations_ABatch_TakesAStatementForEachTableAndNotForEachConversation()
    {
        var small = StatementsOf(8, "first");
        var large = StatementsOf(64, "second");

        Assert.InRange(large.New, 1, 16);
        Assert.InRange(large.Read, 1, 20);
        Assert.InRange(large.New - small.New, -4, 4); // of the days and keys that are counted there are a few more
        Assert.InRange(large.Read - small.Read, -4, 4);
    }

    /// <summary>What is pending lies in memory, so that much of it does not wait for the end.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WriteConversations_MuchText_IsStoredOnTheWay(bool isList)
    {
        var random = new Random(1);
        var much = $"\"{string.Concat(Enumerable.Range(0, 9_000_000).Select(_ => (char)random.Next('a', 'z')))}\"";
        var storing = 0;
        strdelegate_trace counting = (_, sql) => storing += sql.Contains("conversation_documents", StringComparison.Ordinal) ? 1 : 0;

        test.Database.WriteConversations(writer =>
        {
            var id = writer.Upsert(A.Conversation("one"), 1);
            raw.sqlite3_trace(((SqliteConnection)writer.Connection.Inner).Handle, counting, null);
            Store(id, "{}");
            Assert.Equal(0, storing);
            Store(id, much);
            Assert.Equal(1, storing);
            raw.sqlite3_trace(((SqliteConnection)writer.Connection.Inner).Handle, (strdelegate_trace?)null, null);

            void Store(long conversation, string json)
            {
                if (isList)
                    writer.StoreListDocument(conversation, json);
                else
                    writer.StoreDetailDocument(conversation, json);
            }
        });
    }

    /// <returns>Statements that store new ones, and then their details.</returns>
    private (int New, int Read) StatementsOf(int count, string name)
    {
        var conversations = Enumerable.Range(0, count)
            .Select(number => A.Conversation($"{name}_{number}") with { Status = "in-progress", Title = $"Title {number}" }).ToList();
        var ids = new List<long>();
        var added = Statements(writer =>
        {
            writer.Load([.. conversations.Select(one => one.ConversationId)]);
            foreach (var one in conversations)
            {
                ids.Add(writer.Upsert(one, 1));
                writer.StoreListDocument(ids[^1], "{}");
                writer.MarkStale(ids[^1]);
            }
        });
        var read = Statements(writer =>
        {
            writer.Load([.. conversations.Select(one => one.ConversationId)], withDetails: true);
            foreach (var (one, id) in conversations.Zip(ids))
            {
                Assert.Null(writer.ReadDetail(id));
                var detailed = one with { Status = "done", DurationSeconds = 60, Criteria = [("polite", "success")] };
                Assert.Equal(id, writer.Upsert(detailed, 1));
                writer.StoreDetailDocument(id, "{}");
                writer.Index(id, detailed);
                writer.MarkRead(id, 1_795_000_000, settled: true);
            }
        });
        return (added, read);
    }

    /// <summary>Statements of a transaction, begin and commit included, those that the search index runs by itself not.</summary>
    private int Statements(Action<ConversationWriter> write)
    {
        var count = 0;
        strdelegate_trace counting = (_, sql) => count += sql.StartsWith("--", StringComparison.Ordinal) ? 0 : 1;
        void Trace(strdelegate_trace? trace) =>
            test.Database.Write(connection => raw.sqlite3_trace(((SqliteConnection)connection.Inner).Handle, trace, null));
        Trace(counting);
        test.Database.WriteConversations(write);
        Trace(null);
        return count - 3; // the end of the transaction that began to trace, and the two that ended it
    }

    private static void Do(ConversationWriter writer, int step, Conversation conversation)
    {
        var stored = writer.FindDocuments(conversation.ConversationId);
        if (step < 3 || stored is null)
        {
            var id = writer.Upsert(step == 1
                ? conversation with { Status = "failed", Summary = "Changed", TranscriptText = "words" }
                : conversation, step);
            writer.StoreListDocument(id, $$"""{"step":{{step}}}""");
            if (step == 2)
                writer.Index(id, conversation with { Title = "Found by this" });
            return;
        }
        switch (step)
        {
            case 3: writer.MarkStale(stored.Id); break;
            case 4: writer.MarkRead(stored.Id, 1_795_000_000, settled: true); break;
            case 5: writer.MarkUnread(stored.Id, DetailsState.Failed, "It broke off.", 1_795_000_001, settled: false); break;
            case 6: writer.StoreDetailDocument(stored.Id, $$"""{"was":{{writer.ReadDetail(stored.Id) ?? "null"}}}"""); break;
            case 7: writer.ForgetTexts(stored.Id, 1_795_000_002); break;
            case 8: writer.ForgetPhones(stored.Id, 1_795_000_003); break;
            case 9: writer.MarkDeleted(stored.Id, 1_795_000_004, 3); break;
            case 10: writer.ComeBack(stored.Id); break;
            default: writer.Erase(stored.Id); break;
        }
    }

    /// <summary>All rows of a table as texts, under the vendor's ids: which number a row has may differ.</summary>
    private static List<string> Rows(TestDatabase database, string table) => database.Database.Read(connection =>
    {
        var names = connection.Query<(long, string)>("SELECT id, conversation_id FROM conversations")
            .ToDictionary(row => row.Item1, row => row.Item2);
        return connection.Query($"SELECT {(table == "conversation_search" ? "rowid AS id" : "*")} FROM {table}")
            .Select(row =>
                string.Join(" | ", ((IDictionary<string, object?>)row)
                    .Select(column => $"{column.Key}={(column.Key == "id" ? names[(long)column.Value!] : Text(column.Value))}")))
            .Order(StringComparer.Ordinal).ToList();
    });

    private static string? Text(object? value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
}
