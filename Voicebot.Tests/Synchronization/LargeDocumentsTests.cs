using System.Text.Json.Nodes;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>What is too large to be kept whole is kept without its transcript, and says so.</summary>
public sealed class LargeDocumentsTests
{
    [Fact]
    public async Task Sync_TranscriptOfTwentyMegabytes_KeepsTheFactsAndSaysSo()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_large").At("2026-10-05T10:00:00Z").Cost(7, 0.5)
            .Criterion("polite", "success").Talks(1).Build());
        vendor.Change("conv_large", one => one.Detail["transcript"] = new JsonArray(
            [.. Enumerable.Range(0, 40)
                .Select(i => new JsonObject { ["role"] = "agent", ["time_in_call_secs"] = i, ["message"] = new string('x', 500_000) })]));
        await using var server = await VoicebotServer.StartAsync(vendor);

        var run = await server.SyncOneAsync();
        var again = await server.SyncOneAsync();

        Assert.Equal(("completed", 1), (run.Text("status"), run.Whole("details_fetched")));
        Assert.Equal(0, again.Whole("details_fetched") + again.Whole("updated_count"));
        var kept = await server.GetJsonAsync("api/conversations/conv_large");
        Assert.Equal(("read", 7, "success"),
            (kept.Text("details_state"), kept.Whole("cost"), kept.GetProperty("criteria").Text("polite")));
        Assert.Equal(0, kept.GetProperty("transcript").GetArrayLength());
        Assert.Contains("larger than 4 MiB", Assert.Single(kept.GetProperty("warnings").EnumerateArray())
            .GetString(), StringComparison.Ordinal);
    }
}
