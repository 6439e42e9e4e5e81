using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>A conversation that two agents list, and conversations that never end.</summary>
public sealed class OwnershipTests
{
    [Theory]
    [InlineData("agent_one", "agent_two")]
    [InlineData("agent_two", "agent_one")]
    public async Task Sync_ListedUnderTwoAgents_BelongsToTheAgentOfItsDetailOnce(string first, string second)
    {
        var shared = new ConversationBuilder("conv_shared").At("2026-10-05T10:00:00Z").Cost(10, 0.1).Build() with
        {
            AlsoListedFor = "agent_two",
        };
        await using var vendor =
            await VendorSimulator.StartAsync(shared, new ConversationBuilder("conv_two", "agent_two").At("2026-10-05T11:00:00Z")
            .Cost(5, 0.1));
        await using var server = await VoicebotServer.StartAsync(vendor, first, second);
        for (var round = 0; round < 3; round++)
        {
            vendor.Requests.Clear();
            Assert.All(await server.SyncAsync(), run => Assert.Equal("completed", run.Text("status")));
            Assert.True(round == 0 || vendor.DetailRequests.Count == 0, $"round {round} read again");
            Assert.Equal("agent_one", (await server.GetJsonAsync("api/conversations/conv_shared")).Text("agent_id"));
            Assert.Equal((1, 1, 2),
                (await TotalAsync(server, "?agent_id=agent_one"), await TotalAsync(server, "?agent_id=agent_two"),
                await TotalAsync(server, "")));
        }
    }

    [Fact]
    public async Task Sync_NeverEnding_IsAskedForLessAndLessAndThenGivenUp()
    {
        var clock = DatedClock.At("2026-10-01T12:00:00Z");
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-01T11:00:00Z").InProgress()
                .Status("initiated"));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        var asked = new List<int>();
        for (var day = 0; day <= 40; day++)
        {
            vendor.Requests.Clear();
            await server.SyncAsync("2026-10-01", "2026-10-01");
            if (vendor.DetailRequests.Count > 0)
                asked.Add(day);
            clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal([0, 1, 2, 4, 8, 16, 31], asked);
        Assert.Equal("given_up", (await server.GetJsonAsync("api/conversations/conv_1")).Text("details_state"));

        // When it ends after all, the list says so.
        vendor.Add(new ConversationBuilder("conv_1").At("2026-10-01T11:00:00Z").Lasting(60).Talks(2));
        await server.SyncAsync("2026-10-01", "2026-10-01");
        var one = await server.GetJsonAsync("api/conversations/conv_1");
        Assert.Equal(("done", "read"), (one.Text("status"), one.Text("details_state")));
    }

    private static async Task<long> TotalAsync(VoicebotServer server, string query)
    {
        var figures = await server.GetJsonAsync("api/kpis" + query);
        Assert.Equal(figures.Whole("total_conversations"), (await server.GetJsonAsync("api/conversations" + query)).Whole("total"));
        return figures.Whole("total_conversations");
    }
}
