using Voicebot.Core.Conversations;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Conversations;

/// <summary>Conditions, and which of the conversations of <see cref="ConversationFilterTests"/> meet each.</summary>
public static class ConditionCases
{
    public static DateOnly Day { get; } = new(2026, 11, 20);

    public static TheoryData<ConversationFilter, string> All => new()
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
        { new() { Statuses = ["done"] }, "full plain web" },
        { new() { Statuses = ["finished"] }, "failed full plain web" },
        { new() { Statuses = ["unfinished"] }, "running" },
        { new() { Statuses = ["in-progress"] }, "running" },
        { new() { Statuses = ["failed", "unfinished"] }, "failed running" },
        { new() { CallResults = ["busy", "unknown"] }, "failed plain running web" },
        { new() { Tools = ["absent", "find łóżko"] }, "full" },
        { new() { ToolErrors = ["end_call", "find łóżko"] }, "full" },
        { new() { Tags = ["absent", "vip"] }, "full" },
        { new() { Versions = ["v2", "absent"] }, "full" },
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
        { new() { CallResults = ["answered"] }, "full" },
        { new() { CallResults = ["busy"] }, "plain" },
        { new() { CallResults = ["no_answer"] }, "" },
        { new() { CallResults = ["unknown"] }, "failed running web" },
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
        { new() { Tools = ["find łóżko"] }, "full" },
        { new() { Tools = ["end_call"] }, "full plain" },
        { new() { Tools = ["absent"] }, "" },
        { new() { ToolErrors = ["find łóżko"] }, "full" },
        { new() { ToolErrors = ["end_call"] }, "" },
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
        { new() { Versions = ["v2"] }, "full" },
        { new() { Tags = ["vip"] }, "full" },
        { new() { Tags = ["vi"] }, "" },
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
        { new() { Statuses = ["done' OR '1'='1"] }, "" },
        { new() { Sources = ["twilio\"; --"] }, "" },
        { new() { Criteria = [new("polite' OR 1=1 --", "success")] }, "" },
        { new() { AgentIds = ["agent_one') OR 1=1 --"] }, "" },
    };

    /// <summary>Those of all conditions that are one, of which the opposite is what does not meet it.</summary>
    public static TheoryData<ConversationFilter, string> Single =>
        [.. All.Where(row => row.Data.Item1.Period == Period.AllTime && row.Data.Item1.Criteria.Count < 2
            && typeof(ConversationFilter).GetProperties().Count(property => property.Name is not (nameof(ConversationFilter.MaskPhones)
                or nameof(ConversationFilter.IsScope)) && !Equals(property.GetValue(row.Data.Item1), property.GetValue(NoFilter))) == 1)
            .Select(row => row.Data)];

    private static ConversationFilter NoFilter { get; } = new();

    public static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;
}
