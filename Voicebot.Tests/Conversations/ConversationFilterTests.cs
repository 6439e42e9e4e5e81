using Voicebot.Core.Conversations;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

public sealed class ConversationFilterTests : IDisposable
{
    private static readonly DateOnly Day = ConditionCases.Day;

    private readonly TestDatabase test = new();

    public ConversationFilterTests()
    {
        var ids = test.Store(
            A.Conversation("full") with
            {
                AgentId = "agent_two",
                AgentName = "Two",
                StartTime = At(Day),
                DurationSeconds = 120,
                MessageCount = 8,
                BotMessageCount = 4,
                Direction = "inbound",
                Source = "twilio",
                MainLanguage = "pl",
                AgentPhone = "+48221234567",
                ClientPhone = "+48601_00%",
                Rating = 4.5,
                EndReason = EndReason.UserEnded,
                CallResult = "answered",
                ClientTurnCount = 2,
                CallSuccessful = "failure",
                Transferred = true,
                AgentHandover = true,
                TechnicalError = true,
                CostCredits = 500,
                CostUsd = 0.1,
                Title = "Zgubiona karta",
                Summary = "100% pewności",
                Criteria = [("polite", "success"), ("solved", "failure")],
                Tools = [("find \u0142ó\u017cko", 3, 1), ("end_call", 1, 0)],
                Sentiment = "negative",
                VersionId = "v2",
                Tags = ["vip", "late"],
                BranchId = "main",
                CampaignId = "autumn",
                Frustration = 0.75,
                QueueSeconds = 47.3,
                Comment = "Długo w kolejce",
                Transfers = [("transfer_to_number_error", 2), ("transfer_to_number_twilio_success", 1)],
                Collected = [("city", "\"\u0141ódź\""), ("visits", "2"), ("agreed", "true"), ("nothing", null),
                    ("callback", "\"dial 4860100\"")],
                TranscriptText = "Zaginęła mi karta na Żółwiej",
            },
            A.Conversation("plain") with
            {
                StartTime = At(Day.AddDays(-1)),
                DurationSeconds = 0,
                Direction = "outbound",
                CallResult = "busy",
                CostCredits = 0,
                Rating = 3,
                Sentiment = "positive",
                Collected = [("city", "\"Kraków\""), ("said \"hi\"", "\"yes\""), ("sure \"now\"", "true")],
                Frustration = 0.1,
                QueueSeconds = 0,
                Criteria = [("polite", "maybe"), ("said \"hi\"", "failure")],
                Tools = [("end_call", 1, 0)],
            },
            A.Conversation("web") with
            {
                StartTime = At(Day.AddDays(1)),
                Channel = Channel.Web,
                Source = "widget",
                CallSuccessful = "unknown",
                DurationSeconds = 20,
                Direction = "sideways",
                EndReason = EndReason.Silence,
                CallResult = "to_come",
                ClientTurnCount = 0,
            },
            A.Conversation("failed") with
            {
                StartTime = At(Day),
                Status = "failed",
                CallSuccessful = "unknown",
                EndReason = EndReason.None,
            },
            // Not finished yet: its marks are kept but counted nowhere.
            A.Conversation("running") with
            {
                StartTime = null,
                Status = "in-progress",
                CallSuccessful = "failure",
                Transferred = true,
                AgentHandover = true,
                TechnicalError = true,
            });
        test.Database.WriteConversations(writer => writer.MarkDeleted(ids[2], deletedAt: 1_795_000_000, runId: 1));
    }

    public void Dispose() => test.Dispose();

    [Theory]
    [MemberData(nameof(ConditionCases.All), MemberType = typeof(ConditionCases), DisableDiscoveryEnumeration = true)]
    public void List_Condition_GivesExactlyTheMatching(ConversationFilter filter, string expected)
    {
        AssertGives(expected, filter);

        test.Columns.Fill(CancellationToken.None);

        AssertGives(expected, filter);
    }

    /// <summary>The opposite picks all others, those among them whose value is not known, from rows and from columns.</summary>
    [Theory]
    [MemberData(nameof(ConditionCases.Single), MemberType = typeof(ConditionCases), DisableDiscoveryEnumeration = true)]
    public void List_OppositeOfACondition_GivesAllOthers(ConversationFilter filter, string matching)
    {
        var expected = string.Join(' ', "failed full plain running web".Split(' ').Except(matching.Split(' ')));
        var opposite = new ConversationFilter { Not = filter with { MaskPhones = false }, MaskPhones = filter.MaskPhones };

        AssertGives(expected, opposite);

        test.Columns.Fill(CancellationToken.None);

        AssertGives(expected, opposite);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void List_SeveralOpposites_LeavesThoseForWhichNoneHolds(bool fromColumns)
    {
        if (fromColumns)
            test.Columns.Fill(CancellationToken.None);
        var filter = new ConversationFilter
        {
            Dropout = false, // failed full plain running
            Not = new ConversationFilter { Search = "plai", Criteria = [new("polite", "success"), new("solved", "unknown")] },
        };

        AssertGives("failed running", filter);
    }

    /// <summary>Each end of a range is a condition of its own, and so has its own opposite.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void List_OppositesOfBothEnds_LeavesThoseForWhichNeitherHolds(bool fromColumns)
    {
        if (fromColumns)
            test.Columns.Fill(CancellationToken.None);

        AssertGives("failed running web", new() { Not = new() { CostMin = 1, CostMax = 499 } }); // 500, 0, and three unknown
        AssertGives("failed plain running", new() { Not = new() { DurationMin = 30, DurationMax = 20 } });
        AssertGives("failed running web", new() { Not = new() { RatingMin = 4, RatingMax = 4 } });
    }

    private void AssertGives(string expected, ConversationFilter filter)
    {
        var list = test.Conversations.List(filter, ConversationSort.NewestFirst, 1, 200);

        Assert.Equal(expected, string.Join(' ', list.Rows.Select(row => row.ConversationId).Order(StringComparer.Ordinal)));
        Assert.Equal(list.Rows.Count, list.Total);
    }

    [Fact]
    public void List_EveryConditionAtOnce_StillMatches()
    {
        var filter = new ConversationFilter
        {
            AgentIds = ["agent_two"],
            Period = new Period(Day, Day),
            Outcomes = ["failure"],
            Statuses = ["done"],
            CallResults = ["answered"],
            Talked = true,
            EndReasons = ["user_ended"],
            Directions = ["inbound"],
            Channels = ["phone"],
            Sources = ["twilio"],
            Languages = ["pl"],
            Sentiments = ["negative"],
            Versions = ["v2"],
            Tags = ["vip"],
            Data = [new DatumCondition("city", "eq", "Łódź")],
            Branches = ["main"],
            Campaigns = ["autumn"],
            Transfers = ["transfer_to_number_error"],
            Commented = true,
            Waited = true,
            FrustrationMin = 0.75,
            Weekdays = [ConditionCases.Weekday(Day), ConditionCases.Weekday(Day.AddDays(1))],
            Hours = [11, 12],
            Transferred = true,
            Handover = true,
            Dropout = false,
            Error = true,
            Rated = true,
            CostKnown = true,
            CostUsdKnown = true,
            HasTranscript = true,
            DurationMin = 120,
            DurationMax = 120,
            CostMin = 500,
            CostMax = 500,
            Ratings = [5],
            RatingMin = 4.5,
            RatingMax = 4.5,
            Criteria = [new CriterionCondition("solved", "failure")],
            Phone = "601",
            Search = "karta",
        };

        Assert.Equal(["full"],
            test.Conversations.List(filter, ConversationSort.NewestFirst, 1, 200).Rows.Select(row => row.ConversationId));
    }

    [Fact]
    public void Search_PolishLetters_MatchInAnyCase()
    {
        test.Store(A.Conversation("polish") with { Title = "Źle naliczona OPŁATA" });

        Assert.Equal(
            ["polish"],
            test.Conversations.List(new ConversationFilter { Search = "źle naliczona opłata" }, ConversationSort.NewestFirst, 1,
                200).Rows.Select(row => row.ConversationId));
    }

    private static long At(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero).ToUnixTimeSeconds();
}
