using System.Text.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Reviews;

/// <summary>What nobody has seen, why it is there, and what people do with it.</summary>
public sealed class ReviewInboxTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";

    [Fact]
    public async Task Get_AfterASync_ShowsWhatTheRulesFromTheStartPickNewestFirst()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await Inbox.StartSeededAsync(vendor);

        var all = (await server.GetJsonAsync("api/conversations?per_page=200")).GetProperty("conversations").EnumerateArray().ToList();
        var expected = all.Select(one => (Id: one.Text("conversation_id")!, Kinds: Naive(one)))
            .Where(one => one.Kinds.Length > 0).ToList();
        var found = await server.ReasonsAsync();

        Assert.Equal(expected.Select(one => one.Id), found.Keys);
        Assert.Equal(expected.Select(one => one.Kinds), found.Values);
        Assert.Equal(["error", "dropout low_rating", "dropout failed"], found.Values);
        Assert.Equal(["conv_web"], (await server.ReasonsAsync("rule=3")).Keys);
        Assert.Empty(await server.ReasonsAsync("agent_id=agent_two"));
    }

    [Fact]
    public async Task Post_StateOwnerLabelsAndNote_AreKeptWithTheirHistory()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await Inbox.StartSeededAsync(vendor);

        var taken = await server.ChangeAsync("conv_out",
            new { state = "in_work", owner = " Anna K. ", labels = new[] { "faktura", "Faktura" } });
        Assert.Equal(("changed", "new", null),
            (taken.Text("outcome"), taken.GetProperty("before").Text("state"), taken.GetProperty("before").Text("owner")));
        await server.ChangeAsync("conv_out", new { note = "Oddzwonić\r\njutro" });
        var done = await server.ChangeAsync("conv_out", new { state = "done", owner = "" });
        Assert.Equal("unchanged", (await server.ChangeAsync("conv_out", new { state = "done" })).Text("outcome"));

        var review = await server.GetJsonAsync("api/reviews/conv_out");
        Assert.Equal(("done", null, """["faktura"]"""),
            (review.Text("state"), review.Text("owner"), review.GetProperty("labels").GetRawText()));
        Assert.Equal(done.GetProperty("now").Whole("version"), review.Whole("version"));
        var history = review.GetProperty("history");
        Assert.Equal(["in_work", null, "done"], history.Texts("state"));
        Assert.Equal(["Anna K.", null, ""], history.Texts("owner"));
        Assert.Equal([null, "Oddzwonić\njutro", null], history.Texts("note"));
        Assert.Equal(["owner", "owner", "owner"], history.Texts("role"));
        Assert.Equal(2, (await server.GetJsonAsync("api/reviews")).Whole("total"));
        Assert.Equal(["conv_out"], (await server.ReasonsAsync("state=closed&label=faktura")).Keys);
        Assert.Empty(await server.ReasonsAsync("state=done&owner=Anna%20K."));
    }

    [Fact]
    public async Task Post_ByTwoPeopleAtOnce_TheLaterOneSeesIt()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await Inbox.StartSeededAsync(vendor);
        var version = (await server.GetJsonAsync("api/reviews/conv_out")).Whole("version");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            server.Http.PostJsonAsync("api/reviews/conv_out", new { version, owner = $"Person {number}" })));

        Assert.Single(answers, answer => (int)answer.StatusCode == 200);
        foreach (var answer in answers.Where(answer => (int)answer.StatusCode != 200))
            await answer.ProblemAsync(409, "changed_meanwhile");
        Assert.Single((await server.GetJsonAsync("api/reviews/conv_out")).GetProperty("history").EnumerateArray());
    }

    [Fact]
    public async Task Post_Several_AnswersWithWhatLeadsBack()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await Inbox.StartSeededAsync(vendor);
        await server.ChangeAsync("conv_web", new { labels = new[] { "a" } });

        var answer = await BulkAsync(server, [new { conversation_id = "conv_out", state = "done" },
            new { conversation_id = "conv_web", state = "not_needed", labels = new[] { "a", "b" } },
            new { conversation_id = "conv_failed", state = "done", version = 77 }, new { conversation_id = "nobody", state = "done" },
            new { conversation_id = "conv_in", state = "in_work" }]);
        Assert.Equal(["changed", "changed", "conflict", "missing", "changed"], answer.GetProperty("reviews").Texts("outcome"));
        Assert.Equal(1, answer.Whole("unseen"));
        Assert.Equal("", (await server.ReasonsAsync())["conv_in"]); // by hand

        var back = answer.GetProperty("reviews").EnumerateArray().Take(2).Select(one => (object)new
        {
            conversation_id = one.Text("conversation_id"),
            version = one.GetProperty("now").Whole("version"),
            state = one.GetProperty("before").Text("state"),
            labels = one.GetProperty("before").GetProperty("labels"),
        });
        Assert.Equal(3, (await BulkAsync(server, [.. back])).Whole("unseen"));
        Assert.Equal("""["a"]""", (await server.GetJsonAsync("api/reviews/conv_web")).GetProperty("labels").GetRawText());
    }

    [Theory]
    [InlineData("""{"state":"gone"}""", "state")]
    [InlineData("""{"state":7}""", "state")]
    [InlineData("""{"owner":"+48 501 000 123"}""", "owner")]
    [InlineData("""{"owner":["a"]}""", "owner")]
    [InlineData("""{"labels":"a"}""", "labels")]
    [InlineData("""{"labels":["a\u0000"]}""", "labels")]
    [InlineData("""{"labels":["zadzwonić 501 000 123"]}""", "labels")]
    [InlineData("""{"labels":[{}]}""", "labels")]
    [InlineData("""{"version":-1}""", "version")]
    [InlineData("""{"note":7}""", "note")]
    public async Task Post_WhatIsNoChange_SaysWhichPart(string body, string parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/reviews/conv_1", body)).ProblemAsync(400, "invalid_parameter", parameter);
        await (await server.Http.PostTextAsync("api/reviews", $$"""{"changes":[{"conversation_id":"conv_1",{{body[1..]}}]}"""))
            .ProblemAsync(400, "invalid_parameter", parameter);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"changes":[]}""")]
    [InlineData("""{"changes":{}}""")]
    [InlineData("""{"changes":["conv_1"]}""")]
    [InlineData("""{"changes":[{"conversation_id":"a"},{"conversation_id":"a"}]}""")]
    public async Task Post_NoListOfChanges_IsRefused(string body)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/reviews", body)).ProblemAsync(400, "invalid_parameter", "changes");
    }

    [Fact]
    public async Task Get_WhatIsNotThere_SaysSo()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await server.Http.GetProblemAsync("api/reviews/conv_1", 404, "not_found");
        await (await server.Http.PostJsonAsync("api/reviews/conv_1", new { state = "done" })).ProblemAsync(404, "not_found");
        await server.Http.GetProblemAsync("api/reviews?state=gone", 400, "invalid_parameter", "state");
        await server.Http.GetProblemAsync("api/reviews?rule=0", 400, "invalid_parameter", "rule");
        await server.Http.GetProblemAsync("api/reviews?agent_id=nobody", 404, "agent_not_found");
        await server.Http.GetProblemAsync("api/reviews?per_page=201", 400, "invalid_parameter", "per_page");
    }

    [Fact]
    public async Task Viewer_SeesTheInboxWithMaskedNumbersAndChangesNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await Inbox.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            AccessKey = Owner,
            ViewerKey = Viewer,
        });
        await server.SyncAsync();
        await server.UnseenAsync(3);
        await server.ChangeAsync("conv_out", new { note = "Dzwonić na 501 000 005" });
        using var viewer = server.NewClient();
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);

        var texts = await viewer.GetStringAsync("api/reviews/conv_out") + await viewer.GetStringAsync("api/reviews");

        Assert.Contains("Dzwonić na", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("501 000 005", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("48501000005", texts, StringComparison.Ordinal);
        await (await viewer.PostJsonAsync("api/reviews/conv_out", new { state = "done" })).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.PostJsonAsync("api/reviews", new { })).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.PostJsonAsync("api/review-rules", new { })).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.PostJsonAsync("api/review-rules/preview", new { })).ProblemAsync(403, "not_allowed_for_viewer");
    }

    /// <summary>The rules from the start, as a person would read them.</summary>
    private static string Naive(JsonElement one)
    {
        var finished = one.Text("status") is "done" or "failed";
        var kinds = new List<string>();
        if (one.GetProperty("dropout").GetBoolean())
            kinds.Add("dropout");
        if (finished && one.GetProperty("technical_error").GetBoolean())
            kinds.Add("error");
        if (one.GetProperty("rating") is { ValueKind: JsonValueKind.Number } rating && Math.Round(rating.GetDouble()) <= 2)
            kinds.Add("low_rating");
        if (finished && one.Text("call_successful") == "failure" && one.Whole("client_turn_count") > 0
            && !one.GetProperty("transferred").GetBoolean())
            kinds.Add("failed");
        return string.Join(' ', kinds);
    }

    private static async Task<JsonElement> BulkAsync(VoicebotServer server, IReadOnlyList<object> changes) =>
        await (await server.Http.PostJsonAsync("api/reviews", new { changes })).JsonAsync();
}
