using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class GetDataTests(SeededServer seeded)
{
    [Fact]
    public async Task Get_Everything_TellsOfEachDatum()
    {
        var report = await seeded.Server.GetJsonAsync("api/data?agent_id=agent_one");

        Assert.Equal(("agent_one", null, 8, "Europe/Warsaw", 0), (report.Text("agent_id"), report.Text("month"),
            report.Whole("total_conversations"), report.Text("time_zone"), report.Whole("data_left_out")));
        Assert.Equal(["email", "note", "visits"], report.GetProperty("data").Texts("id"));
        var visits = report.GetProperty("data")[2];
        Assert.Equal((1, 0, 7), (visits.Whole("filled"), visits.Whole("null_count"), visits.Whole("absent")));
        Assert.Equal((1, 0), (visits.Whole("types", "number"), visits.Whole("types", "string")));
        Assert.Equal((2, 2, 2), (visits.Whole("mean"), visits.Whole("min"), visits.Whole("max")));
        Assert.Equal("2026-10-01", visits.GetProperty("type_days")[0].Text("first"));
        Assert.Equal("2", visits.GetProperty("values")[0].Text("value"));
        Assert.Equal(report.GetProperty("periods").GetArrayLength(), visits.GetProperty("filled_by_period").GetArrayLength());
    }

    [Theory]
    [InlineData("month=2026-10", "email note visits", 8)]
    [InlineData("month=2026-09", "", 1)]
    [InlineData("from=2026-10-01&to=2026-10-01", "email note visits", 2)]
    [InlineData("outcome=failure", "", 1)]
    [InlineData("data=visits:gte:2", "email visits", 1)]
    [InlineData("not_data=visits:exists", "note", 8)]
    [InlineData("month=2020-01", "", 0)]
    public async Task Get_Conditions_CountsTheMatching(string query, string ids, int total)
    {
        var report = await seeded.Server.GetJsonAsync("api/data?" + query);

        Assert.Equal((ids, total), (string.Join(' ', report.GetProperty("data").Texts("id")), report.Whole("total_conversations")));
    }

    [Theory]
    [InlineData("data=visits:gt:1", "conv_in")]
    [InlineData("data=visits:gt:2", "")]
    [InlineData("data=email:eq:JAN@example.test,visits:in:1|2", "conv_in")]
    [InlineData("data=note:eq:@sum(a1)", "conv_hostile")]
    public async Task Get_ListUnderTheSameCondition_AndExportAndKpis_Agree(string query, string expected)
    {
        Assert.Equal(expected, string.Join(' ', (await seeded.Server.GetJsonAsync("api/conversations?" + query)).Ids()));
        var count = expected.Length > 0 ? 1 : 0;
        foreach (var path in new[] { "api/kpis", "api/breakdowns", "api/data", "api/conversation-figures" })
            Assert.Equal(count, (await seeded.Server.GetJsonAsync($"{path}?{query}")).Whole("total_conversations"));
        using var csv = await seeded.Http.GetAsync("api/export-csv?" + query);
        Assert.Equal(count == 0 ? 404 : 200, (int)csv.StatusCode);
    }

    [Theory]
    [InlineData("month=2026-13", "month")]
    [InlineData("data=visits:gt:many", "data")]
    [InlineData("not_data=visits:lt:", "not_data")]
    [InlineData("page=1", "page")]
    public async Task Get_WrongQuery_IsRefused(string query, string parameter) =>
        await seeded.Http.GetProblemAsync("api/data?" + query, 400, parameter == "page" ? "unknown_parameter" : "invalid_parameter",
            parameter);

    [Fact]
    public async Task Get_AgentThatIsNotConfigured_IsNotFound() =>
        await seeded.Http.GetProblemAsync("api/data?agent_id=agent_nine", 404, "agent_not_found");
}
