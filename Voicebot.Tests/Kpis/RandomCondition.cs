using CsCheck;
using Voicebot.Core.Conversations;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Kpis;

/// <summary>A condition of the list, and what it means, said in plain C#.</summary>
/// <param name="Set">Puts it into a filter.</param>
/// <param name="Holds">Of a conversation, in the reporting zone.</param>
internal sealed record RandomCondition(
    string Text, Func<ConversationFilter, ConversationFilter> Set, Func<Conversation, ReportingZone, bool> Holds)
{
    private static readonly string[] Ways = ["inbound", "outbound"];

    /// <summary>One to three conditions, each of another kind, and some of them as their opposites.</summary>
    public static Gen<RandomCondition[]> Some { get; } = Gen.Int[0, 10_000].Array[1, 3].Select(Picked);

    private static RandomCondition[] All { get; } =
    [
        Of("outcome=success", filter => filter with { Outcomes = ["success"] }, c => c.Finished && c.CallSuccessful == "success"),
        Of("outcome=failure,unknown", filter => filter with { Outcomes = ["failure", "unknown"] },
            c => c.Finished && c.CallSuccessful != "success"),
        Of("status=finished", filter => filter with { Statuses = ["finished"] }, c => c.Finished),
        Of("status=unfinished", filter => filter with { Statuses = ["unfinished"] }, c => !c.Finished),
        Of("status=failed", filter => filter with { Statuses = ["failed"] }, c => c.Status == "failed"),
        Of("status=failed,unfinished", filter => filter with { Statuses = ["failed", "unfinished"] },
            c => c.Status == "failed" || !c.Finished),
        Of("end=user,silence", filter => filter with { EndReasons = [EndReason.UserEnded.ToText(), EndReason.Silence.ToText()] },
            c => c.EndReason is EndReason.UserEnded or EndReason.Silence),
        Of("call=unknown", filter => filter with { CallResults = ["unknown"] },
            c => c.CallResult is not ("answered" or "voicemail" or "busy" or "no_answer" or "failed")),
        Of("call=answered", filter => filter with { CallResults = ["answered"] }, c => c.CallResult == "answered"),
        Of("call=busy,unknown", filter => filter with { CallResults = ["busy", "unknown"] },
            c => c.CallResult is not ("answered" or "voicemail" or "no_answer" or "failed")),
        Of("talked=true", filter => filter with { Talked = true }, c => c.ClientTurnCount > 0),
        Of("talked=false", filter => filter with { Talked = false }, c => c.ClientTurnCount is null or 0),
        Of("direction=other", filter => filter with { Directions = ["other"] }, c => !Ways.Contains(c.Direction)),
        Of("direction=outbound", filter => filter with { Directions = ["outbound"] }, c => c.Direction == "outbound"),
        Of("transferred=true", filter => filter with { Transferred = true }, c => c.Finished && c.Transferred),
        Of("handover=false", filter => filter with { Handover = false }, c => !(c.Finished && c.AgentHandover)),
        Of("dropout=true", filter => filter with { Dropout = true }, c => c.Dropout),
        Of("error=false", filter => filter with { Error = false }, c => !(c.Finished && c.TechnicalError)),
        Of("rated=true", filter => filter with { Rated = true }, c => c.Rating is not null),
        Of("cost_known=false", filter => filter with { CostKnown = false }, c => c.CostCredits is null),
        Of("usd_known=true", filter => filter with { CostUsdKnown = true }, c => c.CostUsd is not null),
        Of("transcript=true", filter => filter with { HasTranscript = true }, c => c.BotMessageCount is not null),
        Of("duration_min=30", filter => filter with { DurationMin = 30 }, c => c.DurationSeconds >= 30),
        Of("duration_max=300", filter => filter with { DurationMax = 300 }, c => c.DurationSeconds is > 0 and <= 300),
        Of("cost_min=700", filter => filter with { CostMin = 700 }, c => c.CostCredits >= 700),
        Of("cost_max=900", filter => filter with { CostMax = 900 }, c => c.CostCredits <= 900),
        Of("rating=2,3", filter => filter with { Ratings = [2, 3] }, c => c.Rating is 2.4 or 2.5),
        Of("rating_min=4", filter => filter with { RatingMin = 4 }, c => c.Rating >= 4),
        Of("criterion=polite:success", filter => filter with { Criteria = [new CriterionCondition("polite", "success")] },
            c => c.Criteria.Contains(("polite", "success"))),
        Of("criterion=solved:unknown", filter => filter with { Criteria = [new CriterionCondition("solved", "unknown")] },
            c => c.Criteria.Any(one => one.CriterionId == "solved" && one.Result is not ("success" or "failure"))),
        Of("tool=find", filter => filter with { Tools = ["find"] }, c => c.Tools.Any(tool => tool.Tool == "find")),
        Of("tool=find,end", filter => filter with { Tools = ["find", "end"] },
            c => c.Tools.Any(tool => tool.Tool is "find" or "end")),
        Of("tool_error=find,end", filter => filter with { ToolErrors = ["find", "end"] },
            c => c.Tools.Any(tool => tool is { Tool: "find" or "end", Errors: > 0 })),
        Of("tool_error=end", filter => filter with { ToolErrors = ["end"] },
            c => c.Tools.Any(tool => tool is { Tool: "end", Errors: > 0 })),
        Of("data=note", filter => filter with { Data = [new DatumCondition("note", "exists")] },
            c => c.Collected.Any(datum => datum.DataId == "note")),
        Data("size:exists", json => json is not null),
        Data("size:missing", json => json is null),
        Data("size:eq:oslo", json => json is "\"Oslo\"" or "\"OSLO \""),
        Data("size:eq:2", json => json is "2" or "\"2\""),
        Data("size:neq:2", json => json is not (null or "2" or "\"2\"")),
        Data("size:eq:[1,2]", json => json is "[1, 2]" or "[1,2]", @"size:eq:[1\,2]"),
        Data("size:in:oslo|2.5|FALSE", json => json is "\"Oslo\"" or "\"OSLO \"" or "2.5" or "false"),
        Data("size:gt:2", json => json is "2.5"),
        Data("size:gte:2", json => json is "2" or "2.5"),
        Data("size:lt:1", json => json is "-3"),
        Data("size:lte:1.0", json => json is "-3" or "1"),
        Data("size:gte:2026-10-25", json => json?.StartsWith("\"2026", StringComparison.Ordinal) == true),
        Data("size:gt:2026-10-25T01:00", json => json is "\"2026-10-25T10:30:00+02:00\"", @"size:gt:2026-10-25T01\:00"),
        Data("size:lt:2026-10-25T09:00Z", json => json is "\"2026-10-25\"" or "\"2026-10-25T10:30:00+02:00\""),
        Data("size:gte:1 and lt:2.5", json => json is "1" or "2", "size:gte:1,size:lt:2.5", hasOpposite: false),
        Of("sentiment=negative", filter => filter with { Sentiments = ["negative"] }, c => c.Sentiment == "negative"),
        Of("frustration_min=0.5", filter => filter with { FrustrationMin = 0.5 }, c => c.Frustration >= 0.5),
        Of("commented=true", filter => filter with { Commented = true }, c => c.Comment is not null),
        Of("waited=true", filter => filter with { Waited = true }, c => c.QueueSeconds >= 0.001),
        Of("waited=false", filter => filter with { Waited = false }, c => !(c.QueueSeconds >= 0.001)),
        Of("branch=trial", filter => filter with { Branches = ["trial"] }, c => c.BranchId == "trial"),
        Of("campaign=autumn,spring", filter => filter with { Campaigns = ["autumn", "spring"] }, c => c.CampaignId is not null),
        Of("tag=complaint", filter => filter with { Tags = ["complaint"] }, c => c.Tags.Contains("complaint")),
        Of("transfer=error", filter => filter with { Transfers = ["transfer_to_number_error"] },
            c => c.Transfers.Any(one => one.ResultType == "transfer_to_number_error")),
        new("weekday=1,6", filter => filter with { Weekdays = [1, 6] },
            (c, zone) => c.StartTime is { } start && zone.Local(start).DayOfWeek is DayOfWeek.Monday or DayOfWeek.Saturday),
        new("hour=2,3,17", filter => filter with { Hours = [2, 3, 17] },
            (c, zone) => c.StartTime is { } start && zone.Local(start).Hour is 2 or 3 or 17),
        Of("agent=b,c", filter => filter with { AgentIds = ["agent_b", "agent_c"] }, c => c.AgentId is "agent_b" or "agent_c"),
        Of("agent=a", filter => filter with { AgentIds = ["agent_a"] }, c => c.AgentId == "agent_a"),
        new("period=October", filter => filter with { Period = Period.Of(new Month(2026, 10)) },
            (c, zone) => NaiveFigures.Day(c, zone) is { Month: 10 }),
        new("period=one day", filter => filter with { Period = new Period(new DateOnly(2026, 10, 25), new DateOnly(2026, 10, 25)) },
            (c, zone) => NaiveFigures.Day(c, zone) == new DateOnly(2026, 10, 25)),
    ];

    private static RandomCondition[] Picked(int[] numbers) =>
        [.. numbers.Select(number => (number / All.Length) % 3 == 0 ? All[number % All.Length].Opposite : All[number % All.Length])
            .DistinctBy(one => one.Text.Split('=')[0])];

    private bool HasOpposite { get; init; } = true;

    /// <summary>A period has none, and of two conditions neither is to hold.</summary>
    private RandomCondition Opposite => Text.StartsWith("period=", StringComparison.Ordinal) || !HasOpposite ? this
        : new($"not {Text}", filter => filter with { Not = Set(filter.Not ?? new ConversationFilter()) },
            (conversation, zone) => !Holds(conversation, zone));

    /// <param name="holds">Of the value as JSON; null is none, or a collected null.</param>
    private static RandomCondition Data(string text, Func<string?, bool> holds, string? written = null, bool hasOpposite = true) =>
        Of("data=" + text, filter => filter with { Data = DatumConditionText.ReadAll(written ?? text)! },
            c => holds(c.Collected.FirstOrDefault(datum => datum.DataId == "size").Json)) with
        { HasOpposite = hasOpposite };

    private static RandomCondition Of(string text, Func<ConversationFilter, ConversationFilter> set, Func<Conversation, bool> holds) =>
        new(text, set, (conversation, _) => holds(conversation));
}
