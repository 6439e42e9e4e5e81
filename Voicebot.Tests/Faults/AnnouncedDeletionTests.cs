using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>What the vendor's own documents say of a deletion is followed, as far as the owner wants it.</summary>
public sealed class AnnouncedDeletionTests
{
    [Theory]
    [InlineData("deleted_transcript_at_time_unix_secs", true, true)]
    [InlineData("deleted_logs_at_time_unix_secs", true, true)]
    [InlineData("deleted_audio_at_time_unix_secs", true, false)]
    [InlineData("deletion_time_unix_secs", true, false)]
    [InlineData("deleted_transcript_at_time_unix_secs", false, false)]
    public async Task Sync_DocumentSaysThatItsTextsWereDeleted_TheyFollowWhenTheOwnerWantsIt(string time, bool follow, bool forgotten)
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_01").At("2026-10-02T10:00:00Z").Datum("name", "Jan").Talks(3));
        await using var server = await VoicebotServer.StartAsync(vendor);
        Assert.True((await server.GetJsonAsync("api/settings")).GetProperty("follow_vendor_deletion").GetBoolean());
        await server.SaveSettingsAsync(new { follow_vendor_deletion = follow });
        await server.SyncAsync();
        vendor.Change("conv_01", one =>
        {
            one.List["rating"] = 3;
            one.Detail["transcript"] = new JsonArray();
            one.Detail["metadata"]!["deletion_settings"] = new JsonObject
            {
                [time] = DateTimeOffset.Parse("2026-11-01T00:00:00Z", null).ToUnixTimeSeconds(),
            };
        });

        await server.SyncAsync();

        var kept = await server.GetJsonAsync("api/conversations/conv_01");
        Assert.Equal((forgotten ? 0 : 3, forgotten ? null : "Summary of conv_01", null),
            (kept.GetProperty("transcript").GetArrayLength(), kept.Text("transcript_summary"), kept.Text("deleted_at")));
        Assert.Equal(2, kept.Whole("bot_message_count"));
        vendor.Requests.Clear();
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.Empty(vendor.DetailRequests);
    }

    [Theory]
    [InlineData("2026-11-01T00:00:00Z", true)]
    [InlineData("2027-11-01T00:00:00Z", false)]
    public async Task Sync_VanishedAsItsDocumentAnnounced_TakesTheTextsAlong(string deletion, bool forgotten)
    {
        var announced = new ConversationBuilder("conv_01").At("2026-10-05T10:00:00Z")
            .PhoneCall("inbound", "+48221000001", "+48501000001").Talks(3);
        announced.Metadata["deletion_settings"] = new JsonObject
        {
            ["deletion_time_unix_secs"] = DateTimeOffset.Parse(deletion, null).ToUnixTimeSeconds(),
        };
        await using var vendor =
            await VendorSimulator.StartAsync(announced, new ConversationBuilder("conv_02").At("2026-10-06T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Remove("conv_01");

        await server.SyncAsync();

        var kept = await server.GetJsonAsync("api/conversations/conv_01");
        Assert.NotNull(kept.Text("deleted_at"));
        Assert.Equal((forgotten ? 0 : 3, forgotten), (kept.GetProperty("transcript").GetArrayLength(), kept.Text("client_phone") is null));
    }
}
