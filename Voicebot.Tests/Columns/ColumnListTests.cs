using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Columns;
using Voicebot.Core.Conversations;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Kpis;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Columns;

/// <summary>A list from columns is the list that the database itself gives: total, rows and order.</summary>
public sealed class ColumnListTests : IDisposable
{
    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;

    private static readonly Gen<ConversationSort> AnySort =
        Gen.Select(Gen.Int[0, ConversationSort.Fields.Count - 1], Gen.Bool,
            (number, descending) => new ConversationSort(ConversationSort.Fields.ElementAt(number), descending));

    private readonly TestDatabase test = new(options => options with { TimeZone = Warsaw });
    private readonly ConversationStore fromDatabase;

    public ColumnListTests()
    {
        test.Settings.ApplyZone();
        fromDatabase = new ConversationStore(test.Database, TestDatabase.ReadingOf(test.Database));
        test.Columns.Fill(CancellationToken.None);
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public void List_RandomFiltersAndSorts_AreThoseOfTheDatabase() =>
        Gen.Select(RandomConversations.Any, Gen.Select(RandomCondition.Some, AnySort, Gen.Int[1, 7], Gen.Int[1, 4]).Array[12]).Sample(
            (conversations, questions) =>
            {
                test.EraseAll();
                test.Store(conversations);
                foreach (var (conditions, sort, perPage, page) in questions)
                {
                    var filter = conditions.Aggregate(new ConversationFilter(), (sum, one) => one.Set(sum));

                    var list = test.Conversations.List(filter, sort, page, perPage);

                    var expected = fromDatabase.List(filter, sort, page, perPage);
                    Assert.Equal((expected.Total, string.Join(' ', expected.Rows.Select(row => row.ConversationId))),
                        (list.Total, string.Join(' ', list.Rows.Select(row => row.ConversationId))));
                    Assert.Equal(expected.Total, test.Conversations.Count(filter, CancellationToken.None));
                    Assert.Equal(expected.Total > 0, test.Conversations.Any(filter, CancellationToken.None));
                    Assert.True(test.Columns.IsReady);
                }
            },
            iter: 40,
            threads: 1);

    [Fact]
    public void List_DeepPageOfManyRows_IsThatOfTheDatabase()
    {
        test.Store(Enumerable.Range(0, 5_000).Select(number => A.Conversation("c" + number) with
        {
            StartTime = 1_790_000_000 + (number * 7919 % 5_000 * 60),
            DurationSeconds = number % 37,
            Direction = "inbound",
        }));
        var filter = new ConversationFilter { Directions = ["inbound"] };
        foreach (var sort in new[] { ConversationSort.NewestFirst, new("start_time", false), new("duration", true) })
            foreach (var page in new[] { 1, 39, 41, 60, 100, 101 })
                Assert.Equal(fromDatabase.List(filter, sort, page, 50).Rows.Select(row => row.Id),
                    test.Conversations.List(filter, sort, page, 50).Rows.Select(row => row.Id));
    }

    [Fact]
    public void List_SearchWithCondition_IsThatOfTheDatabase()
    {
        test.Store(Enumerable.Range(0, 40).Select(number => A.Conversation("c" + number) with
        {
            Summary = number % 3 == 0 ? "zwrot towaru" : "pytanie o termin",
            Direction = number % 2 == 0 ? "inbound" : "outbound",
        }));
        var filter = new ConversationFilter { Search = "zwrot", Directions = ["outbound"] };

        var list = test.Conversations.List(filter, ConversationSort.NewestFirst, 1, 50);

        Assert.Equal(7, list.Total);
        Assert.Equal(fromDatabase.List(filter, ConversationSort.NewestFirst, 1, 50).Rows.Select(row => row.Id),
            list.Rows.Select(row => row.Id));
    }

    /// <summary>Numbers that are stored, but have no room in a column: the database answers, and is right.</summary>
    [Theory]
    [InlineData(5_000_000_000, 10)]
    [InlineData(1_790_000_000, 5_000_000_000)]
    public void Refresh_ValueWithoutRoom_LeavesItToTheDatabase(long start, long seconds)
    {
        test.Store(A.Conversation("far") with { StartTime = start, DurationSeconds = seconds, Direction = "inbound" });

        var list = test.Conversations.List(new ConversationFilter { Directions = ["inbound"] }, ConversationSort.NewestFirst, 1, 50);

        Assert.Equal("far", Assert.Single(list.Rows).ConversationId);
        Assert.False(test.Columns.IsReady);
    }

    [Fact]
    public void Fill_MoreThanTheLimit_LeavesItToTheDatabase()
    {
        test.Store(A.Conversation("one"));
        using var small = new ColumnStore(test.Database, new ColumnLimit(0), NullLogger<ColumnStore>.Instance);

        Assert.Throws<ColumnOverflowException>(() => small.Fill(CancellationToken.None));

        Assert.False(small.IsReady);
    }
}
