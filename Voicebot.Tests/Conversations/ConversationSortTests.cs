using Voicebot.Core.Conversations;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

public sealed class ConversationSortTests : IDisposable
{
    private readonly TestDatabase test = new();

    public static TheoryData<string> Fields => [.. ConversationSort.Fields];

    public void Dispose() => test.Dispose();

    [Theory]
    [MemberData(nameof(Fields))]
    public void Parse_Field_IsReadInBothDirections(string field)
    {
        Assert.Equal(new ConversationSort(field, false), ConversationSort.Parse(field));
        Assert.Equal(new ConversationSort(field, false), ConversationSort.Parse(field + ":asc"));
        Assert.Equal(new ConversationSort(field, true), ConversationSort.Parse("-" + field));
        Assert.Equal(new ConversationSort(field, true), ConversationSort.Parse(field + ":desc"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("start")]
    [InlineData("START_TIME")]
    [InlineData("--start_time")]
    [InlineData("-start_time:desc")]
    [InlineData("-start_time:asc")]
    [InlineData("start_time:down")]
    [InlineData("start_time:")]
    [InlineData("c.start_time")]
    [InlineData("start_time; DROP TABLE conversations")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Null(ConversationSort.Parse(text));

    [Theory]
    [InlineData("duration", new[] { "long", "short", "none" })]
    [InlineData("start_time", new[] { "long", "short", "none" })]
    public void List_UnknownValues_ComeLastInBothDirections(string field, string[] descending)
    {
        test.Store(
            A.Conversation("none") with { StartTime = null },
            A.Conversation("long") with { StartTime = 2_000, DurationSeconds = 90 },
            A.Conversation("short") with { StartTime = 1_000, DurationSeconds = 9 });

        Assert.Equal(descending, Ids(new ConversationSort(field, true)));
        Assert.Equal([descending[1], descending[0], descending[2]], Ids(new ConversationSort(field, false)));
    }

    [Fact]
    public void List_EqualValues_NewestFirst()
    {
        test.Store(
            A.Conversation("old") with { StartTime = 1_000, DurationSeconds = 9 },
            A.Conversation("new") with { StartTime = 3_000, DurationSeconds = 9 },
            A.Conversation("middle") with { StartTime = 2_000, DurationSeconds = 9 });

        Assert.Equal(["new", "middle", "old"], Ids(new ConversationSort("duration", false)));
        Assert.Equal(["new", "middle", "old"], Ids(new ConversationSort("duration", true)));
    }

    [Fact]
    public void List_ByFailedCriteria_MostFirstThenTheLowestRatingThenTheNewest()
    {
        static Conversation Failed(string id, string failed, double? rating, long start) => A.Conversation(id) with
        {
            StartTime = start,
            Rating = rating,
            Criteria = [("kept", "success"), ("odd \"failure\"", "unknown"), .. failed.Select(one => ($"{one}", "failure"))],
        };
        test.Store(
            Failed("unrated", "ab", null, 9_000), Failed("old", "ab", 1, 1_000), Failed("new", "ab", 1, 2_000),
            Failed("many", "abc", 5, 0), Failed("none", "", 1, 3_000), A.Conversation("unjudged") with { StartTime = 4_000, Rating = 2 });

        Assert.Equal(["many", "new", "old", "unrated", "none", "unjudged"], Ids(new ConversationSort("failed_criteria", true)));
        Assert.Equal(["unjudged", "none", "new", "old", "unrated", "many"], Ids(new ConversationSort("failed_criteria", false)));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void List_Pages_HoldEveryConversationOnceAlsoWithEqualStartTimes(string field)
    {
        test.Store(Enumerable.Range(0, 23)
            .Select(i => A.Conversation($"c{i:00}") with { StartTime = 1_000 + i % 2, DurationSeconds = i % 3 }));
        foreach (var descending in new[] { true, false })
        {
            var sort = new ConversationSort(field, descending);
            var paged = Enumerable.Range(1, 5)
                .SelectMany(page =>
                test.Conversations.List(new ConversationFilter(), sort, page, 5).Rows.Select(row => row.ConversationId)).ToList();

            Assert.Equal(23, paged.Distinct().Count());
            Assert.Equal(Ids(sort), paged);
        }
    }

    [Fact]
    public void List_BeyondTheLastPage_IsEmptyAndTellsTheTotal()
    {
        test.Store(A.Conversation("only"));

        var page = test.Conversations.List(new ConversationFilter(), ConversationSort.NewestFirst, 10_000_000, 200);

        Assert.Equal(1, page.Total);
        Assert.Empty(page.Rows);
    }

    private IEnumerable<string> Ids(ConversationSort sort) =>
        test.Conversations.List(new ConversationFilter(), sort, 1, 200).Rows.Select(row => row.ConversationId);
}
