using Microsoft.Data.Sqlite;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Named views: kept for everybody, changed by the owner, and never naming a person.</summary>
public sealed class ViewsTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";

    [Fact]
    public async Task Post_AView_IsKeptAndCountsItsConversations()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var view = await AddAsync(server, """{"name":" Bez sukcesu ","filters":{"outcome":"failure,unknown","weekday":"1,2,3,4,5"}"""
            + ""","sort":"-duration","columns":["start","matter"]}""");
        await AddAsync(server, """{"name":"Wszystkie"}""");

        Assert.Equal("Bez sukcesu", view.Text("name"));
        Assert.Equal("""{"outcome":"failure,unknown","weekday":"1,2,3,4,5"}""", view.GetProperty("filters").GetRawText());
        Assert.Equal(("-duration", """["start","matter"]"""), (view.Text("sort"), view.GetProperty("columns").GetRawText()));
        var list = await server.GetJsonAsync("api/views?count=true&month=2026-10");
        Assert.Equal(["Bez sukcesu", "Wszystkie"], list.GetProperty("views").Texts("name"));
        Assert.Equal(["2", "8"], list.GetProperty("views").Texts("count")); // conv_web was on a Saturday
        Assert.Equal(8, list.Whole("total"));
        Assert.Equal([null, null], (await server.GetJsonAsync("api/views")).GetProperty("views").Texts("count"));
        Assert.Equal(["0", "1"],
            (await server.GetJsonAsync("api/views?count=true&agent_id=agent_two")).GetProperty("views").Texts("count"));
    }

    [Fact]
    public async Task Put_AView_ChangesItAndDeleteTakesItAway()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var id = (await AddAsync(server, """{"name":"One","filters":{"tool":"get_balance"},"sort":"cost"}""")).Whole("id");
        await AddAsync(server, """{"name":"Two"}""");

        var changed = await (await PutAsync(server, id, """{"name":"ONE","filters":{"hour":"9"}}""")).JsonAsync();
        Assert.Equal(("ONE", """{"hour":"9"}""", null),
            (changed.Text("name"), changed.GetProperty("filters").GetRawText(), changed.Text("sort")));
        await (await PutAsync(server, id, """{"name":"two"}""")).ProblemAsync(409, "view_name_taken");
        await (await PutAsync(server, 77, """{"name":"x"}""")).ProblemAsync(404, "not_found");
        await (await PutAsync(server, 0, """{"name":"x"}""")).ProblemAsync(400, "invalid_parameter", "id");

        var left = await (await server.Http.DeleteAsync($"api/views/{id}")).JsonAsync();
        Assert.Equal(["Two"], left.GetProperty("views").Texts("name"));
        await (await server.Http.DeleteAsync($"api/views/{id}")).ProblemAsync(404, "not_found");
        Assert.Equal(4, (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").Texts("action")
            .Count(action => action == "views"));
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name":"   "}""", "name")]
    [InlineData("""{"name":7}""", "name")]
    [InlineData("""{"name":"+48 501 000 123"}""", "name")]
    [InlineData("""{"name":"a\u0000b"}""", "name")]
    [InlineData("""{"name":"x","filters":[]}""", "filters")]
    [InlineData("""{"name":"x","filters":{"outcome":1}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"outcome":"good"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"nonsense":"1"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"phone":"123"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"search":"501 000 123"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"month":"2026-10"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"agent_id":"agent_one"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"duration_min":"9","duration_max":"8"}}""", "filters")]
    [InlineData("""{"name":"x","sort":"nonsense"}""", "sort")]
    [InlineData("""{"name":"x","columns":"start"}""", "columns")]
    [InlineData("""{"name":"x","columns":[]}""", "columns")]
    [InlineData("""{"name":"x","columns":["<script>"]}""", "columns")]
    public async Task Post_AViewThatTheListWouldRefuse_SaysWhichPart(string body, string parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/views", body)).ProblemAsync(400, "invalid_parameter", parameter);
        Assert.Empty((await server.GetJsonAsync("api/views")).GetProperty("views").EnumerateArray());
    }

    [Fact]
    public async Task Post_TooLongOrTooMany_IsRefused()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostJsonAsync("api/views", new { name = new string('x', 61) }))
            .ProblemAsync(400, "invalid_parameter", "name");
        await (await server.Http.PostJsonAsync("api/views", new { name = "x", filters = new { search = new string('x', 201) } }))
            .ProblemAsync(400, "invalid_parameter", "filters");
        await (await server.Http.PostJsonAsync("api/views", new { name = "x", columns = Enumerable.Repeat("a", 41) }))
            .ProblemAsync(400, "invalid_parameter", "columns");
        for (var number = 0; number < 50; number++)
            await AddAsync(server, $$"""{"name":"View {{number}}"}""");
        await (await server.Http.PostJsonAsync("api/views", new { name = "One more" })).ProblemAsync(409, "too_many_views");
        Assert.Equal(50, (await server.GetJsonAsync("api/views?count=true")).GetProperty("views").GetArrayLength());
    }

    [Fact]
    public async Task Viewer_ReadsTheViewsAndChangesNone()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = Owner, ViewerKey = Viewer });
        var id = (await AddAsync(server, """{"name":"One"}""")).Whole("id");
        using var viewer = server.NewClient();
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);

        Assert.Equal(["One"], (await (await viewer.GetAsync("api/views?count=true")).JsonAsync()).GetProperty("views").Texts("name"));
        await (await viewer.PostJsonAsync("api/views", new { name = "Two" })).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.DeleteAsync($"api/views/{id}")).ProblemAsync(403, "not_allowed_for_viewer");
        using var put = new HttpRequestMessage(HttpMethod.Put, $"api/views/{id}")
        {
            Content = new StringContent("""{"name":"x"}""", null, "application/json"),
        };
        await (await viewer.SendAsync(put)).ProblemAsync(403, "not_allowed_for_viewer");
    }

    /// <summary>A sentence may hold a number that the check of single values lets pass.</summary>
    [Fact]
    public async Task Erase_APersonWhomAViewNames_TakesTheViewAway()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z").PhoneCall("inbound", "+48221000001", "+48509876543").Talks(2));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await AddAsync(server, """{"name":"Pan z 509 876 543"}""");
        await AddAsync(server, """{"name":"Szukany","filters":{"search":"oddzwonić 509-876-543"}}""");
        await AddAsync(server, """{"name":"Ktoś inny","filters":{"search":"oddzwonić 509-876-544"}}""");

        (await server.Http.PostJsonAsync("api/erase", new { phone = "+48509876543" })).Dispose();

        await Eventually.True(async () => (await server.GetJsonAsync("api/views")).GetProperty("views").GetArrayLength() == 1,
            "the views without the number");
        Assert.Equal(["Ktoś inny"], (await server.GetJsonAsync("api/views")).GetProperty("views").Texts("name"));
    }

    /// <summary>What lies in a file that somebody brought is asked of the list again before it counts.</summary>
    [Fact]
    public async Task Get_ViewsOfAFileFromElsewhere_ThatTheListWouldRefuse_HaveNoCount()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        using (var connection = new SqliteConnection($"Data Source={server.Database.Path}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                INSERT INTO saved_views (name, filters, columns, changed_at)
                VALUES ('odd', '{"nonsense":"1","outcome":["success"]}', '{"a":1}', 0), ('list', '[1]', NULL, 0)
                """;
            command.ExecuteNonQuery();
        }

        var views = (await server.GetJsonAsync("api/views?count=true")).GetProperty("views");

        Assert.Equal([null, "0"], views.Texts("count"));
        Assert.Equal("""{"nonsense":"1"}""", views[0].GetProperty("filters").GetRawText());
        Assert.Null(views[0].Text("columns"));
    }

    private static async Task<System.Text.Json.JsonElement> AddAsync(VoicebotServer server, string view) =>
        await (await server.Http.PostTextAsync("api/views", view)).JsonAsync(201);

    private static Task<HttpResponseMessage> PutAsync(VoicebotServer server, long id, string view) =>
        server.Http.PutAsync($"api/views/{id}", new StringContent(view, null, "application/json"));
}
