using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Columns;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Kpis;
using Voicebot.Core.Search;
using Voicebot.Tests.Data;
using Voicebot.Tests.Kpis;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Columns;

/// <summary>Whatever is changed, by whomever, the next answer from columns is the database's own.</summary>
public sealed class ColumnChangeTests : IDisposable
{
    private static readonly ConversationFilter Inbound = new() { Directions = ["inbound"] };

    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    private long Count(ConversationFilter filter) => test.Conversations.Count(filter, CancellationToken.None);

    [Fact]
    public void Count_AfterEachKindOfChange_IsThatOfTheDatabase()
    {
        test.Store(A.Conversation("old") with { Direction = "inbound" });
        test.Columns.Fill(CancellationToken.None);
        Assert.Equal(1, Count(Inbound));

        var id = test.Store(A.Conversation("new") with { Direction = "outbound" })[0];
        Assert.Equal(1, Count(Inbound));
        test.Store(A.Conversation("new") with { Direction = "inbound" });
        Assert.Equal(2, Count(Inbound));
        test.Database.WriteConversations(writer => writer.MarkDeleted(id, 5, 1));
        Assert.Equal(1, Count(Inbound with { Deleted = true }));
        test.Database.WriteConversations(writer => writer.ComeBack(id));
        Assert.Equal(0, Count(Inbound with { Deleted = true }));
        test.Database.WriteConversations(writer => writer.MarkDeleted(id, 5, 1));
        test.Database.WriteConversations(writer => writer.MarkStale(id));
        Assert.Equal(0, Count(Inbound with { Deleted = true }));
        test.Erase("old");
        Assert.Equal(1, Count(Inbound));
        Assert.True(test.Columns.IsReady);
    }

    [Fact]
    public void Count_ChangeThatWasTakenBack_IsNotCounted()
    {
        test.Columns.Fill(CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() => test.Database.WriteConversations(writer =>
        {
            writer.Upsert(A.Conversation("never") with { Direction = "inbound" }, null);
            throw new InvalidOperationException();
        }));
        Assert.Equal(0, Count(Inbound));
    }

    /// <summary>The log is cut off while a program sleeps, say: it reads everything anew.</summary>
    [Fact]
    public void Count_LogIsCutOff_AsksTheDatabaseUntilFilledAnew()
    {
        test.Store(A.Conversation("one") with { Direction = "inbound" });
        test.Columns.Fill(CancellationToken.None);
        test.Store(A.Conversation("two") with { Direction = "inbound" });
        test.Store(A.Conversation("three") with { Direction = "inbound" });
        test.Database.Write(connection => connection.Run(
            "DELETE FROM conversation_changes WHERE number < (SELECT MAX(number) FROM conversation_changes)"));

        Assert.Equal(3, Count(Inbound));
        Assert.False(test.Columns.IsReady);
        test.Columns.Fill(CancellationToken.None);
        Assert.Equal(3, Count(Inbound));
        Assert.True(test.Columns.IsReady);
    }

    /// <summary>Another program writes and erases on the same database, while this one answers.</summary>
    [Fact]
    public async Task Figures_WhileAnotherProgramWrites_AreThoseOfOneState()
    {
        using var other = test.Options.OpenDatabase();
        test.Columns.Fill(CancellationToken.None);
        var everything = new ConversationFilter { Directions = ["inbound", "outbound", "other"] };
        var counted = new KpiService(test.Reading, TimeProvider.System);
        var writing = Task.Run(() => Gen.Select(RandomConversations.Any, Gen.Int[0, 20]).Sample((conversations, erased) =>
        {
            // Each transaction leaves as many inbound as outbound.
            other.WriteConversations(writer =>
            {
                foreach (var one in conversations)
                {
                    writer.Upsert(one with { ConversationId = one.ConversationId + "a", Direction = "inbound" }, null);
                    writer.Upsert(one with { ConversationId = one.ConversationId + "b", Direction = "outbound" }, null);
                }
                foreach (var name in new[] { $"conv_{erased}a", $"conv_{erased}b" })
                    if (writer.FindDocuments(name) is { } stored)
                        writer.Erase(stored.Id);
            });
        }, iter: 100, threads: 1), TestContext.Current.CancellationToken);
        var fromDatabase = new KpiService(TestDatabase.ReadingOf(test.Database), TimeProvider.System);
        for (var answers = 0; !writing.IsCompleted || answers < 10; answers++)
        {
            var report = counted.Report(everything, null, comparePrevious: false);
            Assert.Equal(report.InboundCalls, report.OutboundCalls);
        }
        await writing;

        Assert.Equivalent(fromDatabase.Report(everything, null, false), counted.Report(everything, null, false), strict: true);
        Assert.True(test.Columns.IsReady);
    }

    [Fact]
    public async Task Start_OfTheService_FillsTheColumns()
    {
        test.Store(A.Conversation("one"));
        await test.Columns.StartAsync(TestContext.Current.CancellationToken);

        await Eventually.True(() => test.Columns.IsReady, "the columns are filled");

        await test.Columns.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What was erased leaves empty places, of which no more than a part is kept.</summary>
    [Fact]
    public async Task Count_MuchIsErased_IsReadAnewWithoutEmptyPlaces()
    {
        const int Many = 40_000;
        test.Store(A.Conversation("first") with { Direction = "inbound" });
        test.Database.Write(connection => connection.Run($"""
            INSERT INTO conversations (id, conversation_id, agent_id, status, call_successful, start_time, direction, channel, end_reason,
                finished, transferred, agent_handover, dropout, technical_error, details_state)
            WITH RECURSIVE many (number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM many WHERE number <= {Many})
            SELECT number, 'many_' || number, agent_id, status, call_successful, start_time, direction, channel, end_reason, finished,
                transferred, agent_handover, dropout, technical_error, details_state
            FROM many, conversations WHERE conversation_id = 'first'
            """));
        await test.Columns.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.True(() => test.Columns.IsReady, "the columns are filled");
        Assert.Equal(Many + 1, Count(Inbound));

        test.Database.Write(connection =>
        {
            connection.Run("DELETE FROM conversations WHERE id > 1000");
            ChangeLog.Add(connection, [.. Enumerable.Range(1_001, Many - 999).Select(id => (long)id)]);
        });

        Assert.Equal(1_000, Count(Inbound));
        Assert.True(test.Columns.IsReady);
        await Eventually.True(() => Places() == 1_000, "the columns are filled anew");
        Assert.Equal(1_000, Count(Inbound));
        await test.Columns.StopAsync(TestContext.Current.CancellationToken);

        int Places() => test.Database.Read(connection =>
        {
            using var session = test.Columns.Open(connection);
            return session.Table!.Places;
        });
    }

    [Fact]
    public async Task Start_WithoutMemoryForThem_LeavesItToTheDatabase()
    {
        using var none = new ColumnStore(test.Database, new ColumnLimit(0), NullLogger<ColumnStore>.Instance);
        await none.StartAsync(TestContext.Current.CancellationToken);
        await none.StopAsync(TestContext.Current.CancellationToken);

        Assert.False(none.IsReady);
        test.Store(A.Conversation("one") with { Direction = "inbound" });
        var store = new ConversationStore(test.Database, new FilteredReading(test.Database, new QueryLimit(), none));
        Assert.Equal(1, store.Count(Inbound, CancellationToken.None));
    }
}
