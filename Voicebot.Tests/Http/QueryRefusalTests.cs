using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Bad input is named, on every parameter of every address; it never means "everything".</summary>
public sealed class QueryRefusalTests(SeededServer seeded)
{
    private static readonly string[] WithScope = ["api/kpis", "api/data", "api/conversations", "api/export-csv"];
    private static readonly string[] WithConditions = ["api/conversations", "api/export-csv"];
    private static readonly string[] WithAgent = [.. WithScope, "api/months", "api/archives", "api/sync-logs"];
    private static readonly string[] WithoutQuery = ["api/settings", "api/sync-logs/1", "api/conversations/conv_in", "api/download-csv/1"];

    public static TheoryData<string, string> Wrong()
    {
        var rows = new TheoryData<string, string>();

        void Add(IEnumerable<string> paths, string parameter, params string[] values)
        {
            foreach (var path in paths)
                foreach (var value in values)
                    rows.Add($"{path}?{parameter}={value}", parameter);
        }

        Add(WithScope, "month", "2026-13", "2026-1", "2026", "October", "1999-12", "2026-10-01", "-2026-1", "２０２６-10");
        Add(WithScope, "from", "2026-02-30", "01.10.2026", "2026-10", "0001-01-01", "x");
        Add(WithScope, "to", "2026-02-29", "2026/10/01", "9999-12-31");
        Add(WithScope, "from", "2026-10-02&to=2026-10-01");
        Add(WithScope, "month", "2026-10&from=2026-10-01", "2026-10&to=2026-10-01", "2026-10&month=2026-10");
        Add(WithAgent, "agent_id", "agent%20one", "agent%27--", "..%2F", "a&agent_id=b", new string('a', 201));
        Add(["api/kpis"], "compare", "next", "PREVIOUS");
        Add(["api/agents"], "source", "somewhere", "ElevenLabs");
        Add(["api/conversations"], "page", "0", "-1", "1.5", "x", "99999999999999999999");
        Add(["api/conversations"], "per_page", "0", "201", "x");
        Add(["api/conversations"], "sort", "nothing", "-", "start_time%3B", "-duration:desc", "phone");
        Add(["api/sync-logs"], "limit", "0", "1001", "-5", "many");
        Add(["api/export-csv"], "delimiter", "pipe", "%3B");
        Add(WithConditions, "outcome", "good", "Success");
        Add(WithConditions, "end_reason", "bored");
        Add(WithConditions, "direction", "sideways");
        Add(WithConditions, "channel", "fax");
        Add([.. WithConditions, "api/data"], "data", "visits:gt:x", ":exists", "a:eq:1,b", "a:eq:%1E", new string('d', 201));
        Add(WithConditions, "criterion", "polite", "polite:perhaps", ":success", "polite:");
        foreach (var flag in new[] { "transferred", "handover", "dropout", "error", "rated", "cost_known", "cost_usd_known",
            "transcript" })
            Add(WithConditions, flag, "yes", "2");
        foreach (var number in new[] { "duration_min", "duration_max", "cost_min", "cost_max" })
            Add(WithConditions, number, "-1", "1e3", "12345678901");
        Add(WithConditions, "rating", "0", "6", "4.5");
        Add(WithConditions, "rating_min", "0.5", "4%2C5", "NaN");
        Add(WithConditions, "rating_max", "5.1", "five");
        Add(WithConditions, "search", new string('x', 201));
        Add(WithConditions, "phone", new string('1', 61));
        Add(WithConditions, "status", new string('s', 41));
        Add(WithConditions, "source", new string('s', 61));
        Add(WithConditions, "language", new string('s', 21));
        return rows;
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Get_WrongValue_Answers400NamingTheParameter(string path, string parameter) =>
        await seeded.Http.GetProblemAsync(path, 400, "invalid_parameter", parameter);

    public static TheoryData<string> Everything => [.. WithAgent, "api/agents", .. WithoutQuery];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Get_UnknownParameter_Answers400NamingIt(string path) =>
        await seeded.Http.GetProblemAsync(path + "?mnth=2026-10", 400, "unknown_parameter", "mnth");

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Get_ParameterInOtherCase_Answers400(string path) =>
        await seeded.Http.GetProblemAsync(path + "?Agent_Id=agent_one", 400, "unknown_parameter", "Agent_Id");

    [Theory]
    [InlineData("api/sync-logs/0")]
    [InlineData("api/sync-logs/-1")]
    [InlineData("api/sync-logs/one")]
    [InlineData("api/sync-logs/99999999999999999999")]
    [InlineData("api/download-csv/0")]
    [InlineData("api/download-csv/1.0")]
    [InlineData("api/download-csv/..%2Fvoicebot.db")]
    public async Task Get_IdThatIsNoNumber_Answers400NamingIt(string path) =>
        await seeded.Http.GetProblemAsync(path, 400, "invalid_parameter", "id");

    [Fact]
    public async Task Get_ConversationIdTooLong_Answers400NamingIt() =>
        await seeded.Http.GetProblemAsync("api/conversations/" + new string('c', 201), 400, "invalid_parameter", "id");

    [Theory]
    [InlineData("api/sync-logs/999999")]
    [InlineData("api/download-csv/999999")]
    [InlineData("api/conversations/conv_nobody")]
    [InlineData("api/conversations/conv'%20OR%201=1")]
    [InlineData("api/nothing")]
    [InlineData("api")]
    [InlineData("api/")]
    [InlineData("api/kpis/2026-10")]
    public async Task Get_UnknownIdOrAddress_Answers404(string path) =>
        await seeded.Http.GetProblemAsync(path, 404, "not_found");

    public static TheoryData<string> AgentPaths => [.. WithAgent];

    [Theory]
    [MemberData(nameof(AgentPaths))]
    public async Task Get_AgentThatIsNotConfigured_Answers404(string path) =>
        await seeded.Http.GetProblemAsync(path + "?agent_id=agent_nobody", 404, "agent_not_found");

    [Fact]
    public async Task Get_SeveralWrongValues_NamesThemAll()
    {
        var problem = await seeded.Http.GetProblemAsync("api/conversations?page=0&sort=x&month=2026-13&dropout=maybe", 400,
            "invalid_parameter", "month");
        Assert.Equal(["month", "dropout", "page", "sort"], problem.GetProperty("errors").Texts("parameter"));
        Assert.All(problem.GetProperty("errors").EnumerateArray(), error =>
            Assert.StartsWith($"'{error.Text("parameter")}' ", error.Text("message"), StringComparison.Ordinal));
    }
}
