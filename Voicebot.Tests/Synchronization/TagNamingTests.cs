using System.Text.Json.Nodes;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>What people call the tags is asked for after a run, seldom, and is no concern of the run.</summary>
public sealed class TagNamingTests
{
    private const string NotKnown = "The titles of the tags are not known";

    [Fact]
    public async Task Run_Ended_NamesTheTagsOfSeveralPages()
    {
        await using var vendor = await VendorSimulator.StartAsync(Tagged("conv_1", "complaint", "vip"), Tagged("conv_2", "vip"));
        (vendor.Tags["complaint"], vendor.Tags["unused"], vendor.Tags["vip"]) = ("Reklamacja <b>", "Never", "VIP");
        vendor.MaxItems = 2;
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();

        await Eventually.True(async () => (await TagsAsync(server)).SequenceEqual(["vip VIP 2", "complaint Reklamacja <b> 1"]),
            "the titles of both tags");
        Assert.Equal(2, Asked(vendor));
        Assert.Equal(1, (await server.GetJsonAsync("api/conversations?tag=complaint&month=2026-10")).Whole("total"));
    }

    [Fact]
    public async Task Run_TitleMissing_IsAskedForOnceAnHour()
    {
        var clock = DatedClock.At("2026-10-15T20:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(Tagged("conv_1", "gone"));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync("2026-10-01", "2026-10-15");
        await server.SyncAsync("2026-10-01", "2026-10-15");
        await Eventually.True(() => Asked(vendor) == 1, "one question");
        Assert.Equal(["gone  1"], await TagsAsync(server));

        vendor.Tags["gone"] = "Back again";
        clock.Advance(TimeSpan.FromHours(1));
        await server.SyncAsync("2026-10-01", "2026-10-15");
        await Eventually.True(async () => await TagsAsync(server) is ["gone Back again 1"], "the title that came back");
        Assert.Equal(2, Asked(vendor));
    }

    [Fact]
    public async Task Run_WithoutTags_AsksNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();
        await server.StopAsync(); // waits for whatever is still under way
        Assert.Equal(0, Asked(vendor));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Run_AccountWithoutTags_SaysSoOnceAndIsCompleted(int status)
    {
        var clock = DatedClock.At("2026-10-15T20:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(Tagged("conv_1", "vip"));
        vendor.OnTags(VendorFaults.Status(status), VendorFaults.Status(status));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        var run = await server.SyncAsync("2026-10-01", "2026-10-15");
        await Eventually.True(() => server.Log.Text.Contains(NotKnown, StringComparison.Ordinal), "the line in the log");
        clock.Advance(TimeSpan.FromHours(1));
        await server.SyncAsync("2026-10-01", "2026-10-15");
        await Eventually.True(() => Asked(vendor) == 2, "two questions");
        await server.StopAsync();

        Assert.Equal("completed", run[0].Text("status"));
        Assert.Equal(2, server.Log.Text.Split(NotKnown).Length);
    }

    private static int Asked(VendorSimulator vendor) => vendor.Requests.Count(request => request.Path == VendorSimulator.TagsPath);

    private static async Task<IReadOnlyList<string>> TagsAsync(VoicebotServer server) =>
        [.. (await server.GetJsonAsync("api/breakdowns?month=2026-10")).GetProperty("tags").EnumerateArray()
            .Select(tag => $"{tag.Text("tag_id")} {tag.Text("title")} {tag.Whole("count")}")];

    private static Voicebot.Tests.Support.VendorConversation Tagged(string id, params string[] tags)
    {
        VendorConversation conversation = new ConversationBuilder(id).At("2026-10-05T10:00:00Z");
        foreach (var document in new[] { conversation.List, conversation.Detail })
            document["tag_ids"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        return conversation;
    }
}
