using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>Which conversations are read again, at the border of each condition.</summary>
public sealed class UnsettledConversationsTests : IDisposable
{
    private const long Begin = 1_790_000_000;
    private const long Day = 86_400;
    private readonly TestDatabase test = new();

    public void Dispose() => test.Dispose();

    /// <summary>Within its first day always; then when its age has nearly doubled since it was last read.</summary>
    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(80_000, Day - 1, true)]
    [InlineData(80_000, Day, false)]
    [InlineData(80_000, 154_999, false)]
    [InlineData(80_000, 155_000, true)]
    [InlineData(1_600_000, 3_099_999, false)]
    [InlineData(1_600_000, 3_100_000, true)]
    public void Of_Unfinished_IsAskedForWhenItsAgeHasNearlyDoubled(long readAfter, long age, bool due)
    {
        Store("begun", new { start_time = Begin, details_read_at = Begin + readAfter });
        var (seen, seenBefore) = (Run(Begin), Run(Begin - 9 * Day));
        Store("seen only", new { start_time = (long?)null, first_run_id = seen, details_read_at = Begin + readAfter });
        Store("begun before it was seen", new { start_time = Begin - 9 * Day, first_run_id = seen, details_read_at = Begin + readAfter });
        Store("begun after it was seen", new { start_time = Begin, first_run_id = seenBefore, details_read_at = Begin + readAfter });

        Assert.Equal(due ? 4 : 0, Due(Begin + age).Count);
        Assert.Equal(Due(Begin + age).Order(StringComparer.Ordinal), DueAmongAll(Begin + age).Order(StringComparer.Ordinal));
    }

    /// <summary>Long after the beginning, just read.</summary>
    [Theory]
    [InlineData("status = 'in-progress'", false)]
    [InlineData("finished = 1", true)]
    [InlineData("finished = 1, settled = 1", false)]
    [InlineData("details_state = 'missing'", false)]
    [InlineData("details_state = 'failed'", true)]
    [InlineData("details_state = 'pending'", true)]
    [InlineData("details_read_at = NULL", true)]
    [InlineData("details_read_at = NULL, settled = 1", false)]
    [InlineData("agent_id = 'agent_two', finished = 1", false)]
    public void Of_LongAfterItsBegin_IsDueWhereSomethingIsMissing(string change, bool due)
    {
        Store("one", new { start_time = Begin, details_read_at = Begin + 100 * Day });
        Change(change);

        Assert.Equal(due ? ["one"] : [], Due(Begin + 100 * Day));
        Assert.Equal(due || change.Contains("agent_two", StringComparison.Ordinal) ? ["one"] : [], DueAmongAll(Begin + 100 * Day));
    }

    [Fact]
    public void Of_Several_AreNewestFirstAndThoseWithoutAStartLast()
    {
        Store("undated", new { start_time = (long?)null, details_state = "pending" });
        Store("old", new { start_time = Begin, details_state = "pending" });
        Store("new", new { start_time = Begin + 1, details_state = "pending" });

        Assert.Equal(["new", "old", "undated"], Due(Begin + 100 * Day));
        Assert.Empty(test.Database.Read(connection => UnsettledConversations.Due(connection, [], Begin)));
    }

    /// <summary>Settled, begun at or after an instant and read before another: one of these is not so.</summary>
    [Theory]
    [InlineData("settled = 1", true)]
    [InlineData("settled = 0", false)]
    [InlineData("start_time = start_time - 1", false)]
    [InlineData("start_time = NULL", false)]
    [InlineData("details_read_at = details_read_at + 1", false)]
    [InlineData("details_read_at = NULL", false)]
    [InlineData("deleted_at = 1", false)]
    [InlineData("texts_forgotten_at = 1", false)]
    [InlineData("agent_id = 'agent_two'", false)]
    public void ReadBefore_Settled_IsReadAgainWithinItsTimes(string change, bool expected)
    {
        Store("one", new { start_time = Begin, details_read_at = Begin + Day - 1, settled = 1 });
        Store("newer", new { start_time = Begin + 1, details_read_at = Begin + Day - 1, settled = 1 });
        Change(change, "one");

        Assert.Equal(expected ? ["newer", "one"] : ["newer"], test.Database.Read(connection =>
            UnsettledConversations.ReadBefore(connection, A.Agent, Begin, Begin + Day).ToList()));
    }

    [Theory]
    [InlineData("settled = 1", true)]
    [InlineData("start_time = start_time - 1", false)]
    [InlineData("start_time = start_time + 86399", true)]
    [InlineData("start_time = start_time + 86400", false)]
    [InlineData("start_time = NULL", false)]
    [InlineData("deleted_at = 1", false)]
    [InlineData("agent_id = 'agent_two'", false)]
    public void InWindow_Start_IsFromTheBeginningToBeforeTheEnd(string change, bool expected)
    {
        Store("one", new { start_time = Begin });
        Change(change);

        Assert.Equal(expected ? ["one"] : [], test.Database.Read(connection =>
            UnsettledConversations.InWindow(connection, A.Agent, Begin, Begin + Day).ToList()));
    }

    [Fact]
    public void IsNewest_Start_IsThatOfTheLatestOrLater()
    {
        bool Newest(long start) => test.Database.Read(connection => UnsettledConversations.IsNewest(connection, A.Agent, start));

        Assert.True(Newest(1));
        Store("one", new { start_time = Begin });
        Store("older", new { start_time = Begin - 5 });
        Store("another's", new { start_time = Begin + 5, agent_id = "agent_two" });
        Assert.Equal((false, true, true), (Newest(Begin - 1), Newest(Begin), Newest(Begin + 1)));
    }

    [Fact]
    public void Failures_OfTheRun_AreTheNewestWithTheirReasons()
    {
        Store("before the run", new { start_time = Begin + 9, details_state = "failed", details_error = "no", details_read_at = 99 });
        Store("old", new { start_time = Begin, details_state = "failed", details_error = "first", details_read_at = 100 });
        Store("new", new { start_time = Begin + 1, details_state = "missing", details_error = "second", details_read_at = 101 });
        Store("undated", new { start_time = (long?)null, details_state = "failed", details_error = "third", details_read_at = 100 });
        Store("read", new { start_time = Begin + 2, details_state = "read", details_error = "no", details_read_at = 101 });
        Store("pending", new { start_time = Begin + 2, details_state = "pending", details_error = "no", details_read_at = 101 });
        Store("another's",
            new { start_time = Begin + 3, details_state = "failed", details_error = "no", details_read_at = 101, agent_id = "agent_two" });

        (string, string)[] expected = [("new", "second"), ("old", "first"), ("undated", "third")];
        Assert.Equal(expected, Failures(4));
        Assert.Equal(expected, Failures(3));
        Assert.Equal(expected[..2], Failures(2));

        IReadOnlyList<(string, string)> Failures(int limit) =>
            test.Database.Read(connection => UnsettledConversations.Failures(connection, A.Agent, 100, limit));
    }

    [Theory]
    [InlineData("settled = 1", 1)]
    [InlineData("channel = 'web'", 0)]
    [InlineData("agent_phone = '1'", 0)]
    [InlineData("client_phone = '1'", 0)]
    [InlineData("phones_forgotten_at = 1", 0)]
    [InlineData("texts_forgotten_at = 1", 0)]
    [InlineData("agent_id = 'agent_three'", 0)]
    public void MarkWithoutNumbers_TelephoneWithNeitherNumber_IsReadAgain(string change, int marked)
    {
        Store("one", new { details_state = "read", settled = 1 });
        Store("of two", new { details_state = "read", settled = 1, agent_id = "agent_two" });
        Change(change, "one");

        var counts = test.Database.Write(connection => UnsettledConversations.MarkWithoutNumbers(connection, [A.Agent, "agent_two"]));

        Assert.Equal((marked, 1), (counts.GetValueOrDefault(A.Agent), counts["agent_two"]));
        Assert.Equal(marked == 1 ? ("pending", 0L) : ("read", 1L), test.Database.Read(connection => connection.QuerySingle<(string, long)>(
            "SELECT details_state, settled FROM conversations WHERE conversation_id = 'one'")));
    }

    [Theory]
    [InlineData("""{"agent_id":"agent_one"}""", false)]
    [InlineData("""{"agent_id":"agent_two"}""", true)]
    [InlineData("{}", false)]
    public void IsListedElsewhere_ListedAgent_IsAnotherThanItsOwn(string list, bool expected)
    {
        test.Database.WriteConversations(writer =>
        {
            writer.StoreListDocument(writer.Upsert(A.Conversation("other"), 1), """{"agent_id":"agent_two"}""");
            writer.StoreListDocument(writer.Upsert(A.Conversation("one"), 1), list);
            return 0;
        });

        Assert.Equal((expected, false), test.Database.Read(connection => (UnsettledConversations.IsListedElsewhere(connection, "one"),
            UnsettledConversations.IsListedElsewhere(connection, "nowhere"))));
    }

    private List<string> Due(long now) =>
        test.Database.Read(connection => UnsettledConversations.Of(connection, A.Agent, now).ToList());

    private List<string> DueAmongAll(long now) => test.Database.Read(connection =>
    {
        var ids = connection.Query<(long Id, string Name)>("SELECT id, conversation_id FROM conversations")
            .ToDictionary(row => row.Id, row => row.Name);
        return UnsettledConversations.Due(connection, ids.Keys, now).Select(id => ids[id]).ToList();
    });

    private long Run(long startedAt) => test.Database.Write(connection => connection.ExecuteScalar<long>("""
        INSERT INTO sync_runs (agent_id, sync_type, status, phase, requested_at, started_at)
        VALUES (@agent, 'manual', 'completed', 'done', 1, @startedAt) RETURNING id
        """, new { agent = A.Agent, startedAt }));

    /// <summary>One that is not over, whose details were read.</summary>
    private void Store(string id, object columns)
    {
        test.Store(A.Conversation(id) with { Status = "in-progress" });
        Change("details_state = 'read', settled = 0, first_run_id = NULL", id);
        var parameters = new DynamicParameters(columns);
        parameters.Add("id", id);
        var names = columns.GetType().GetProperties().Select(property => $"{property.Name} = @{property.Name}");
        test.Database.Write(connection =>
            connection.Execute($"UPDATE conversations SET {string.Join(", ", names)} WHERE conversation_id = @id", parameters));
    }

    private void Change(string change, string? id = null) => test.Database.Write(connection => connection.Execute(
        $"UPDATE conversations SET {change}" + (id is null ? "" : " WHERE conversation_id = @id"), new { id }));
}
