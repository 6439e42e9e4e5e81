using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Functions.Requests;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Requests;

public sealed class FilterReaderTests
{
    private static readonly EffectiveSettings Settings = SettingsOf.Agents("agent_one", "agent_two");

    public static TheoryData<string, ConversationFilter> Conditions => new()
    {
        { "", new() },
        { "agent_id=agent_two", new() { AgentIds = ["agent_two"] } },
        { "month=2026-11", new() { Period = Period.Of(new Month(2026, 11)) } },
        { "from=2026-11-01&to=2026-11-01", new() { Period = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1)) } },
        { "from=2026-11-01", new() { Period = new(new DateOnly(2026, 11, 1), null) } },
        { "to=2026-11-01", new() { Period = new(null, new DateOnly(2026, 11, 1)) } },
        { "outcome=unknown", new() { Outcomes = ["unknown"] } },
        { "status=in-progress", new() { Statuses = ["in-progress"] } },
        { "end_reason=user_ended", new() { EndReasons = ["user_ended"] } },
        { "direction=other", new() { Directions = ["other"] } },
        { "channel=text", new() { Channels = ["text"] } },
        { "source=sip_trunk", new() { Sources = ["sip_trunk"] } },
        { "language=pl", new() { Languages = ["pl"] } },
        { "transferred=true&handover=false&dropout=1&error=0",
            new() { Transferred = true, Handover = false, Dropout = true, Error = false } },
        { "rated=true&cost_known=true&cost_usd_known=false&transcript=true",
            new() { Rated = true, CostKnown = true, CostUsdKnown = false, HasTranscript = true } },
        { "deleted=true", new() { Deleted = true } },
        { "duration_min=0&duration_max=29", new() { DurationMin = 0, DurationMax = 29 } },
        { "cost_min=1&cost_max=2", new() { CostMin = 1, CostMax = 2 } },
        { "rating=5&rating_min=4.5&rating_max=5", new() { Ratings = [5], RatingMin = 4.5, RatingMax = 5 } },
        { "criterion=polite:success", new() { Criteria = [new("polite", "success")] } },
        { "criterion=with:colon:unknown", new() { Criteria = [new("with:colon", "unknown")] } },
        { "criterion=polite:success,with,comma:failure,polite:success",
            new() { Criteria = [new("polite", "success"), new("with,comma", "failure")] } },
        { "phone=%2B48601", new() { Phone = "+48601" } },
        { @"phone=\u0035\u0030\u0031\u0030\u0030\u0030\u0030\u0030\u0031",
            new() { Phone = @"\u0035\u0030\u0031\u0030\u0030\u0030\u0030\u0030\u0031" } },
        { "outcome=success,%20failure,success", new() { Outcomes = ["success", "failure"] } },
        { "weekday=1,2,7&hour=0,23", new() { Weekdays = [1, 2, 7], Hours = [0, 23] } },
        { "language=pl,en&source=widget,twilio&channel=web,phone",
            new() { Languages = ["pl", "en"], Sources = ["widget", "twilio"], Channels = ["web", "phone"] } },
        { "rating=1,2&sentiment=negative&tag=vip&version=v2",
            new() { Ratings = [1, 2], Sentiments = ["negative"], Tags = ["vip"], Versions = ["v2"] } },
        { "data=city", new() { Data = [new("city", "exists")] } },
        { "data=city&data_value=%C5%81%C3%B3d%C5%BA", new() { Data = [new("city", "eq", "Łódź")] } },
        { "data=city%3Aeq%3A%C5%81%C3%B3d%C5%BA,visits%3Agte%3A2,city%3Aeq%3A%C5%81%C3%B3d%C5%BA",
            new() { Data = [new("city", "eq", "Łódź"), new("visits", "gte", "2")] } },
        { "data=city:missing&not_data=visits:in:1|2", new() { Data = [new("city", "missing")],
            Not = new() { Data = [new("visits", "in", "1", "2")] } } },
        { "status=failed,unfinished&call_result=busy,no_answer&tool=find,end&tool_error=find&tag=vip,new&version=v1,v2",
            new()
            {
                Statuses = ["failed", "unfinished"], CallResults = ["busy", "no_answer"], Tools = ["find", "end"], ToolErrors = ["find"],
                Tags = ["vip", "new"], Versions = ["v1", "v2"],
            } },
        { "not_outcome=success,unknown&not_hour=9&not_phone=601&outcome=failure",
            new() { Outcomes = ["failure"], Not = new() { Outcomes = ["success", "unknown"], Hours = [9], Phone = "601" } } },
        { "not_criterion=polite:success,solved:failure&not_search=karta&not_data=city&not_data_value=Oslo",
            new()
            {
                Not = new()
                {
                    Criteria = [new("polite", "success"), new("solved", "failure")], Search = "karta", Data = [new("city", "eq", "Oslo")],
                },
            } },
        { "not_language=&not_tool=%20", new() },
        { "search=zgubiona%20karta", new() { Search = "zgubiona karta" } },
    };

    [Theory]
    [MemberData(nameof(Conditions), DisableDiscoveryEnumeration = true)]
    public void Conditions_Query_IsTheFilter(string query, ConversationFilter expected)
    {
        var filter = RequestOf.Conditions("?" + query, Settings);

        string[] agents = expected.AgentIds.Count > 0 ? [.. expected.AgentIds] : ["agent_one", "agent_two"];
        Assert.Equal(agents, filter.AgentIds);
        // Records compare their lists by identity.
        static string Text(ConversationFilter one) => JsonSerializer.Serialize(one with { Period = Period.AllTime });
        Assert.Equal(Text(expected with { AgentIds = agents, MaskPhones = true }), Text(filter));
        Assert.Equal(expected.Period, filter.Period);
    }

    [Theory]
    [InlineData("agent_id=agent%20one", "agent_id")]
    [InlineData("month=2026-13", "month")]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("to=x", "to")]
    [InlineData("from=2026-11-02&to=2026-11-01", "from")]
    [InlineData("month=2026-11&from=2026-11-01", "month")]
    [InlineData("month=2026-11&to=2026-11-01", "month")]
    [InlineData("outcome=failed", "outcome")]
    [InlineData("end_reason=hangup", "end_reason")]
    [InlineData("direction=in", "direction")]
    [InlineData("channel=telephone", "channel")]
    [InlineData("transferred=yes", "transferred")]
    [InlineData("handover=x", "handover")]
    [InlineData("dropout=x", "dropout")]
    [InlineData("error=x", "error")]
    [InlineData("rated=x", "rated")]
    [InlineData("cost_known=x", "cost_known")]
    [InlineData("cost_usd_known=x", "cost_usd_known")]
    [InlineData("transcript=x", "transcript")]
    [InlineData("duration_min=-1", "duration_min")]
    [InlineData("duration_max=1000001", "duration_max")]
    [InlineData("cost_min=1.5", "cost_min")]
    [InlineData("cost_max=x", "cost_max")]
    [InlineData("outcome=success,failed", "outcome")]
    [InlineData("weekday=0", "weekday")]
    [InlineData("weekday=1,8", "weekday")]
    [InlineData("weekday=1;2", "weekday")]
    [InlineData("hour=9,24", "hour")]
    [InlineData("hour=9.5", "hour")]
    [InlineData("sentiment=happy", "sentiment")]
    [InlineData("data_value=x", "data_value")]
    [InlineData("not_data_value=x", "not_data_value")]
    [InlineData("not_data_value=x&data=city", "not_data_value")]
    [InlineData("data=visits:gt:many", "data")]
    [InlineData("data=visits:gt:1e400", "data")]
    [InlineData("data=visits:lte:NaN", "data")]
    [InlineData("data=visits:gte:2026-13-01", "data")]
    [InlineData("data=visits:gt:", "data")]
    [InlineData("data=:eq:1", "data")]
    [InlineData("data=city:eq:a,b", "data")]
    [InlineData("data=city:eq:a&data_value=b", "data_value")]
    [InlineData("data=a:exists,b:exists&data_value=b", "data_value")]
    [InlineData("not_data=visits:lt:x", "not_data")]
    [InlineData("data=a:exists,b:exists,c:exists,d:exists,e:exists,f:exists,g:exists,h:exists,i:exists,j:exists,k:exists", "data")]
    [InlineData("not_outcome=failed", "not_outcome")]
    [InlineData("not_weekday=8", "not_weekday")]
    [InlineData("not_criterion=polite", "not_criterion")]
    [InlineData("not_phone=1234567890123456789012345678901234567890123456789012345678901", "not_phone")]
    [InlineData("rating=5,6", "rating")]
    [InlineData("rating=0", "rating")]
    [InlineData("rating=6", "rating")]
    [InlineData("rating_min=0.5", "rating_min")]
    [InlineData("rating_max=5.5", "rating_max")]
    [InlineData("criterion=polite", "criterion")]
    [InlineData("criterion=:success", "criterion")]
    [InlineData("criterion=polite:passed", "criterion")]
    [InlineData("criterion=polite:success,", "criterion")]
    [InlineData("criterion=polite:success,solved", "criterion")]
    [InlineData("criterion=a:success,b:success,c:success,d:success,e:success,f:success,g:success,h:success,i:success,j:success,k:success",
        "criterion")]
    [InlineData("phone=1234567890123456789012345678901234567890123456789012345678901", "phone")]
    [InlineData("status=12345678901234567890123456789012345678901", "status")]
    public void Conditions_WrongParameter_IsNamed(string query, string parameter) =>
        RequestOf.Names(RequestOf.RefusalOf(() => RequestOf.Conditions("?" + query, Settings)), "invalid_parameter", parameter);

    [Fact]
    public void Agent_NotConfigured_IsNotFound()
    {
        var problem = RequestOf.RefusalOf(() => FilterReader.Scope(RequestOf.Query("?agent_id=agent_three"), Settings));

        Assert.Equal((404, "agent_not_found"), (problem.Status, problem.Code));
        Assert.Contains("agent_three", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Scope_ConditionOfTheList_IsUnknownHere()
    {
        var reader = RequestOf.Query("?outcome=success");
        FilterReader.Scope(reader, Settings);

        RequestOf.Names(RequestOf.RefusalOf(reader.Finish), "unknown_parameter", "outcome");
    }
}
