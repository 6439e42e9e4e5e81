using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class RefetchDetailsTests
{
    [Fact]
    public async Task Post_TelephoneWithoutNumbers_IsReadAgainOfEveryMonth()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_old").At("2026-01-05T10:00:00Z").Telephone("inbound"),
            new ConversationBuilder("conv_new").At("2026-10-05T10:00:00Z").Telephone("outbound", "sip_trunk"),
            new ConversationBuilder("conv_numbered").At("2026-10-06T10:00:00Z").PhoneCall("inbound", "+481", "+482"),
            new ConversationBuilder("conv_web").At("2026-10-07T10:00:00Z"),
            new ConversationBuilder("conv_text").At("2026-10-08T10:00:00Z").Source("whatsapp"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SaveSettingsAsync(new { mask_phones = false });
        await server.SyncAsync("2026-01-01", "2026-10-31");
        foreach (var id in new[] { "conv_old", "conv_new" })
            vendor.Change(id, one =>
                one.Detail["metadata"]!["body"] = new System.Text.Json.Nodes.JsonObject { ["From"] = "+48600", ["To"] = "+48700" });
        vendor.Requests.Clear();

        var answer = await (await server.Http.PostAsync("api/refetch-details", null)).JsonAsync();
        Assert.Equal(("ok", 2), (answer.Text("status"), answer.Whole("conversations_reset")));
        var run = Assert.Single(await server.WaitForRunsAsync(answer.GetProperty("runs").EnumerateArray().Select(one => one.Whole("id"))));
        Assert.Equal(("refetch", "completed", 0, 2),
            (run.Text("sync_type"), run.Text("status"), run.Whole("conversations_fetched"), run.Whole("details_fetched")));
        Assert.Equal(["conv_new", "conv_old"], vendor.DetailRequests.Order(StringComparer.Ordinal));
        Assert.Equal(0, vendor.ListRequests);
        var old = await server.GetJsonAsync("api/conversations/conv_old");
        Assert.Equal(("+48700", "+48600"), (old.Text("agent_phone"), old.Text("client_phone")));
        var outbound = await server.GetJsonAsync("api/conversations/conv_new");
        Assert.Equal(("+48600", "+48700"), (outbound.Text("agent_phone"), outbound.Text("client_phone")));
    }

    [Fact]
    public async Task Post_NothingToRead_StartsNoRun()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        var answer = await (await server.Http.PostTextAsync("api/refetch-details?agent_id=agent_one", "{}")).JsonAsync();
        Assert.Equal((0, 0), (answer.Whole("conversations_reset"), answer.GetProperty("runs").GetArrayLength()));
    }

    [Fact]
    public async Task Post_WithoutKey_AnswersNotConfigured()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null });
        await (await server.Http.PostAsync("api/refetch-details", null)).ProblemAsync(400, "not_configured");
    }

    [Theory]
    [InlineData("?agent_id=a%20b", 400, "invalid_parameter", "agent_id")]
    [InlineData("?month=2026-10", 400, "unknown_parameter", "month")]
    [InlineData("?agent_id=agent_nobody", 404, "agent_not_found", null)]
    public async Task Post_WrongQuery_IsRefused(string query, int status, string code, string? parameter)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostAsync("api/refetch-details" + query, null)).ProblemAsync(status, code, parameter);
    }
}
