using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>An agent that was taken out of the settings counts on and is not asked for; names follow the vendor.</summary>
public sealed class RetiredAgentTests
{
    private static readonly VendorConversation First = new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z");
    private static readonly VendorConversation Second = new ConversationBuilder("conv_2", "agent_two").At("2026-09-06T10:00:00Z");

    [Fact]
    public async Task Settings_AgentTakenOut_StaysInEveryFigureAndIsNotAskedFor()
    {
        await using var vendor = await VendorSimulator.StartAsync(First, Second);
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SyncAsync();
        var months = (await server.GetJsonAsync("api/months")).GetRawText();

        var settings = await server.SaveSettingsAsync(new { agents = new[] { "agent_one" } });

        Assert.Equal([("agent_one", true), ("agent_two", false)], settings.GetProperty("agents").EnumerateArray().Select(Shown));
        Assert.Equal("agent_one", settings.Text("agent_id"));
        Assert.Equal(2, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
        Assert.Equal(months, (await server.GetJsonAsync("api/months")).GetRawText());
        foreach (var path in new[] { "api/kpis?", "api/conversations?", "api/months?", "api/sync-logs?" })
            await server.GetJsonAsync(path + "agent_id=agent_two");
        Assert.Contains("conv_2", await server.Http.GetStringAsync("api/export-csv?agent_id=agent_two"), StringComparison.Ordinal);
        vendor.Requests.Clear();
        Assert.Single(await server.SyncAsync());
        Assert.Single(server.Services.GetRequiredService<SyncService>()
            .StartNightly(server.Services.GetRequiredService<VoicebotSettings>().Current));
        Assert.DoesNotContain(vendor.Requests, request => request.Query.Contains("agent_two", StringComparison.Ordinal));
        var problem = await (await server.Http.PostJsonAsync("api/sync", new { agent_id = "agent_two" }))
            .ProblemAsync(400, "agent_retired");
        Assert.Contains("retired", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_RetiredAgentPutBack_IsActiveAgain()
    {
        await using var vendor = await VendorSimulator.StartAsync(First, Second);
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SyncAsync();
        await server.SaveSettingsAsync(new { agents = new[] { "agent_one" } });
        var asShown = (await server.GetJsonAsync("api/settings")).GetProperty("agents");
        // What was read can be sent back and changes nothing.
        Assert.Equal(asShown.GetRawText(), (await server.SaveSettingsAsync(new { agents = asShown })).GetProperty("agents").GetRawText());

        var settings = await server.SaveSettingsAsync(
            new { agents = new object[] { "agent_two", new { id = "agent_one", active = false } } });

        Assert.Equal([("agent_two", true), ("agent_one", false)], settings.GetProperty("agents").EnumerateArray().Select(Shown));
        Assert.Equal("agent_two", settings.Text("agent_id"));
    }

    [Fact]
    public async Task Settings_AgentWithoutConversationsTakenOut_IsGone()
    {
        await using var vendor = await VendorSimulator.StartAsync(First);
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SyncAsync();
        var settings = await server.SaveSettingsAsync(new { agents = new[] { "agent_one" } });
        Assert.Equal([("agent_one", true)], settings.GetProperty("agents").EnumerateArray().Select(Shown));
    }

    [Theory]
    [InlineData("""{"agents":[{"id":"a","active":false}]}""")]
    [InlineData("""{"agents":[{"id":"a","active":1}]}""")]
    [InlineData("""{"agents":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u","""
        + """{"id":"v","active":false}]}""")]
    public async Task Settings_NoActiveAgentOrTooMany_AreRefused(string body)
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        await (await server.Http.PostTextAsync("api/settings", body)).ProblemAsync(400, "invalid_parameter", "agents");
    }

    [Fact]
    public async Task Settings_TwentyActiveAndMoreRetired_AreAccepted()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        var agents = Enumerable.Range(1, 30).Select(number => new { id = $"agent_{number}", active = number <= 20 });
        Assert.Equal(30, (await server.SaveSettingsAsync(new { agents })).GetProperty("agents").GetArrayLength());
    }

    [Fact]
    public async Task Names_FollowTheVendorUnlessAPersonTypedOne()
    {
        await using var vendor = await VendorSimulator.StartAsync(First, Second);
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SaveSettingsAsync(
            new { agents = new object[] { new { id = "agent_one", name = "First agent" }, new { id = "agent_two", name = "Ours" } } });
        await NightAsync(server);
        vendor.Agents = [("agent_one", "Renamed"), ("agent_two", "Renamed, too")];
        await NightAsync(server, names => names is ["Renamed", "Ours"]);
        vendor.Agents = [("agent_one", new string('ż', 500)), ("agent_two", "x")];
        await NightAsync(server, names => names is [{ Length: 200 }, "Ours"]);
    }

    [Fact]
    public async Task Names_AnswerOfTheNightBeforeComesLate_DoesNotReplaceTheNewerOne()
    {
        await using var vendor = await VendorSimulator.StartAsync(First, Second);
        var mayCome = new TaskCompletionSource();
        vendor.OnAgent("agent_one", VendorFaults.Held(mayCome.Task));
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await NightAsync(server);
        await Eventually.True(() => Asked("agent_one") == 1 && Asked("agent_two") == 1, "the questions of the first night");
        vendor.Agents = [("agent_one", "Renamed"), ("agent_two", "Renamed, too")];
        await NightAsync(server, names => names[1] == "Renamed, too");
        Assert.Equal(1, Asked("agent_one")); // one at a time

        mayCome.SetResult();

        await Eventually.True(async () =>
            (await server.GetJsonAsync("api/agents")).GetProperty("agents").Texts("name").First() == "Renamed", "the newer name");
        Assert.Equal(2, Asked("agent_one"));

        int Asked(string agent) => vendor.AgentRequests.Count(one => one == agent);
    }

    [Fact]
    public async Task Labels_OfAgentsWithOneName_EndWithTheirIds()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var settings = await server.SaveSettingsAsync(
            new
            {
                agents = new object[] { new { id = "agent_abcd", name = "Help" }, new { id = "agent_wxyz", name = "help" },
            new { id = "agent_other", name = "Other" } }
            });
        Assert.Equal(["Help · abcd", "help · wxyz", "Other"], settings.GetProperty("agents").Texts("label"));
    }

    [Fact]
    public async Task VendorAgents_OverlongName_IsCutAndCanBeSaved()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.Agents = [("agent_long", string.Concat(Enumerable.Repeat("👩‍🚒", 100)))];
        await using var server = await VoicebotServer.StartAsync(vendor);
        var agent = (await server.GetJsonAsync("api/agents?source=elevenlabs")).GetProperty("agents")[0];
        Assert.InRange(agent.Text("name")!.Length, 100, 200);
        await server.SaveSettingsAsync(new { agents = new[] { new { id = agent.Text("id"), name = agent.Text("name") } } });
    }

    private static (string?, bool) Shown(JsonElement agent) => (agent.Text("id"), agent.GetProperty("active").GetBoolean());

    private static async Task NightAsync(VoicebotServer server, Func<string?[], bool>? expected = null)
    {
        var runs = server.Services.GetRequiredService<SyncService>()
            .StartNightly(server.Services.GetRequiredService<VoicebotSettings>().Current);
        await server.WaitForRunsAsync(runs.Select(run => run.Id));
        await Eventually.True(async () =>
            expected?.Invoke([.. (await server.GetJsonAsync("api/agents")).GetProperty("agents").Texts("name")])
            ?? true, "the names of the vendor");
    }
}
