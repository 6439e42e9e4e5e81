using System.Text.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Callbacks;

/// <summary>Who should be called back, and why.</summary>
public sealed class CallbackListTests
{
    private static IEnumerable<VendorConversation> Histories() =>
    [
        CallList.Call("failed", "+48501000001", "2026-11-09T10:00:00Z"),
        CallList.Call("solved_1", "+48501000002", "2026-11-08T10:00:00Z"),
        CallList.Call("solved_2", "+48501000002", "2026-11-08T11:00:00Z", "success"),
        CallList.Call("unclear_1", "+48501000003", "2026-11-07T10:00:00Z"),
        CallList.Call("unclear_2", "+48501000003", "2026-11-07T11:00:00Z", "unknown"),
        CallList.Call("elsewhere_1", "+48501000004", "2026-11-06T10:00:00Z"),
        CallList.Call("elsewhere_2", "+48501000004", "2026-11-06T11:00:00Z", "success", "agent_two"),
        CallList.Call("broken", "+48501000005", "2026-11-05T10:00:00Z", "unknown").Ended("Call ended by remote party"),
        CallList.Call("back_1", "+48501000006", "2026-11-04T10:00:00Z"),
        CallList.Call("back_2", "+48501000006", "2026-11-04T11:00:00Z", "success"),
        CallList.Call("back_3", "+48501000006", "2026-11-04T12:00:00Z"),
        CallList.Call("often_1", "+48501000007", "2026-11-03T10:00:00Z"),
        CallList.Call("often_2", "501 000 007", "2026-11-04T09:00:00Z"), // the same person, a day later
        CallList.Call("old", "+48501000008", "2026-10-27T23:59:59Z"),
        CallList.Call("first_day", "+48501000009", "2026-10-28T00:00:00Z"),
        CallList.Call("human", "+48501000010", "2026-11-05T10:00:00Z").SystemResult("transfer_to_number_twilio_success"),
        CallList.Call("withheld", "anonymous", "2026-11-05T10:00:00Z"),
        CallList.Call("fault", "+48501000011", "2026-11-02T10:00:00Z", "unknown").Failed(500, "Server error"),
        CallList.Call("not_home", "+48501000012", "2026-11-02T10:00:00Z", "unknown", direction: "outbound").Dialled("no_answer"),
        CallList.Call("unknown", "+48501000013", "2026-11-02T10:00:00Z", "unknown"),
        new ConversationBuilder("web").At("2026-11-05T10:00:00Z").Outcome("failure").Talks(2),
    ];

    [Fact]
    public async Task Get_Histories_ListsWhoeverFailedAndWasNotReachedSince()
    {
        await using var vendor = await VendorSimulator.StartAsync(Histories());
        await using var server = await CallList.StartAsync(vendor);

        var list = await server.CallbacksAsync();

        // Within the fourth of November who failed twice goes before who failed once, later.
        Assert.Equal(["failed", "unclear_1", "broken", "often_2", "back_3", "fault", "first_day"], list.Select(CallList.IdOf));
        Assert.Equal([1, 1, 1, 2, 1, 1, 1], list.Select(one => one.Whole("failed_count")));
        Assert.Equal(["failure", "failure", "dropout", "failure", "failure", "error", "failure"],
            list.Select(one => one.GetProperty("reasons").EnumerateArray().Single().GetString()));
        Assert.All(list, one => Assert.Equal("waiting", one.Text("state")));
        Assert.Equal("2026-11-09T10:00:00+00:00", list[0].Text("last_at"));
        var answer = await server.GetJsonAsync("api/callbacks?per_page=2&page=2");
        Assert.Equal((7, 7, 0, 0, 14), (answer.Whole("total"), answer.Whole("waiting"), answer.Whole("later"), answer.Whole("done"),
            answer.Whole("days")));
        Assert.Equal(["broken", "often_2"], answer.GetProperty("callbacks").EnumerateArray().Select(CallList.IdOf));
    }

    [Fact]
    public async Task Get_OneAgent_ListsThoseWhoFailedWithItAndCountsOnesReachedByAnother()
    {
        await using var vendor = await VendorSimulator.StartAsync(
        [
            .. Histories(), CallList.Call("two", "+48501000020", "2026-11-09T10:00:00Z", agent: "agent_two"),
            CallList.Call("both", "+48501000001", "2026-11-09T11:00:00Z", agent: "agent_two"),
        ]);
        await using var server = await CallList.StartAsync(vendor);

        Assert.Equal(["both", "two"], await server.WaitingAsync("agent_id=agent_two"));
        Assert.Equal("failed", (await server.WaitingAsync("agent_id=agent_one"))[0]);
        Assert.DoesNotContain("elsewhere_1", await server.WaitingAsync("agent_id=agent_one"));
        Assert.Equal(2, (await server.CallbacksAsync())[0].Whole("failed_count"));
    }

    [Fact]
    public async Task Get_AfterTheDaysAreSet_LooksSoFarBack()
    {
        await using var vendor = await VendorSimulator.StartAsync(Histories());
        await using var server = await CallList.StartAsync(vendor);

        await server.SaveSettingsAsync(new { callback_days = 30 });
        Assert.Contains("old", await server.WaitingAsync());
        await server.SaveSettingsAsync(new { callback_days = 2 });
        Assert.Equal(["failed"], await server.WaitingAsync());
        Assert.Equal((2, 4), ((await server.GetJsonAsync("api/settings")).Whole("callback_days"),
            (await server.GetJsonAsync("api/settings")).Whole("callback_pause_hours")));
        await (await server.Http.PostJsonAsync("api/settings", new { callback_days = 91 }))
            .ProblemAsync(400, "invalid_parameter", "callback_days");
        await (await server.Http.PostJsonAsync("api/settings", new { callback_pause_hours = 0 }))
            .ProblemAsync(400, "invalid_parameter", "callback_pause_hours");
    }

    [Fact]
    public async Task Get_BestTime_IsWhenThePersonCalledOrAnswered()
    {
        const string Phone = "+48501000030";
        await using var vendor = await VendorSimulator.StartAsync(
        [
            CallList.Call("missed", Phone, "2026-11-09T18:10:00Z", direction: "outbound").Dialled("answered"),
            CallList.Call("a", Phone, "2026-10-05T09:10:00Z", "success"), CallList.Call("b", Phone, "2026-10-06T10:50:00Z", "success"),
            CallList.Call("mailbox", Phone, "2026-10-07T14:00:00Z", "unknown", direction: "outbound").Dialled("voicemail"),
            CallList.Call("not_home", Phone, "2026-10-08T14:00:00Z", "unknown", direction: "outbound").Dialled("no_answer"),
            CallList.Call("never", "+48501000031", "2026-11-08T18:10:00Z", direction: "outbound").Dialled("busy"),
        ]);
        await using var server = await CallList.StartAsync(vendor);

        var list = await server.CallbacksAsync();

        Assert.Equal(["missed", "never"], list.Select(CallList.IdOf));
        var best = list[0].GetProperty("best_time");
        Assert.Equal((9, 11, "weekdays", 2, 3), (best.Whole("from_hour"), best.Whole("to_hour"), best.Text("days"),
            best.Whole("conversations"), best.Whole("known")));
        Assert.Equal(JsonValueKind.Null, list[1].GetProperty("best_time").ValueKind);
    }

    [Theory]
    [InlineData("state=gone", "state")]
    [InlineData("page=0", "page")]
    [InlineData("per_page=201", "per_page")]
    [InlineData("agent_id=a%20b", "agent_id")]
    public async Task Get_WhatCannotBeAsked_SaysWhichPart(string query, string parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await server.Http.GetProblemAsync($"api/callbacks?{query}", 400, "invalid_parameter", parameter);
    }
}
