using System.Net.Http.Json;
using System.Text.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Targets;

/// <summary>What figures should reach: set by the owner, one a figure and agent, and told beside the figures.</summary>
public sealed class TargetsTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";

    [Fact]
    public async Task Kpis_FigureWithATarget_SayHowFarItIs()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            Enumerable.Range(0, 40).Select<int, VendorConversation>(number =>
                new ConversationBuilder($"conv_{number}", number < 30 ? "agent_one" : "agent_two").At("2026-10-05T10:00:00Z")
                    .Outcome(number % 4 == 0 ? "failure" : "success").Talks(1)));
        await using var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"] });
        await server.SyncAsync();
        await AddAsync(server, new { figure = "error_rate", value = 5 });
        await AddAsync(server, new { figure = "conversion_rate", value = 80.5 });
        await AddAsync(server, new { figure = "conversion_rate", agent_id = "agent_one", value = 70 });

        // 30 of 40, 22 of 30 and 8 of 10; the few of the second agent say too little.
        Assert.Equal(["conversion_rate  80.5 up 75 40 -5.5 missed", "error_rate  5 down 0 40 -5 met"], await ToldAsync(server, ""));
        Assert.Equal(["conversion_rate agent_one 70 up 73.33 30 3.33 met", "error_rate  5 down 0 30 -5 met"],
            await ToldAsync(server, "agent_id=agent_one"));
        Assert.Equal(["conversion_rate  80.5 up 80 10 -0.5 too_few", "error_rate  5 down 0 10 -5 too_few"],
            await ToldAsync(server, "agent_id=agent_two"));
        Assert.Equal(["conversion_rate  80.5 up 75 40 -5.5 missed", "error_rate  5 down 0 40 -5 met"],
            await ToldAsync(server, "agent_id=agent_one,agent_two"));
        Assert.Equal(["conversion_rate  80.5 up  0  unknown", "error_rate  5 down  0  unknown"], await ToldAsync(server, "month=2026-09"));
        var agents = (await server.GetJsonAsync("api/breakdowns")).GetProperty("agents");
        Assert.Equal([["conversion_rate agent_one 70 up 73.33 30 3.33 met", "error_rate  5 down 0 30 -5 met"],
            ["conversion_rate  80.5 up 80 10 -0.5 too_few", "error_rate  5 down 0 10 -5 too_few"]],
            agents.EnumerateArray().Select(agent => Told(agent).ToArray()));
    }

    [Fact]
    public async Task Put_ATarget_ChangesItAndTheLaterOfTwoPeopleSeesIt()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var target = await AddAsync(server, new { figure = "conversion_rate", value = 60 });
        var id = target.Whole("id");
        await AddAsync(server, new { figure = "dropout_rate", value = 10 });
        Assert.Equal((1L, null, null, true),
            (target.Whole("version"), target.Text("agent_id"), target.Text("agent_name"), target.GetProperty("agent_known").GetBoolean()));

        var changed = await (await PutAsync(server, id, new { figure = "conversion_rate", value = 65.25, version = 1 })).JsonAsync();
        Assert.Equal(("65.25", 2L), (changed.Text("value"), changed.Whole("version")));
        await (await PutAsync(server, id, new { figure = "conversion_rate", value = 70, version = 1 }))
            .ProblemAsync(409, "changed_meanwhile");
        await (await server.Http.DeleteAsync($"api/targets/{id}?version=1")).ProblemAsync(409, "changed_meanwhile");
        await (await PutAsync(server, id, new { figure = "dropout_rate", value = 7 })).ProblemAsync(409, "target_exists");
        await (await server.Http.PostJsonAsync("api/targets", new { figure = "dropout_rate", value = 7 }))
            .ProblemAsync(409, "target_exists");
        await (await PutAsync(server, 77, new { figure = "dropout_rate", value = 7 })).ProblemAsync(404, "not_found");
        await (await PutAsync(server, 0, new { figure = "dropout_rate", value = 7 })).ProblemAsync(400, "invalid_parameter", "id");
        await (await server.Http.DeleteAsync("api/targets/77")).ProblemAsync(404, "not_found");
        await (await server.Http.DeleteAsync($"api/targets/{id}?version=x")).ProblemAsync(400, "invalid_parameter", "version");

        var left = await (await server.Http.DeleteAsync($"api/targets/{id}?version=2")).JsonAsync();
        Assert.Equal(["dropout_rate"], left.GetProperty("targets").Texts("figure"));
        var list = await server.GetJsonAsync("api/targets");
        Assert.Equal(["10"], list.GetProperty("targets").Texts("value"));
        Assert.Equal(["percent up", "percent up", "percent down", "rating up", "percent up", "percent down", "credits down", "usd down",
            "usd down"], list.GetProperty("figures").EnumerateArray().Select(figure => $"{figure.Text("unit")} {figure.Text("better")}"));
        Assert.Equal(4, (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").Texts("action")
            .Count(action => action == "targets"));
    }

    [Fact]
    public async Task Post_WhatIsNoTarget_SaysWhichPart()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        (string Body, string Parameter)[] refused =
        [
            ("{}", "figure"), ("""{"figure":"transfer_rate","value":1}""", "figure"), ("""{"figure":7,"value":1}""", "figure"),
            ("""{"figure":"conversion_rate"}""", "value"), ("""{"figure":"conversion_rate","value":100.01}""", "value"),
            ("""{"figure":"conversion_rate","value":-1}""", "value"), ("""{"figure":"conversion_rate","value":65.125}""", "value"),
            ("""{"figure":"conversion_rate","value":"65"}""", "value"), ("""{"figure":"conversion_rate","value":1e999}""", "value"),
            ("""{"figure":"avg_rating","value":0.5}""", "value"),
            ("""{"figure":"conversion_rate","value":65,"agent_id":"nobody"}""", "agent_id"),
        ];
        foreach (var (body, parameter) in refused)
            await (await server.Http.PostTextAsync("api/targets", body)).ProblemAsync(400, "invalid_parameter", parameter);
        await (await server.Http.PostTextAsync("api/targets", """{"figure":"conversion_rate","value":65,"version":1}"""))
            .ProblemAsync(400, "unknown_parameter", "version");
        Assert.Empty((await server.GetJsonAsync("api/targets")).GetProperty("targets").EnumerateArray());
    }

    /// <summary>What was set of an agent stays to be read, and to be removed.</summary>
    [Fact]
    public async Task Get_TargetOfAnAgentThatIsGone_SaysSo()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Agents = ["agent_one", "agent_two"] });
        var id = (await AddAsync(server, new { figure = "conversion_rate", agent_id = "agent_two", value = 60 })).Whole("id");
        await server.SaveSettingsAsync(new { agents = new[] { new { id = "agent_one" } } });

        var target = (await server.GetJsonAsync("api/targets")).GetProperty("targets")[0];
        Assert.Equal(("agent_two", null, false),
            (target.Text("agent_id"), target.Text("agent_name"), target.GetProperty("agent_known").GetBoolean()));
        Assert.Empty(await ToldAsync(server, ""));
        await (await server.Http.DeleteAsync($"api/targets/{id}")).JsonAsync();
    }

    [Fact]
    public async Task Viewer_ReadsTheTargetsAndSetsNone()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = Owner, ViewerKey = Viewer });
        await AddAsync(server, new { figure = "conversion_rate", value = 60 });
        using var viewer = server.NewClient();
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);

        Assert.Equal(["60"], (await (await viewer.GetAsync("api/targets")).JsonAsync()).GetProperty("targets").Texts("value"));
        var target = new { figure = "error_rate", value = 1 };
        await (await viewer.PostJsonAsync("api/targets", target)).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.PutAsJsonAsync("api/targets/1", target)).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.DeleteAsync("api/targets/1")).ProblemAsync(403, "not_allowed_for_viewer");
    }

    private static async Task<JsonElement> AddAsync(VoicebotServer server, object target) =>
        await (await server.Http.PostJsonAsync("api/targets", target)).JsonAsync(201);

    private static Task<HttpResponseMessage> PutAsync(VoicebotServer server, long id, object target) =>
        server.Http.PutAsJsonAsync($"api/targets/{id}", target);

    private static async Task<IEnumerable<string>> ToldAsync(VoicebotServer server, string query) =>
        Told(await server.GetJsonAsync($"api/kpis?{query}"));

    private static IEnumerable<string> Told(JsonElement report) => report.GetProperty("targets").EnumerateArray().Select(one =>
        $"{one.Text("figure")} {one.Text("agent_id")} {one.Text("target")} {one.Text("better")} {one.Text("value")} {one.Text("n")} "
        + $"{one.Text("distance")} {one.Text("standing")}");
}
