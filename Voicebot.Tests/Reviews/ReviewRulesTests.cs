using Voicebot.Tests.Support;

namespace Voicebot.Tests.Reviews;

/// <summary>Rules that people make: what they would have picked, what they pick, and what happens when they go.</summary>
public sealed class ReviewRulesTests
{
    [Fact]
    public async Task Get_RulesFromTheStart_CountTheLast30Days()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor, DatedClock.At("2026-10-20T12:00:00Z"));

        var rules = await server.GetJsonAsync("api/review-rules?caught=true");

        Assert.Equal(["dropout", "error", "low_rating", "failed"], rules.GetProperty("rules").Texts("kind"));
        Assert.Equal(["2", "1", "1", "1"], rules.GetProperty("rules").Texts("caught_lately"));
        Assert.Equal(7, rules.Whole("total")); // neither that of mid September nor that of the end of October
        Assert.Equal([null, null, null, null],
            (await server.GetJsonAsync("api/review-rules")).GetProperty("rules").Texts("caught_lately"));
    }

    [Fact]
    public async Task Post_Preview_CountsWithoutKeepingAnything()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor, DatedClock.At("2026-10-20T12:00:00Z"));

        var all = await (await server.Http.PostJsonAsync("api/review-rules/preview",
            new { filters = new { status = "finished" } })).JsonAsync();
        Assert.Equal((7, 7), (all.Whole("caught_lately"), all.Whole("total")));
        var one = await (await server.Http.PostJsonAsync("api/review-rules/preview",
            new { filters = new { status = "finished" }, agents = new[] { "agent_two" } })).JsonAsync();
        Assert.Equal((1, 1), (one.Whole("caught_lately"), one.Whole("total")));
        Assert.Equal(4, (await server.GetJsonAsync("api/review-rules")).GetProperty("rules").GetArrayLength());
    }

    [Fact]
    public async Task Post_ARule_TakesWhatItPicksOfTheLastWeekAndLeavesWithIt()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_new").At("2026-11-09T10:00:00Z").Titled("Reklamacja", "Podwójna opłata").Talks(2),
            new ConversationBuilder("conv_old").At("2026-11-01T10:00:00Z").Titled("Reklamacja", "Podwójna opłata").Talks(2),
            new ConversationBuilder("conv_other").At("2026-11-09T10:00:00Z").Titled("Pytanie", "Zwykłe").Talks(2));
        await using var server = await Inbox.StartAsync(new VoicebotServerSetup { Vendor = vendor });
        await server.SyncAsync("2026-11-01", "2026-11-10");

        var rule = await server.AddRuleAsync(new { name = "Reklamacje", filters = new { search = "reklamacja" } });
        await server.UnseenAsync(1);
        Assert.Equal(KeyValuePair.Create("conv_new", "Reklamacje"), Assert.Single(await server.ReasonsAsync()));
        Assert.Equal(1, (await server.GetJsonAsync("api/review-rules")).GetProperty("rules")[4].Whole("unseen"));

        var wider = await PutAsync(server, rule.Whole("id"), new { name = "Reklamacje", filters = new { search = "pytanie" } });
        Assert.Equal("Reklamacje", (await wider.JsonAsync()).Text("name"));
        await Eventually.True(async () => (await server.ReasonsAsync()).ContainsKey("conv_other"), "the other conversation");
        Assert.False((await server.ReasonsAsync()).ContainsKey("conv_new"));

        await (await server.Http.DeleteAsync($"api/review-rules/{rule.Whole("id")}")).JsonAsync();
        await server.UnseenAsync(0);
        Assert.Empty(await server.ReasonsAsync());
        Assert.Equal(3, (await server.GetJsonAsync("api/audit-log")).GetProperty("entries").Texts("action")
            .Count(action => action == "review_rules"));
    }

    /// <summary>What somebody has worked on is nobody's to take away.</summary>
    [Fact]
    public async Task Delete_ARule_LeavesWhatAPersonHasTouched()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await Inbox.StartSeededAsync(vendor);
        await server.ChangeAsync("conv_failed", new { state = "in_work" });

        foreach (var id in new[] { 1, 2, 4 })
            await (await server.Http.DeleteAsync($"api/review-rules/{id}")).JsonAsync();

        await server.UnseenAsync(1);
        Assert.Equal(new Dictionary<string, string> { ["conv_failed"] = "", ["conv_web"] = "low_rating" }, await server.ReasonsAsync());
    }

    [Theory]
    [InlineData("""{"filters":{"outcome":"failure"}}""", "name")]
    [InlineData("""{"name":"+48 501 000 123","filters":{"outcome":"failure"}}""", "name")]
    [InlineData("""{"name":"x"}""", "filters")]
    [InlineData("""{"name":"x","filters":{}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"outcome":" "}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"outcome":"good"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"phone":"123"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"from":"2026-10-01"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"search":"501 000 123"}}""", "filters")]
    [InlineData("""{"name":"x","filters":{"outcome":"failure"},"agents":["nobody"]}""", "agents")]
    [InlineData("""{"name":"x","filters":{"outcome":"failure"},"agents":"agent_one"}""", "agents")]
    [InlineData("""{"name":"x","filters":{"outcome":"failure"},"enabled":"yes"}""", "enabled")]
    public async Task Post_WhatIsNoRule_SaysWhichPart(string body, string parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/review-rules", body)).ProblemAsync(400, "invalid_parameter", parameter);
        Assert.Equal(4, (await server.GetJsonAsync("api/review-rules")).GetProperty("rules").GetArrayLength());
    }

    [Fact]
    public async Task Rules_NamesAndNumber_AreLimited()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var filters = new { outcome = "failure" };
        await (await server.Http.PostJsonAsync("api/review-rules", new { name = "BROKEN OFF", filters }))
            .ProblemAsync(409, "rule_name_taken");
        await (await PutAsync(server, 2, new { name = "Broken off", filters })).ProblemAsync(409, "rule_name_taken");
        await (await PutAsync(server, 999, new { name = "x", filters })).ProblemAsync(404, "not_found");
        await (await PutAsync(server, 0, new { name = "x", filters })).ProblemAsync(400, "invalid_parameter", "id");
        await (await server.Http.DeleteAsync("api/review-rules/999")).ProblemAsync(404, "not_found");
        Assert.Equal("error", (await (await PutAsync(server, 2, new { name = "Technical error", filters })).JsonAsync()).Text("kind"));
        Assert.Null((await (await PutAsync(server, 2, new { name = "Another", filters, enabled = false })).JsonAsync()).Text("kind"));
        for (var number = 4; number < 200; number++)
            await server.AddRuleAsync(new { name = $"Rule {number}", filters });
        await (await server.Http.PostJsonAsync("api/review-rules", new { name = "x", filters })).ProblemAsync(409, "too_many_rules");
    }

    private static Task<HttpResponseMessage> PutAsync(VoicebotServer server, long id, object rule) =>
        server.Http.PutAsync($"api/review-rules/{id}", System.Net.Http.Json.JsonContent.Create(rule));
}
