using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>What the vendor learns later arrives; what it forgets stays.</summary>
public sealed class SyncLateChangesTests
{
    private const string Start = "2026-10-05T10:00:00Z";

    [Fact]
    public async Task Sync_RatingThatComesLater_IsPickedUp()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At(Start), new ConversationBuilder("conv_2").At(Start));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Change("conv_1", one => one.List["rating"] = 4);
        vendor.Requests.Clear();
        var run = await server.SyncOneAsync();
        Assert.Equal((0, 1), (run.Whole("new_count"), run.Whole("updated_count")));
        Assert.Equal(["conv_1"], vendor.DetailRequests);
        Assert.Equal("4", (await server.GetJsonAsync("api/conversations/conv_1")).Text("rating"));
    }

    [Fact]
    public async Task Sync_AnalysisThatComesLater_IsPickedUp()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T11:50:00Z").WithoutAnalysis());
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = DatedClock.At("2026-10-05T12:00:00Z") });
        await server.SyncAsync();
        Assert.Equal("unknown", (await server.GetJsonAsync("api/conversations/conv_1")).Text("call_successful"));
        // The list still shows the old state: only the details know.
        vendor.Change("conv_1", one => one.Detail["analysis"] = JsonNode.Parse(
            """{"call_successful":"failure","transcript_summary":"Late","""
            + """ "evaluation_criteria_results":{"polite":{"result":"success"}}}"""));
        var run = await server.SyncOneAsync();
        Assert.Equal((0, 1), (run.Whole("new_count"), run.Whole("updated_count")));
        var conversation = await server.GetJsonAsync("api/conversations/conv_1");
        Assert.Equal(("failure", "Late"), (conversation.Text("call_successful"), conversation.Text("transcript_summary")));
        Assert.Equal("""{"polite":"success"}""", conversation.GetProperty("criteria").GetRawText());
    }

    [Fact]
    public async Task Sync_ConversationThatFinishesLater_IsCompletedEvenOutsideTheWindow()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At(Start).InProgress());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var before = await server.GetJsonAsync("api/kpis?month=2026-10");
        Assert.Equal((0, 1), (before.Whole("finished_count"), before.Whole("in_progress_count")));
        vendor.Add(new ConversationBuilder("conv_1").At(Start).Lasting(90).Cost(70, 0.01).Talks(4));
        await server.SyncAsync("2026-11-01", "2026-11-10");
        var conversation = await server.GetJsonAsync("api/conversations/conv_1");
        Assert.Equal(("done", "success", 90, 70, 2),
            (conversation.Text("status"), conversation.Text("call_successful"), conversation.Whole("duration_secs"),
            conversation.Whole("cost"), conversation.Whole("bot_message_count")));
        Assert.Equal((1, 0),
            ((await server.GetJsonAsync("api/kpis?month=2026-10")).Whole("finished_count"), (await server.GetJsonAsync("api/kpis"))
            .Whole("in_progress_count")));
    }

    [Fact]
    public async Task Sync_PoorerListRow_DoesNotOverwriteTheRicher()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At(Start).Lasting(90).Rated(5)
            .PhoneCall("inbound", "+481", "+482").Talks(4));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var before = (await server.GetJsonAsync("api/conversations/conv_1")).GetRawText();
        vendor.Change("conv_1", one =>
        {
            foreach (var name in new[] { "transcript_summary", "call_summary_title", "main_language", "direction", "rating",
                "agent_name" })
                one.List[name] = null;
            one.List["termination_reason"] = "";
            one.List["status"] = "processing";
            one.List["call_duration_secs"] = 0;
            one.List["call_successful"] = "unknown";
            one.Detail["analysis"] = null;
            one.Detail["status"] = "processing";
            one.Detail["transcript"] = new JsonArray();
        });
        var run = await server.SyncOneAsync();
        Assert.Equal(("completed", 0), (run.Text("status"), run.Whole("updated_count")));
        Assert.Equal(before, (await server.GetJsonAsync("api/conversations/conv_1")).GetRawText());
    }

    [Fact]
    public async Task Sync_VanishedAtTheVendor_IsMarkedKeepsItsTextsAndCountsOn()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At(Start).InProgress(), new ConversationBuilder("conv_2")
            .At(Start).PhoneCall("inbound", "+48221000001", "+48501000001").Datum("name", "Jan").Talks(3),
            new ConversationBuilder("conv_3")
            .At(Start));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Remove("conv_1");
        vendor.Remove("conv_2");
        Assert.Equal(("completed", 2),
            ((await server.SyncOneAsync()).Text("status"), (await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total")));
        var kept = await server.GetJsonAsync("api/conversations/conv_2");
        Assert.Equal(("done", 2, 3, 1),
            (kept.Text("status"), kept.Whole("bot_message_count"), kept.GetProperty("transcript")
            .GetArrayLength(), kept.GetProperty("collected_data").GetArrayLength()));
        Assert.Equal(("Summary of conv_2", "+48 ••• ••• 001", "+48221000001"),
            (kept.Text("transcript_summary"), kept.Text("client_phone"), kept.Text("agent_phone")));
        Assert.Equal(3, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
        Assert.StartsWith("2026-11-10T12:0", kept.Text("deleted_at"), StringComparison.Ordinal);
        vendor.Requests.Clear();
        Assert.Equal(("completed", 0), ((await server.SyncOneAsync()).Text("status"), vendor.DetailRequests.Count));
    }

    [Fact]
    public async Task Sync_GoneFromTheListOnly_IsNotTakenForDeleted()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At(Start), new ConversationBuilder("conv_2")
            .At("2026-10-06T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.OnList(VendorFaults.Body("""{"conversations":[],"has_more":false}"""));
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sync_WithoutAnalysis_StoresAllTheRest(bool absent)
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At(Start).PhoneCall("outbound", "+481", "+48200000002")
            .Cost(5, 0.1).Talks(3).WithoutAnalysis(absent).Failed(500, "x"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        var conversation = await server.GetJsonAsync("api/conversations/conv_1");
        Assert.Equal(("read", "unknown", "+48 ••• ••• 002", 5, 2),
            (conversation.Text("details_state"), conversation.Text("call_successful"), conversation.Text("client_phone"),
            conversation.Whole("cost"), conversation.Whole("bot_message_count")));
        vendor.Requests.Clear();
        await server.SyncAsync();
        Assert.Empty(vendor.DetailRequests);
    }
}
