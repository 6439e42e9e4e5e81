using Voicebot.Core.Conversations;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

public sealed class ConversationFilterTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 20);

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
                Collected = [("city", "\"Kraków\""), ("said \"hi\"", "\"yes\"")],
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

    public static TheoryData<ConversationFilter, string> Conditions => new()
    {
        { new(), "failed full plain running web" },
        { new() { AgentIds = ["agent_two"] }, "full" },
        { new() { AgentIds = ["agent_two", "agent_one", "absent"] }, "failed full plain running web" },
        { new() { AgentIds = ["absent"] }, "" },
        { new() { Period = new(Day, Day) }, "failed full" },
        { new() { Period = new(Day, null) }, "failed full web" },
        { new() { Period = new(null, Day.AddDays(-1)) }, "plain" },
        { new() { Period = Period.Of(new Month(2026, 11)) }, "failed full plain web" },
        { new() { Outcomes = ["success"] }, "plain" },
        { new() { Outcomes = ["failure"] }, "full" },
        { new() { Outcomes = ["unknown"] }, "failed web" },
        { new() { Status = "done" }, "full plain web" },
        { new() { Status = "finished" }, "failed full plain web" },
        { new() { Status = "unfinished" }, "running" },
        { new() { Status = "in-progress" }, "running" },
        { new() { EndReasons = ["user_ended"] }, "full" },
        { new() { EndReasons = ["none"] }, "failed" },
        { new() { Directions = ["inbound"] }, "full" },
        { new() { Directions = ["outbound"] }, "plain" },
        { new() { Directions = ["other"] }, "failed running web" },
        { new() { Channels = ["web"] }, "web" },
        { new() { Sources = ["widget"] }, "web" },
        { new() { Languages = ["pl"] }, "full" },
        { new() { Transferred = true }, "full" },
        { new() { Transferred = false }, "failed plain running web" },
        { new() { Handover = true }, "full" },
        // Handed over to a person, so broken off by nobody.
        { new() { Dropout = true }, "web" },
        { new() { Dropout = false }, "failed full plain running" },
        { new() { CallResult = "answered" }, "full" },
        { new() { CallResult = "busy" }, "plain" },
        { new() { CallResult = "no_answer" }, "" },
        { new() { CallResult = "unknown" }, "failed running web" },
        { new() { Talked = true }, "full" },
        { new() { Talked = false }, "failed plain running web" },
        { new() { Error = true }, "full" },
        { new() { Rated = true }, "full plain" },
        { new() { Rated = false }, "failed running web" },
        { new() { CostKnown = true }, "full plain" },
        { new() { CostKnown = false }, "failed running web" },
        { new() { CostUsdKnown = true }, "full" },
        { new() { HasTranscript = true }, "full" },
        { new() { HasTranscript = false }, "failed plain running web" },
        { new() { Deleted = true }, "web" },
        { new() { Deleted = false }, "failed full plain running" },
        { new() { DurationMin = 20 }, "full web" },
        { new() { DurationMin = 21 }, "full" },
        { new() { DurationMax = 20 }, "web" },
        { new() { DurationMin = 20, DurationMax = 120 }, "full web" },
        { new() { CostMin = 0 }, "full plain" },
        { new() { CostMin = 1 }, "full" },
        { new() { CostMax = 0 }, "plain" },
        { new() { Ratings = [5] }, "full" },
        { new() { Ratings = [3] }, "plain" },
        { new() { RatingMin = 4.5 }, "full" },
        { new() { RatingMin = 4.6 }, "" },
        { new() { RatingMax = 4.4 }, "plain" },
        { new() { Criteria = [new("polite", "success")] }, "full" },
        { new() { Criteria = [new("polite", "unknown")] }, "plain" },
        { new() { Criteria = [new("solved", "failure")] }, "full" },
        { new() { Criteria = [new("polite", "success"), new("solved", "failure")] }, "full" },
        { new() { Criteria = [new("polite", "success"), new("polite", "failure")] }, "" },
        { new() { Criteria = [new("said \"hi\"", "failure")] }, "plain" },
        { new() { Criteria = [new("said \"hi\"", "success")] }, "" },
        { new() { Phone = "221234" }, "full" },
        { new() { Phone = "48601" }, "full" },
        { new() { Search = "zgubiona KARTA" }, "full" },
        { new() { Search = "PEWNO" }, "full" },
        { new() { Search = "plai" }, "plain" },
        { new() { Search = "lai" }, "" },
        { new() { Search = "zolwiej" }, "full" },
        { new() { Search = "żółw zagin" }, "full" },
        { new() { Search = "żó" }, "" },
        { new() { Search = "karta zapomniana" }, "" },
        { new() { Tool = "find łóżko" }, "full" },
        { new() { Tool = "end_call" }, "full plain" },
        { new() { Tool = "absent" }, "" },
        { new() { ToolError = "find łóżko" }, "full" },
        { new() { ToolError = "end_call" }, "" },
        { new() { Ids = ["web", "full", "absent"] }, "full web" },
        { new() { Weekdays = [Weekday(Day)], Hours = [12] }, "failed full" },
        { new() { Weekdays = [Weekday(Day.AddDays(1))] }, "web" },
        { new() { Hours = [13] }, "" },
        { new() { Weekdays = [Weekday(Day.AddDays(-1)), Weekday(Day.AddDays(1))] }, "plain web" },
        { new() { Hours = [11, 12, 13] }, "failed full plain web" },
        { new() { Weekdays = [Weekday(Day), Weekday(Day.AddDays(1))], Hours = [13, 14] }, "" },
        { new() { Outcomes = ["failure", "unknown"] }, "failed full web" },
        { new() { Outcomes = ["success", "failure", "unknown"] }, "failed full plain web" },
        { new() { EndReasons = ["none", "user_ended"] }, "failed full" },
        { new() { Directions = ["outbound", "other"] }, "failed plain running web" },
        { new() { Directions = ["inbound", "outbound"] }, "full plain" },
        { new() { Channels = ["web", "text"] }, "web" },
        { new() { Sources = ["widget", "twilio"] }, "full web" },
        { new() { Languages = ["pl", "de"] }, "full" },
        { new() { Ratings = [3, 4, 5] }, "full plain" },
        { new() { Sentiments = ["negative"] }, "full" },
        { new() { Sentiments = ["positive", "negative"] }, "full plain" },
        { new() { Version = "v2" }, "full" },
        { new() { Tag = "vip" }, "full" },
        { new() { Tag = "vi" }, "" },
        { new() { Datum = new("city", null) }, "full plain" },
        { new() { Datum = new("city", "łódź") }, "full" },
        { new() { Datum = new("city", "Łód") }, "" },
        { new() { Datum = new("visits", "2") }, "full" },
        { new() { Datum = new("agreed", "true") }, "full" },
        { new() { Datum = new("nothing", null) }, "" }, // asked for, but not told
        { new() { Datum = new("said \"hi\"", "yes") }, "plain" },
        { new() { Datum = new("callback", "dial 4860100") }, "full" },
        // While numbers are masked, a value is what is shown of it.
        { new() { Datum = new("callback", "dial 4860100"), MaskPhones = true }, "" },
        { new() { Datum = new("city", "łódź"), MaskPhones = true }, "full" },
        { new() { Search = "nothing like it" }, "" },
        // Signs that mean something to LIKE mean themselves here.
        { new() { Phone = "_" }, "full" },
        { new() { Phone = "%" }, "full" },
        { new() { Phone = "601_00%" }, "full" },
        { new() { Phone = "601_01_" }, "" }, // no wildcard
        { new() { Phone = "601_00_" }, "full" },
        { new() { Search = "100%" }, "full" },
        { new() { Search = "%karta" }, "full" }, // signs are no part of words
        { new() { Search = "\\" }, "" },
        // Text that would end a string in SQL.
        { new() { Search = "' OR 1=1 --" }, "" },
        { new() { Phone = "'; DROP TABLE conversations; --" }, "" },
        { new() { Status = "done' OR '1'='1" }, "" },
        { new() { Sources = ["twilio\"; --"] }, "" },
        { new() { Criteria = [new("polite' OR 1=1 --", "success")] }, "" },
        { new() { AgentIds = ["agent_one') OR 1=1 --"] }, "" },
    };

    public void Dispose() => test.Dispose();

    [Theory]
    [MemberData(nameof(Conditions), DisableDiscoveryEnumeration = true)]
    public void List_Condition_GivesExactlyTheMatching(ConversationFilter filter, string expected)
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
            Status = "done",
            CallResult = "answered",
            Talked = true,
            EndReasons = ["user_ended"],
            Directions = ["inbound"],
            Channels = ["phone"],
            Sources = ["twilio"],
            Languages = ["pl"],
            Sentiments = ["negative"],
            Version = "v2",
            Tag = "vip",
            Datum = new DatumCondition("city", "Łódź"),
            Weekdays = [Weekday(Day), Weekday(Day.AddDays(1))],
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

    private static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    private static long At(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero).ToUnixTimeSeconds();
}
