using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Faults;

/// <summary>
/// A vendor that suddenly shows nothing proves nothing: everything stays as it was, and the run says what may be the matter.
/// </summary>
public sealed class BlindVendorTests
{
    private const string Nothing = "This key sees none of the 12 conversations stored here";

    // As the conversations name it, so that nothing is renamed on the way.
    private static readonly (string Id, string Name) Agent = ("agent_one", "Agent agent_one");
    private static readonly VendorFault NotFound = VendorFaults.Status(404, SampleFiles.Error("404-conversation"));

    public static TheoryData<string> Places =>
        ["everything", "detailsOnly", "listNotFound", "listForbidden", "laterPages", "agentForbidden", "agentUnauthorized"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Sync_KeySeesNothing_FailsAndLeavesAllAsItWas(string place)
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.Agents = [Agent];
        vendor.MaxItems = 5;
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var before = await StateAsync(server);

        Blind(vendor, place);
        var run = await server.SyncOneAsync();

        Assert.Equal("failed", run.Text("status"));
        Assert.Equal(0, run.Whole("details_failed"));
        Assert.Equal(place == "listForbidden" ? "elevenlabs_permission_missing" : "key_sees_nothing", run.Text("error_code"));
        if (place != "listForbidden")
            Assert.StartsWith(Nothing, run.Text("error_message"), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(server));
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total"));

        // What was in the way goes, and nothing is left of it.
        Heal(vendor);
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        Assert.Equal(before, await StateAsync(server));
        await VendorEquality.AssertAsync(server, vendor);
    }

    /// <summary>What cannot be asked is no sign of a vendor that shows nothing.</summary>
    [Fact]
    public async Task Sync_KeyIsRefusedWhileItsSightIsInDoubt_FailsForThat()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.Agents = [Agent];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        vendor.Agents = [];
        vendor.OnEveryDetail(NotFound);
        vendor.OnList(VendorFaults.Body("""{"conversations":[],"has_more":false}"""),
            VendorFaults.Status(401, SampleFiles.Error("401-invalid-key")));

        var run = await server.SyncOneAsync();

        Assert.Equal(("failed", "elevenlabs_key_refused"), (run.Text("status"), run.Text("error_code")));
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total"));
    }

    [Fact]
    public async Task Refetch_KeySeesNothing_FailsAndCountsNoAttempt()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(Some(12)
            .Append(new ConversationBuilder("conv_phone").At("2026-10-20T10:00:00Z").Telephone("inbound")));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var before = (await server.GetJsonAsync("api/conversations/conv_phone")).GetProperty("transcript").GetRawText();
        vendor.IsBlind = true;

        var started = await (await server.Http.PostJsonAsync("api/refetch-details", new { })).JsonAsync();
        var run = Assert.Single(
            await server.WaitForRunsAsync(started.GetProperty("runs").EnumerateArray().Select(one => one.Whole("id"))));

        Assert.Equal(("failed", "key_sees_nothing"), (run.Text("status"), run.Text("error_code")));
        var after = await server.GetJsonAsync("api/conversations/conv_phone");
        Assert.Equal((before, null), (after.GetProperty("transcript").GetRawText(), after.Text("details_error")));
    }

    [Fact]
    public async Task RefetchOfOne_KeySeesNothing_LeavesItAsItWas()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.Agents = [Agent];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        var before = await StateAsync(server);
        vendor.IsBlind = true;

        await (await server.Http.PostAsync("api/conversations/conv_03/refetch", null)).ProblemAsync(404, "not_at_elevenlabs");

        Assert.Equal(before, await StateAsync(server));
    }

    [Fact]
    public async Task Weekly_KeySeesNothing_FailsAndLeavesAllAsItWas()
    {
        var clock = DatedClock.At("2026-10-15T02:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync(Some(12));
        vendor.Agents = [Agent];
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync("2026-10-01", "2026-10-15");
        var before = await StateAsync(server);
        clock.Advance(TimeSpan.FromDays(8));
        vendor.IsBlind = true;

        var runs = server.Services.GetRequiredService<SyncService>()
            .StartNightly(server.Services.GetRequiredService<VoicebotSettings>().Current);
        var run = Assert.Single(await server.WaitForRunsAsync(runs.Select(one => one.Id)));

        Assert.Equal(("failed", "key_sees_nothing"), (run.Text("status"), run.Text("error_code")));
        Assert.Equal(before, await StateAsync(server));
    }

    [Fact]
    public async Task Sync_AgentGoneWhileOthersAreSeen_IsSaidOfTheAgent()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(Some(12)
            .Append(new ConversationBuilder("conv_other", "agent_two").At("2026-10-20T10:00:00Z")));
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SyncAsync();
        foreach (var id in vendor.Conversations.Where(one => one.AgentId == "agent_one").Select(one => one.Id))
            vendor.Remove(id);
        vendor.Agents = [("agent_two", "Second agent")];

        var runs = await server.SyncAsync();

        Assert.Equal(["elevenlabs_agent_not_found", null], runs.Select(run => run.Text("error_code")));
        Assert.Contains("retire it", runs[0].Text("error_message"), StringComparison.Ordinal);
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total"));
    }

    [Fact]
    public async Task Sync_UnknownAgentWithoutConversations_IsSaid()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.Agents = [];
        vendor.OnEveryList(NotFound);
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        Assert.Equal(("failed", "elevenlabs_agent_not_found"), (run.Text("status"), run.Text("error_code")));
    }

    [Fact]
    public async Task Sync_AllVanishedWhileTheAgentIsSeen_AreMarkedOneByOneAndKeepTheirTexts()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(120));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        foreach (var one in vendor.Conversations)
            vendor.Remove(one.Id);

        var run = await server.SyncOneAsync();

        Assert.Equal(("completed", 120), (run.Text("status"), run.Whole("updated_count")));
        Assert.Equal(120, (await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total"));
        var kept = await server.GetJsonAsync("api/conversations/conv_07");
        Assert.Equal(("Summary of conv_07", 3), (kept.Text("transcript_summary"), kept.GetProperty("transcript").GetArrayLength()));
        Assert.Equal(1, (await server.GetJsonAsync("api/conversations?search=conv_07")).Whole("total"));
    }

    /// <summary>
    /// The first conversation that is missing is a real deletion; then the vendor goes blind, and the rest is not believed.
    /// </summary>
    [Fact]
    public async Task Sync_VendorGoesBlindInTheMiddle_IsNoticed()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(200));
        vendor.Agents = [Agent];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await Eventually.True(() => vendor.AgentRequests.Count == 1, "the question for names, which is not to take an answer from below");
        vendor.OnList(VendorFaults.Body("""{"conversations":[],"has_more":false}"""));
        var asked = 0;
        vendor.OnEveryDetail((http, right) =>
            Interlocked.Increment(ref asked) <= 10 ? VendorFaults.None(http, right) : NotFound(http, right));
        vendor.OnAgent("agent_one", VendorFaults.None, VendorFaults.None, NotFound, NotFound);
        vendor.OnList(VendorFaults.Body("""{"conversations":[],"has_more":false}"""));

        var run = await server.SyncOneAsync();

        Assert.Equal("failed", run.Text("status"));
        // two answers, each good for fifty
        Assert.InRange((await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total"), 0, 100);
        vendor.OnEveryDetail(null);
        Assert.Equal("completed", (await server.SyncOneAsync()).Text("status"));
        await VendorEquality.AssertAsync(server, vendor);
    }

    /// <summary>What was asked for while the vendor still saw, and comes only when it is blind, does not speak for it.</summary>
    [Fact]
    public async Task Sync_AnswerFromBeforeTheVendorWentBlindComesLate_DoesNotVouchForTheRest()
    {
        await using var vendor = await VendorSimulator.StartAsync(Some(200));
        vendor.Agents = [Agent];
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Vendor = vendor,
            Patience = new ElevenLabsOptions { StartConcurrency = 2, MaxConcurrency = 2, AttemptTimeout = Eventually.LongestWait },
        });
        await server.SyncAsync();
        await Eventually.True(() => vendor.AgentRequests.Count == 1, "the question for names, which is not to take an answer from below");
        var empty = VendorFaults.Body("""{"conversations":[],"has_more":false}""");
        var late = new TaskCompletionSource();
        var answers = 0;
        vendor.OnEveryDetail((http, right) =>
            Interlocked.Increment(ref answers) == 1 ? VendorFaults.Held(late.Task)(http, right) : NotFound(http, right));
        vendor.OnList(empty, empty);
        vendor.OnAgent("agent_one", VendorFaults.None, VendorFaults.None, async (http, right) =>
        {
            var before = Volatile.Read(ref answers);
            late.SetResult();
            // Of the two readers one waits for this answer, so the next request is the other's, after what it was kept from.
            await Eventually.True(() => Volatile.Read(ref answers) > before, "the late answer has been read");
            await NotFound(http, right);
        });

        var run = await server.SyncOneAsync();

        Assert.Equal(("failed", "key_sees_nothing"), (run.Text("status"), run.Text("error_code")));
        Assert.Equal(99, (await server.GetJsonAsync("api/conversations?deleted=true")).Whole("total"));
    }

    private static void Blind(VendorSimulator vendor, string place)
    {
        vendor.Agents = [];
        if (place is "everything" or "agentForbidden" or "agentUnauthorized")
            vendor.IsBlind = true;
        if (place is "agentForbidden")
            vendor.OnAgent("agent_one", VendorFaults.Status(403, """{"detail":{"status":"agent_access_denied","message":"No."}}"""));
        if (place is "agentUnauthorized")
            vendor.OnAgent("agent_one",
                VendorFaults.Status(401, """{"detail":{"status":"missing_permissions","message":"convai_read"}}"""));
        if (place is "detailsOnly")
        {
            vendor.OnList(VendorFaults.Body("""{"conversations":[],"has_more":false}"""));
            vendor.OnEveryDetail(NotFound);
        }
        if (place is "listNotFound")
            vendor.OnEveryList(NotFound);
        if (place is "listForbidden")
            vendor.OnEveryList(VendorFaults.Status(403, """{"detail":{"status":"missing_permissions","message":"convai_read"}}"""));
        if (place is "laterPages")
        {
            vendor.OnList(VendorFaults.None, VendorFaults.Body("""{"conversations":[],"has_more":false}"""));
            vendor.OnEveryDetail(NotFound);
        }
    }

    private static void Heal(VendorSimulator vendor)
    {
        vendor.IsBlind = false;
        vendor.Agents = [Agent];
        vendor.OnEveryList(null);
        vendor.OnEveryDetail(null);
    }

    private static IEnumerable<VendorConversation> Some(int count) => Enumerable.Range(1, count)
        .Select(number =>
            new ConversationBuilder($"conv_{number:00}").At($"2026-10-{1 + number % 15:00}T10:{number % 60:00}:00Z")
            .Criterion("polite", "success").Datum("name", "Jan").Cost(10, 0.1).Talks(3).Build());

    /// <summary>Every row, every detail, and the figures.</summary>
    private static async Task<string> StateAsync(VoicebotServer server)
    {
        var list = await server.GetJsonAsync("api/conversations?per_page=200");
        var details = await Task.WhenAll(list.Ids().Select(id => server.GetJsonAsync($"api/conversations/{id}")));
        var figures = JsonObject.Create(await server.GetJsonAsync("api/kpis"))!;
        figures.Remove("as_of");
        return string.Join('\n', details.Select(one => one.GetRawText()).Append(list.GetProperty("conversations").GetRawText())
            .Append(figures.ToJsonString()));
    }
}
