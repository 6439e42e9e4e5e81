using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>How much a first synchronisation would fetch, by how far back it goes; it is 10 November 2026, noon in UTC.</summary>
public sealed class GetReachTests
{
    [Fact]
    public async Task Get_Agent_CountsEachRangeInTheZone()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            Of("conv_1", "2026-11-05T10:00:00Z"), Of("conv_2", "2026-10-31T23:30:00Z"), Of("conv_3", "2026-09-01T00:00:00Z"),
            Of("conv_4", "2026-08-31T10:00:00Z"), Of("conv_5", "2025-12-01T00:00:00Z"), Of("conv_6", "2024-01-01T10:00:00Z"),
            Of("conv_7", "2026-11-05T10:00:00Z", "agent_two"));
        await using var server = await VoicebotServer.StartAsync(vendor);

        var inUtc = await server.GetJsonAsync("api/agents/agent_one/reach");
        Assert.Equal(["this_month 2026-11-01 1 True", "3_months 2026-09-01 3 True", "12_months 2025-12-01 5 True", "everything  6 True"],
            Ranges(inUtc));
        Assert.Equal("2024-01-01", inUtc.Text("oldest"));
        Assert.All(inUtc.GetProperty("ranges").EnumerateArray(), range => Assert.True(range.Whole("estimated_secs") >= 1));

        var inWarsaw = await server.GetJsonAsync("api/agents/agent_one/reach?time_zone=Europe/Warsaw");
        Assert.Equal(["this_month 2026-11-01 2 True", "3_months 2026-09-01 3 True", "12_months 2025-12-01 5 True", "everything  6 True"],
            Ranges(inWarsaw));
    }

    [Fact]
    public async Task Get_AgentWithoutConversations_CountsNone()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        var reach = await server.GetJsonAsync("api/agents/agent_two/reach");
        Assert.All(reach.GetProperty("ranges").EnumerateArray(),
            range => Assert.Equal((0L, 0L), (range.Whole("conversations"), range.Whole("estimated_secs"))));
        Assert.Equal(JsonValueKind.Null, reach.GetProperty("oldest").ValueKind);
    }

    [Fact]
    public async Task Get_MoreThanAreCounted_SaysSoOfTheRangesThatGoFurther()
    {
        var newest = DateTimeOffset.Parse("2026-11-09T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        await using var vendor =
            await VendorSimulator.StartAsync(Enumerable.Range(0, 120)
                .Select(day => Of($"conv_{day}", newest.AddDays(-day).ToString("O", System.Globalization.CultureInfo.InvariantCulture))));
        vendor.MaxItems = 2; // fifty pages then end in August
        await using var server = await VoicebotServer.StartAsync(vendor);

        var reach = await server.GetJsonAsync("api/agents/agent_one/reach");

        Assert.Equal(["this_month 2026-11-01 9 True", "3_months 2026-09-01 70 True", "12_months 2025-12-01 100 False",
            "everything  100 False"], Ranges(reach));
        Assert.Equal(JsonValueKind.Null, reach.GetProperty("oldest").ValueKind);
        Assert.Equal(50, vendor.ListRequests);
    }

    [Theory]
    [InlineData("api/agents/agent_one/reach?time_zone=Mars/Base", "time_zone")]
    [InlineData("api/agents/agent%20one/reach", "id")]
    [InlineData("api/agents/agent_one/reach?month=2026-11", "month")]
    public async Task Get_BadInput_NamesTheParameter(string path, string parameter)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.Http.GetProblemAsync(path, 400, parameter == "month" ? "unknown_parameter" : "invalid_parameter", parameter);
        Assert.Equal(0, vendor.ListRequests);
    }

    [Fact]
    public async Task Get_WithoutKeyOrVendor_SaysWhy()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null });
        await server.Http.GetProblemAsync("api/agents/agent_one/reach", 400, "not_configured");
        await using var silent = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await silent.Http.GetProblemAsync("api/agents/agent_one/reach", 502, "elevenlabs_unavailable");
    }

    private static VendorConversation Of(string id, string at, string agent = ConversationBuilder.DefaultAgent) =>
        new ConversationBuilder(id, agent).At(at);

    private static IEnumerable<string> Ranges(JsonElement reach) =>
        reach.GetProperty("ranges").EnumerateArray().Select(range =>
            $"{range.Text("name")} {range.Text("from")} {range.Whole("conversations")} {range.GetProperty("is_complete").GetBoolean()}");
}
