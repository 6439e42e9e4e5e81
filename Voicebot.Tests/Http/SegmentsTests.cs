using System.Text.Json;
using Microsoft.Data.Sqlite;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Two named views side by side.</summary>
public sealed class SegmentsTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";

    [Fact]
    public async Task Get_TwoViews_AnswersWithTheFiguresOfEachAndWhatTheyShare()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var inbound = await AddAsync(server, """{"name":"Przychodzące","filters":{"direction":"inbound"}}""");
        var others = await AddAsync(server, """{"name":"Inne","filters":{"not_direction":"inbound"},"sort":"cost","columns":["start"]}""");
        var lengthy = await AddAsync(server, """{"name":"Długie","filters":{"duration_min":"60"}}""");

        var all = await server.GetJsonAsync($"api/segments?first={inbound}&second={others}");

        Assert.Equal((inbound, "Przychodzące", """{"direction":"inbound"}"""),
            (all.GetProperty("first").Whole("id"), all.GetProperty("first").Text("name"),
                all.GetProperty("first").GetProperty("filters").GetRawText()));
        Assert.Equal((4, 5, 0), (Total(all, "first"), Total(all, "second"), all.Whole("shared")));
        Assert.Equal((await server.GetJsonAsync("api/kpis?not_direction=inbound")).Text("total_cost"),
            all.GetProperty("second").GetProperty("figures").Text("total_cost"));
        Assert.Equal("too_few", all.GetProperty("figures")[0].Text("judgement"));
        Assert.Equal(["polite", "solved"], all.GetProperty("criteria").Texts("name"));
        var october = await server.GetJsonAsync($"api/segments?first={inbound}&second={lengthy}&month=2026-10");
        Assert.Equal(("2026-10", "2026-10-01", "Europe/Warsaw", null),
            (october.Text("month"), october.Text("from"), october.Text("time_zone"), october.Text("agent_id")));
        Assert.Equal((3, 4, 1), (Total(october, "first"), Total(october, "second"), october.Whole("shared")));
        var two = await server.GetJsonAsync($"api/segments?first={inbound}&second={others}&agent_id=agent_two");
        Assert.Equal((1, 0, "agent_two"), (Total(two, "first"), Total(two, "second"), two.Text("agent_id")));
    }

    /// <summary>An answer that is kept must not outlive the view that it is about.</summary>
    [Fact]
    public async Task Get_AfterAViewChanged_SpeaksOfTheChangedOne()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var one = await AddAsync(server, """{"name":"One","filters":{"direction":"inbound"}}""");
        var two = await AddAsync(server, """{"name":"Two"}""");
        var path = $"api/segments?first={one}&second={two}";
        Assert.Equal(4, Total(await server.GetJsonAsync(path), "first"));

        (await server.Http.PutAsync($"api/views/{one}",
            new StringContent("""{"name":"Uno","filters":{"direction":"outbound"}}""", null, "application/json"))).Dispose();

        var changed = await server.GetJsonAsync(path);
        Assert.Equal(("Uno", 2), (changed.GetProperty("first").Text("name"), Total(changed, "first")));
        (await server.Http.DeleteAsync($"api/views/{two}")).Dispose();
        await server.Http.GetProblemAsync(path, 404, "not_found");
    }

    [Theory]
    [InlineData("second=2", "first")]
    [InlineData("first=1", "second")]
    [InlineData("first=x&second=2", "first")]
    [InlineData("first=0&second=2", "first")]
    [InlineData("first=1&second=-2", "second")]
    [InlineData("first=1&second=99999999999", "second")]
    [InlineData("first=1&second=1", "second")]
    [InlineData("first=1&second=2&month=2026-13", "month")]
    [InlineData("first=1&second=2&from=2026-10-02&to=2026-10-01", "from")]
    public async Task Get_WrongParameter_IsRefused(string query, string parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await AddAsync(server, """{"name":"One"}""");
        await AddAsync(server, """{"name":"Two"}""");
        await server.Http.GetProblemAsync("api/segments?" + query, 400, "invalid_parameter", parameter);
    }

    [Fact]
    public async Task Get_AViewThatIsNotThere_IsNotFound()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var one = await AddAsync(server, """{"name":"One"}""");
        await server.Http.GetProblemAsync($"api/segments?first={one}&second=77", 404, "not_found");
        await server.Http.GetProblemAsync($"api/segments?first=77&second={one}", 404, "not_found");
        await server.Http.GetProblemAsync($"api/segments?first={one}&second=77&outcome=success", 400, "unknown_parameter", "outcome");
    }

    /// <summary>
    /// What lies in a file that somebody brought: conditions that the list would refuse are told, and agents and days stay those that were
    /// asked for.
    /// </summary>
    [Fact]
    public async Task Get_ViewsOfAFileFromElsewhere_AreOfTheSameAgentsAndDaysOrRefused()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        using (var connection = new SqliteConnection($"Data Source={server.Database.Path}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                INSERT INTO saved_views (id, name, filters, changed_at)
                VALUES (1, 'odd', '{"nonsense":"1"}', 0), (2, 'other', '{"month":"2026-09","agent_id":"agent_two"}', 0),
                    (3, 'all', '{}', 0)
                """;
            command.ExecuteNonQuery();
        }

        await server.Http.GetProblemAsync("api/segments?first=3&second=1", 409, "view_outdated");
        var same = await server.GetJsonAsync("api/segments?first=2&second=3&month=2026-10");
        Assert.Equal((8, 8, 8), (Total(same, "first"), Total(same, "second"), same.Whole("shared")));
    }

    [Fact]
    public async Task Viewer_SetsViewsSideBySide_AndNobodyWithoutAKey()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = Owner, ViewerKey = Viewer });
        var (one, two) = (await AddAsync(server, """{"name":"One"}"""), await AddAsync(server, """{"name":"Two"}"""));
        using var viewer = server.NewClient();
        var path = $"api/segments?first={one}&second={two}";

        await viewer.GetProblemAsync(path, 401, "sign_in_required");
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);
        Assert.Equal(0, (await (await viewer.GetAsync(path)).JsonAsync()).Whole("shared"));
    }

    private static long Total(JsonElement answer, string side) =>
        answer.GetProperty(side).GetProperty("figures").Whole("total_conversations");

    private static async Task<long> AddAsync(VoicebotServer server, string view) =>
        (await (await server.Http.PostTextAsync("api/views", view)).JsonAsync(201)).Whole("id");
}
