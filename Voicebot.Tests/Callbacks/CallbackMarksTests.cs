using Voicebot.Tests.Support;

namespace Voicebot.Tests.Callbacks;

/// <summary>What people do about those who should be called back.</summary>
public sealed class CallbackMarksTests
{
    private const string Phone = "+48501000001";

    private static IEnumerable<VendorConversation> Calls() =>
    [
        CallList.Call("call_1", Phone, "2026-11-09T10:00:00Z"), CallList.Call("call_2", Phone, "2026-11-09T15:00:00Z"),
        CallList.Call("other", "+48501000002", "2026-11-08T10:00:00Z"),
        CallList.Call("content", "+48501000003", "2026-11-08T10:00:00Z", "success"),
        CallList.Call("withheld", "anonymous", "2026-11-08T10:00:00Z"),
    ];

    [Fact]
    public async Task Post_Reached_TakesThePersonOffUntilAnotherCallFails()
    {
        var clock = DatedClock.At(CallList.Now);
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor, clock);

        var marked = await server.MarkAsync(
            new { conversation_id = "call_1", action = "reached", version = 0, note = "Obiecano\r\nzwrot" });

        Assert.Equal((1, 0, 1), (marked.Whole("waiting"), marked.Whole("later"), marked.Whole("done")));
        Assert.Equal(["other"], await server.WaitingAsync());
        var done = Assert.Single(await server.CallbacksAsync("state=done"));
        Assert.Equal(("call_2", 2, "Obiecano\nzwrot", "reached", "owner"), (CallList.IdOf(done), done.Whole("failed_count"),
            done.Text("note"), done.GetProperty("mark").Text("state"), done.GetProperty("mark").Text("role")));

        clock.Advance(TimeSpan.FromHours(2));
        vendor.Add(CallList.Call("call_3", Phone, "2026-11-10T13:00:00Z"));
        await server.SyncCallsAsync();
        var back = (await server.CallbacksAsync())[0];
        Assert.Equal(("call_3", 1), (CallList.IdOf(back), back.Whole("failed_count")));

        vendor.Add(CallList.Call("call_4", Phone, "2026-11-10T13:30:00Z", "success"));
        await server.SyncCallsAsync();
        Assert.Equal(["other"], await server.WaitingAsync());
    }

    [Fact]
    public async Task Post_NoAnswer_ComesBackInWorkingTime()
    {
        var clock = DatedClock.At(CallList.Now);
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor, clock);

        var first = (await server.MarkAsync("call_2", "no_answer")).GetProperty("now");
        Assert.StartsWith("2026-11-10T16:00", first.Text("until"), StringComparison.Ordinal);
        Assert.Equal(["other"], await server.WaitingAsync());
        Assert.Equal(["call_2"], await server.WaitingAsync("state=later"));

        clock.Advance(TimeSpan.FromHours(4.5));
        Assert.Equal(["call_2", "other"], await server.WaitingAsync());
        var second = (await server.MarkAsync("call_2", "no_answer")).GetProperty("now");
        Assert.Equal(("2026-11-11T09:00:00+00:00", 2), (second.Text("until"), second.Whole("tries"))); // 20:30 is no working time
        Assert.Equal(["other"], await server.WaitingAsync());
        clock.Advance(TimeSpan.FromHours(17));
        Assert.Equal(["call_2", "other"], await server.WaitingAsync());
    }

    [Fact]
    public async Task Post_NoAnswer_ThenAnotherFailedCall_WaitsAtOnce()
    {
        var clock = DatedClock.At(CallList.Now);
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor, clock);
        await server.MarkAsync(new { conversation_id = "call_2", action = "no_answer", until = "2026-11-20T09:00:00+01:00" });
        Assert.Equal("2026-11-20T08:00:00+00:00",
            Assert.Single(await server.CallbacksAsync("state=later")).GetProperty("mark").Text("until"));

        clock.Advance(TimeSpan.FromHours(2));
        vendor.Add(CallList.Call("call_3", Phone, "2026-11-10T13:00:00Z"));
        await server.SyncCallsAsync();

        Assert.Equal(["call_3", "other"], await server.WaitingAsync());
        Assert.Equal(3, (await server.CallbacksAsync())[0].Whole("failed_count"));
    }

    [Fact]
    public async Task Post_Wanted_PutsSomebodyOnTheListUntilTheNextGoodConversation()
    {
        var clock = DatedClock.At(CallList.Now);
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor, clock);

        await server.MarkAsync("content", "wanted");
        var wanted = (await server.CallbacksAsync())[0];
        Assert.Equal(("content", 0, "wanted"), (CallList.IdOf(wanted), wanted.Whole("failed_count"),
            wanted.GetProperty("reasons").EnumerateArray().Single().GetString()));
        Assert.Empty(await server.WaitingAsync("agent_id=agent_two"));
        await server.MarkAsync("content", "no_answer");
        Assert.Equal(["content"], await server.WaitingAsync("state=later"));

        clock.Advance(TimeSpan.FromHours(5));
        Assert.Contains("content", await server.WaitingAsync());
        vendor.Add(CallList.Call("again", "+48501000003", "2026-11-10T16:00:00Z", "success"));
        await server.SyncCallsAsync();
        Assert.Equal(["call_2", "other"], await server.WaitingAsync());
    }

    [Fact]
    public async Task Post_Waiting_TakesTheMarkBack()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);
        var marked = (await server.MarkAsync("call_2", "done")).GetProperty("now");

        var back = await server.MarkAsync(new { conversation_id = "call_2", action = "waiting", version = marked.Whole("version") });

        Assert.Equal(2, back.Whole("waiting"));
        Assert.Equal(["call_2", "other"], await server.WaitingAsync());
        await server.MarkAsync("content", "wanted");
        await server.MarkAsync("content", "waiting");
        Assert.Equal(["call_2", "other"], await server.WaitingAsync());
    }

    [Fact]
    public async Task Post_ByTwoPeopleOnOnePerson_TheLaterOneSeesIt()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => server.MarkAsync(
            new { conversation_id = number % 2 == 0 ? "call_1" : "call_2", action = "reached", version = 0 })));

        var outcomes = answers.Select(answer => answer.GetProperty("callbacks")[0]).ToList();
        Assert.Single(outcomes, one => one.Text("outcome") == "changed");
        Assert.Equal(5, outcomes.Count(one => one.Text("outcome") == "conflict" && one.GetProperty("now").Text("state") == "reached"));
        Assert.Equal(1, Assert.Single(await server.CallbacksAsync("state=done")).GetProperty("mark").Whole("version"));
    }

    [Fact]
    public async Task Post_WhatIsNobodys_IsNamed()
    {
        await using var vendor = await VendorSimulator.StartAsync(Calls());
        await using var server = await CallList.StartAsync(vendor);

        var answer = await server.MarkAsync(new { conversation_id = "withheld", action = "reached" },
            new { conversation_id = "nothing", action = "done" }, new { conversation_id = "other", action = "done", version = 3 },
            new { conversation_id = "call_1", action = "done" });

        Assert.Equal(["no_number", "missing", "conflict", "changed"], answer.GetProperty("callbacks").Texts("outcome"));
        Assert.Equal(["other"], await server.WaitingAsync());
    }

    [Theory]
    [InlineData("""{"action":"done"}""", "conversation_id")]
    [InlineData("""{"conversation_id":"a"}""", "action")]
    [InlineData("""{"conversation_id":"a","action":"gone"}""", "action")]
    [InlineData("""{"conversation_id":7,"action":"done"}""", "conversation_id")]
    [InlineData("""{"conversation_id":"a","action":"done","version":-1}""", "version")]
    [InlineData("""{"conversation_id":"a","action":"done","note":{}}""", "note")]
    [InlineData("""{"conversation_id":"a","action":"done","until":"2026-11-20T09:00:00Z"}""", "until")]
    [InlineData("""{"conversation_id":"a","action":"no_answer","until":"tomorrow"}""", "until")]
    [InlineData("""{"conversation_id":"a","action":"no_answer","until":"2099-11-20T09:00:00Z"}""", "until")]
    public async Task Post_WhatIsNoChange_SaysWhichPart(string change, string parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/callbacks", $$"""{"changes":[{{change}}]}"""))
            .ProblemAsync(400, "invalid_parameter", parameter);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"changes":[]}""")]
    [InlineData("""{"changes":"all"}""")]
    [InlineData("""{"changes":["a"]}""")]
    [InlineData("""{"changes":[{"conversation_id":"a","action":"done"},{"conversation_id":"a","action":"reached"}]}""")]
    public async Task Post_NoListOfChanges_IsRefused(string body)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/callbacks", body)).ProblemAsync(400, "invalid_parameter", "changes");
    }
}
