using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.ElevenLabs;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

public sealed class ListingTests
{
    [Fact]
    public async Task ListConversations_ManyPages_AreFollowedByTheCursor()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(Enumerable.Range(1, 7)
            .Select(number => new ConversationBuilder($"conv_{number}").At(1_000 + number).Build()));
        vendor.MaxItems = 3;
        using var client = new VendorClient(vendor);
        var ids = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await client.Client.ListConversationsAsync("agent_one", 1_001, 1_007, cursor, CancellationToken.None);
            ids.AddRange(page.Items.Select(item => item.ConversationId));
            cursor = page.HasMore ? page.NextCursor : null;
        }
        while (cursor is not null);
        Assert.Equal(["conv_6", "conv_5", "conv_4", "conv_3", "conv_2"], ids);
        Assert.Equal(2, vendor.ListRequests);
    }

    [Fact]
    public async Task ListConversations_Request_AsksForSummariesAndFullPages()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        using var client = new VendorClient(vendor);
        await client.Client.ListConversationsAsync("agent one&x=1", 5, null, null, CancellationToken.None);
        Assert.Equal("?agent_id=agent%20one%26x%3D1&page_size=100&summary_mode=include&call_start_after_unix=5",
            Assert.Single(vendor.Requests).Query);
    }

    [Theory]
    [InlineData("""{"conversations":[],"has_more":true,"next_cursor":null}""")]
    [InlineData("""{"conversations":[],"has_more":true,"next_cursor":""}""")]
    [InlineData("""{"conversations":[],"has_more":true}""")]
    [InlineData("""{"conversations":[],"has_more":false,"next_cursor":"abc"}""")]
    public async Task ListConversations_NoUsableCursor_LeadsNowhere(string body)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnList(VendorFaults.Body(body));
        using var client = new VendorClient(vendor);
        Assert.False(await client.Client.ListConversationsAsync("agent_one", null, null, null, CancellationToken.None) is
        {
            HasMore: true,
            NextCursor: not null
        });
    }

    [Theory]
    [InlineData("""{"conversations":[],"next_cursor":"abc"}""")]
    [InlineData("""{"conversations":[],"has_more":null,"next_cursor":"abc"}""")]
    [InlineData("""{"conversations":[],"has_more":"yes","next_cursor":"abc"}""")]
    public async Task ListConversations_CursorWithoutHasMore_GoesOn(string body)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnList(VendorFaults.Body(body));
        using var client = new VendorClient(vendor);
        var page = await client.Client.ListConversationsAsync("agent_one", null, null, null, CancellationToken.None);
        Assert.Equal((true, "abc"), (page.HasMore, page.NextCursor));
    }

    [Fact]
    public async Task ListConversations_Results_AreAskedForByRepeatedKeys()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        using var client = new VendorClient(vendor);
        await client.Client.ListConversationsAsync("agent_one", null, null, new ListedResults(["a b", "c"], ["d"]), null,
            CancellationToken.None);
        Assert.EndsWith("&evaluation_criteria_ids=a%20b&evaluation_criteria_ids=c&data_collection_ids=d",
            Assert.Single(vendor.Requests).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAgents_RepeatedCursor_Ends()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnAgents([.. Enumerable.Repeat(
            VendorFaults.Body("""{"agents":[{"agent_id":"a"},{"name":"nameless"}],"has_more":true,"next_cursor":"same"}"""), 5)]);
        using var client = new VendorClient(vendor);
        var agents = await client.Client.ListAgentsAsync(CancellationToken.None);
        Assert.Equal(2, vendor.Requests.Count);
        Assert.All(agents, agent => Assert.Equal(new VendorAgent("a", "a"), agent));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"evaluation":{"criteria":{"id":"polite"}}}""")]
    [InlineData("""{"evaluation":{"criteria":[null,7,{"id":"polite"},{"name":"Politeness"},{"id":"polite","name":" "},{"id":null"""
        + ""","name":"Politeness"}]}}""")]
    public async Task ListCriteria_NoneWithAName_IsEmpty(string settings)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnAgent("agent_one", VendorFaults.Body($$"""{"agent_id":"agent_one","platform_settings":{{settings}}}"""));
        using var client = new VendorClient(vendor);
        Assert.Empty((await client.Client.GetAgentAsync("agent_one", CancellationToken.None)).Criteria);
    }

    [Fact]
    public async Task ListCriteria_Named_AreReadByIdAndName()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.Agents = [("agent one", "First agent")];
        vendor.Criteria["agent one"] = [("polite", " Politeness "), ("7", "Seven")];
        using var client = new VendorClient(vendor);
        Assert.Equal([new VendorCriterion("polite", "Politeness"), new VendorCriterion("7", "Seven")],
            (await client.Client.GetAgentAsync("agent one", CancellationToken.None)).Criteria);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ListConversations_SamplePage_IsReadWithoutLoss(int number)
    {
        var sample = SampleFiles.Json($"list-page-{number}.json");
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnList(VendorFaults.Body(sample.ToJsonString()));
        using var client = new VendorClient(vendor);
        var page = await client.Client.ListConversationsAsync("agent_one", null, null, null, CancellationToken.None);
        Assert.Equal((string?)sample["next_cursor"], page.NextCursor);
        Assert.Equal(sample["conversations"]!.AsArray().Select(Compact), page.Items.Select(item => Compact(JsonObject.Create(item.Json))));
        var first = sample["conversations"]![0]!;
        Assert.Equal(((string?)first["conversation_id"], (string?)first["status"], (long?)first["start_time_unix_secs"]),
            (page.Items[0].ConversationId, page.Items[0].Status, page.Items[0].StartTime));
    }

    public static TheoryData<string> Details => [.. SampleFiles.DetailNames];

    [Theory]
    [MemberData(nameof(Details))]
    public async Task GetConversation_Sample_IsReadWithoutLoss(string name)
    {
        var sample = SampleFiles.Json(name);
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnDetail("conv_1", VendorFaults.Body(sample.ToJsonString()));
        using var client = new VendorClient(vendor);
        var detail = await client.GetAsync();
        Assert.Equal(Compact(sample), Compact(JsonObject.Create(detail.Json)));
        Assert.Equal((string?)sample["conversation_id"], detail.ConversationId);
        Assert.Equal((long?)sample["metadata"]!["call_duration_secs"], detail.DurationSeconds);
        Assert.Equal((long?)sample["metadata"]!["cost"], detail.CostCredits);
        Assert.Equal((double?)sample["metadata"]!["cost_fiat"], detail.CostUsd);
        Assert.Equal(sample["transcript"]!.AsArray().Count, detail.Transcript.Count());
        Assert.Equal(sample["analysis"] is JsonObject, detail.HasAnalysis);
    }

    private static string Compact(JsonNode? json) => JsonSerializer.Serialize(json);
}
