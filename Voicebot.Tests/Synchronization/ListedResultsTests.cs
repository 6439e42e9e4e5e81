using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>
/// What lives only in the details changes after the end of a conversation: the list shows some of it, the weekly reading the rest.
/// </summary>
public sealed class ListedResultsTests
{
    private static VendorConversation Call(string id = "conv_1", string at = "2026-10-05T10:00:00Z") =>
        new ConversationBuilder(id).At(at).Criterion("polite", "success").Datum("email", "jan@example.test").Datum("visits", 2)
            .Datum("none", null).Cost(10, 0.1).Talks(2);

    [Fact]
    public async Task Sync_EvaluatedAgain_ReadsTheChangedOnesOnly()
    {
        await using var vendor = await VendorSimulator.StartAsync(Call("conv_1"), Call("conv_2"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Change("conv_2", one => one.Detail["analysis"]!["evaluation_criteria_results"]!["polite"]!["result"] = "failure");
        vendor.Requests.Clear();

        var run = await server.SyncOneAsync();

        Assert.Equal(["conv_2"], vendor.DetailRequests);
        Assert.Equal(1, run.Whole("updated_count"));
        Assert.Equal("""{"polite":"failure"}""", (await server.GetJsonAsync("api/conversations/conv_2")).GetProperty("criteria")
            .GetRawText());
        await AsksNothingMoreAsync(server, vendor);

        vendor.Change("conv_2", one => one.Detail["analysis"]!["evaluation_criteria_results"]!["polite"]!["result"] = "success");
        await server.SyncAsync();
        Assert.Equal(["conv_2"], vendor.DetailRequests);
    }

    [Theory]
    [InlineData("visits", "3")]
    [InlineData("email", "\"other@example.test\"")]
    [InlineData("none", "\"now known\"")]
    [InlineData("visits", "null")]
    public async Task Sync_CollectedAgain_IsReadAgain(string datum, string value)
    {
        await using var vendor = await VendorSimulator.StartAsync(Call());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Change("conv_1", one => one.Detail["analysis"]!["data_collection_results"]![datum]!["value"] = JsonNode.Parse(value));

        await AssertReadOnceAsync(server, vendor);
    }

    /// <summary>In whatever way the list writes results, a synchronisation right after another reads nothing again.</summary>
    [Theory]
    [InlineData("as the details")]
    [InlineData("bare values")]
    [InlineData("numbers as texts")]
    [InlineData("nulls")]
    public async Task Sync_NothingChanged_ReadsNothing(string writing)
    {
        await using var vendor = await VendorSimulator.StartAsync(Call("conv_1"), Call("conv_2"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.OnEveryList(async (http, right) => await VendorFaults.Body(Written(JsonNode.Parse(right)!, writing))(http, right));
        vendor.Requests.Clear();
        await server.SyncAsync();
        Assert.Empty(vendor.DetailRequests);
        await server.SyncAsync();
        Assert.Empty(vendor.DetailRequests);
    }

    [Theory]
    [InlineData("tag_ids", """["tag_1"]""")]
    [InlineData("rating", "2")]
    [InlineData("call_summary_title", "\"Another\"")]
    [InlineData("call_successful", "\"failure\"")]
    [InlineData("termination_reason", "\"Another\"")]
    public async Task Sync_ListSaysSomethingElse_IsReadAgain(string member, string value)
    {
        await using var vendor = await VendorSimulator.StartAsync(Call());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Change("conv_1", one => one.List[member] = JsonNode.Parse(value));

        await AssertReadOnceAsync(server, vendor);
    }

    [Fact]
    public async Task Sync_AgentRenamed_ReadsNothingAgain()
    {
        await using var vendor = await VendorSimulator.StartAsync(Call());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Change("conv_1", one => one.List["agent_name"] = "Renamed");
        vendor.Agents = [("agent_one", "Renamed")];
        vendor.Requests.Clear();
        await server.SyncAsync();
        Assert.Empty(vendor.DetailRequests);
        Assert.Equal("Renamed", (await server.GetJsonAsync("api/agents")).GetProperty("agents")[0].Text("name"));
    }

    [Fact]
    public async Task Sync_ListRefusesResults_IsReadWithoutThemAndSaysSoOnce()
    {
        await using var vendor = await VendorSimulator.StartAsync(Call());
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Paging = VendorPaging.WithoutResults;
        vendor.Add(Call("conv_2"));
        Assert.Equal(("completed", 1),
            ((await server.SyncOneAsync()).Text("status"), (await server.SyncOneAsync()).Whole("details_total") + 1));
        Assert.Equal(2, (await server.GetJsonAsync("api/conversations")).Whole("total"));
        Assert.Equal(2, server.Log.Text.Split("does not show results").Length);
    }

    [Fact]
    public async Task Sync_ListThatRefusedResults_IsAskedForThemAgainAfterADay()
    {
        var clock = new StandingClock("2026-10-10T02:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(Call());
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync();
        vendor.Paging = VendorPaging.WithoutResults;
        var told = new List<int>();
        foreach (var minutes in new[] { 0, 24 * 60 - 1, 1 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await server.SyncAsync();
            told.Add(server.Log.Text.Split("does not show results").Length - 1);
        }

        Assert.Equal([1, 1, 2], told);
    }

    [Fact]
    public async Task Sync_ManyIds_KeepTheAddressShort()
    {
        var call = new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z");
        for (var number = 0; number < 400; number++)
            call.Criterion($"criterion_{number}_żółw", "success").Datum($"datum_{number}", number);
        await using var vendor = await VendorSimulator.StartAsync(call);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.All(vendor.Requests, request => Assert.InRange(request.Query.Length, 0, 6_000));
    }

    [Theory]
    [InlineData("cost")]
    [InlineData("comment")]
    [InlineData("deletion")]
    public async Task Weekly_ChangedInTheDetailsAlone_Arrives(string what)
    {
        var clock = DatedClock.At("2026-10-10T02:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(Call(), Call("conv_old", "2026-08-01T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync("2026-08-01", "2026-10-10");
        await NightAsync(server);
        vendor.Change("conv_1", one =>
        {
            if (what == "cost")
                one.Detail["metadata"]!["cost"] = 77;
            else if (what == "comment")
                one.Detail["metadata"]!["feedback"] = JsonNode.Parse("""{"rating":null,"comment":"Late word","type":"rating"}""");
            else
                one.Detail["metadata"]!["deletion_settings"] = new JsonObject
                {
                    ["deleted_transcript_at_time_unix_secs"] = clock.GetUtcNow().ToUnixTimeSeconds(),
                };
        });
        clock.Advance(TimeSpan.FromDays(2));
        vendor.Requests.Clear();
        await NightAsync(server);
        Assert.Empty(vendor.DetailRequests);

        clock.Advance(TimeSpan.FromDays(6));
        await NightAsync(server);

        Assert.Equal(["conv_1"], vendor.DetailRequests);
        var one = await server.GetJsonAsync("api/conversations/conv_1");
        Assert.True(what switch
        {
            "cost" => one.Whole("cost") == 77,
            "comment" => one.GetRawText().Contains("Late word", StringComparison.Ordinal),
            _ => one.GetProperty("transcript").GetArrayLength() == 0,
        });
    }

    private static async Task NightAsync(VoicebotServer server)
    {
        var runs = server.Services.GetRequiredService<SyncService>()
            .StartNightly(server.Services.GetRequiredService<VoicebotSettings>().Current);
        Assert.All(await server.WaitForRunsAsync(runs.Select(run => run.Id)), run => Assert.Equal("completed", run.Text("status")));
    }

    private static async Task AssertReadOnceAsync(VoicebotServer server, VendorSimulator vendor)
    {
        vendor.Requests.Clear();
        await server.SyncAsync();
        Assert.Equal(["conv_1"], vendor.DetailRequests);
        await AsksNothingMoreAsync(server, vendor);
    }

    private static async Task AsksNothingMoreAsync(VoicebotServer server, VendorSimulator vendor)
    {
        vendor.Requests.Clear();
        await server.SyncAsync();
        Assert.Empty(vendor.DetailRequests);
    }

    private static string Written(JsonNode page, string writing)
    {
        foreach (var item in page["conversations"]!.AsArray())
        {
            if (writing == "nulls")
                (item!["evaluation_criteria_results"], item["data_collection_results"]) = (null, null);
            foreach (var (id, datum) in (item!["data_collection_results"] as JsonObject ?? []).ToList())
                item["data_collection_results"]![id] = writing switch
                {
                    "bare values" => datum?["value"]?.DeepClone(),
                    "numbers as texts" => datum?["value"]?.ToString(),
                    _ => datum?.DeepClone(),
                };
        }
        return page.ToJsonString();
    }
}
