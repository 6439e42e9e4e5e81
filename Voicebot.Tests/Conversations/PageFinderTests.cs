using CsCheck;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Kpis;

namespace Voicebot.Tests.Conversations;

/// <summary>However a page is found, it holds the rows that stand there when everything is sorted.</summary>
public sealed class PageFinderTests : IDisposable
{
    private const int PerPage = 7;
    private static readonly ReportingZone Zone = ReportingZone.Find("Europe/Warsaw")!;

    private static readonly ConversationFilter[] Filters =
    [
        new(),
        new() { AgentIds = ["agent_a"] },
        new() { AgentIds = ["agent_a", "agent_b"], Period = Period.Of(new Month(2026, 10)) },
        new() { Period = new Period(new DateOnly(2026, 10, 25), null) },
        new() { Period = new Period(null, new DateOnly(2026, 11, 2)) },
        new() { Outcomes = ["success"] },
        new() { AgentIds = ["agent_a"], Directions = ["other"], Period = Period.Of(new Month(2026, 11)) },
        new() { Criteria = [new CriterionCondition("polite", "failure")] },
    ];

    private static readonly ConversationSort[] Sorts =
    [
        new("start_time", true), new("start_time", false), new("duration", true), new("rating", false), new("failed_criteria", true),
        new("failed_criteria", false),
    ];

    private readonly TestDatabase test = new(options => options with { TimeZone = Zone });

    public PageFinderTests() => test.Settings.ApplyZone();

    public void Dispose() => test.Dispose();

    [Fact]
    public void List_AllPages_AreTheWholeInItsOrder() =>
        Gen.Select(RandomConversations.Any, Gen.Bool, Gen.Int[0, Filters.Length - 1], Gen.Int[0, Sorts.Length - 1]).Sample(
            (conversations, dated, filterIndex, sortIndex) =>
            {
                test.EraseAll();
                // Without rows of unknown start the days lead to the page; with them the nearer end does.
                test.Store(dated ? conversations.Select(one => one with { StartTime = one.StartTime ?? 1_792_540_800 }) : conversations);
                var (filter, sort) = (Filters[filterIndex], Sorts[sortIndex]);
                var rows = test.Conversations.List(filter, sort, 1, 200);
                var expected = Ordered(rows.Rows, sort).ToList();

                var paged = new List<string>();
                for (var page = 1; page <= rows.Total / PerPage + 1; page++)
                    paged.AddRange(test.Conversations.List(filter, sort, page, PerPage).Rows.Select(row => row.ConversationId));

                Assert.Equal(expected, rows.Rows.Select(row => row.ConversationId));
                Assert.Equal(expected, paged);
                Assert.Equal(rows.Total, paged.Count);
            },
            iter: 150,
            threads: 1);

    private static IEnumerable<string> Ordered(IEnumerable<ConversationRow> rows, ConversationSort sort)
    {
        var byNewest = rows.OrderBy(row => row.StartTime is null).ThenByDescending(row => row.StartTime).ThenByDescending(row => row.Id);
        double? Value(ConversationRow row) => sort.Field == "duration" ? row.DurationSeconds : row.Rating;
        int Failed(ConversationRow row) => ConversationAnswers.Criteria(row.Criteria).Count(criterion => criterion.Result == "failure");
        var byRating = byNewest.OrderBy(row => row.Rating is null);
        var ordered = sort switch
        {
            { Field: "failed_criteria", IsDescending: true } => byRating.ThenBy(row => row.Rating).OrderByDescending(Failed),
            { Field: "failed_criteria" } => byRating.ThenByDescending(row => row.Rating).OrderBy(Failed),
            { IsByStart: true, IsDescending: true } => byNewest,
            { IsByStart: true } => rows.OrderBy(row => row.StartTime is null).ThenBy(row => row.StartTime).ThenBy(row => row.Id),
            { IsDescending: true } => byNewest.OrderBy(row => Value(row) is null).ThenByDescending(Value),
            _ => byNewest.OrderBy(row => Value(row) is null).ThenBy(Value),
        };
        return ordered.Select(row => row.ConversationId);
    }
}
