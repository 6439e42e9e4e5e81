using System.Text.Json;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>What people call the criteria is asked for after a run, once, and is no concern of the run.</summary>
public sealed class CriterionNamingTests
{
    private const string Month = "month=2026-10";
    private const string NotKnown = "The names of the criteria of agent_one are not known";

    [Fact]
    public async Task Run_Ended_NamesTheCriteriaEverywhere()
    {
        await using var vendor = await VendorSimulator.StartAsync(Judged("conv_1"));
        vendor.Criteria["agent_one"] = [("polite", "Uprzejmość <b>"), ("unused", "Never judged"), ("long", new string('x', 300))];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();
        await NamedAsync(server, "Uprzejmość <b>");

        var list = await server.GetJsonAsync("api/conversations?criterion=polite:success&" + Month);
        Assert.Equal((1, """["polite"]"""), (list.Whole("total"), list.GetProperty("criteria_columns").GetRawText()));
        Assert.Equal(["long=" + new string('x', 199) + "…", "polite=Uprzejmość <b>", "unused=Never judged"],
            list.GetProperty("criteria_names").EnumerateObject().Select(name => $"{name.Name}={name.Value}"));
        var result = Assert.Single((await server.GetJsonAsync("api/conversations/conv_1")).GetProperty("criteria_results")
            .EnumerateArray());
        Assert.Equal(("polite", "polite", "Uprzejmość <b>"), (result.Text("id"), result.Text("name"), result.Text("display_name")));
        Assert.Contains(";criterion_polite", await server.Http.GetStringAsync("api/export-csv?" + Month), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Ended_KeepsNothingElseOfTheAgent()
    {
        await using var vendor = await VendorSimulator.StartAsync(Judged("conv_1"));
        vendor.Criteria["agent_one"] = [("polite", "Politeness")];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();
        await NamedAsync(server, "Politeness");

        var files = await Task.WhenAll(Directory.GetFiles(server.DataFolder, "voicebot.db*")
            .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Select(ReadAsync));
        Assert.Contains(files, text => text.Contains("Politeness", StringComparison.Ordinal));
        Assert.DoesNotContain(files, text => text.Contains(VendorPages.ToolSecret, StringComparison.Ordinal));
        Assert.DoesNotContain(VendorPages.ToolSecret, server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NothingMissing_AsksNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync(Judged("conv_1"));
        vendor.Criteria["agent_one"] = [("polite", "Politeness")];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();
        await NamedAsync(server, "Politeness");
        vendor.Add(Judged("conv_2"));
        await server.SyncOneAsync();
        Assert.Equal(["agent_one"], vendor.AgentRequests);

        // A new one is missing, and with it the changed names of the others come, too.
        vendor.Add(new ConversationBuilder("conv_3").At("2026-10-07T10:00:00Z").Criterion("solved", "failure"));
        vendor.Criteria["agent_one"] = [("polite", "Courtesy"), ("solved", "Solved at once")];
        await server.SyncOneAsync();
        await NamedAsync(server, "Courtesy", "Solved at once");
        Assert.Equal(["agent_one", "agent_one"], vendor.AgentRequests);
    }

    [Fact]
    public async Task Run_WithoutCriteria_AsksNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").At("2026-10-05T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncOneAsync();
        await server.StopAsync(); // waits for whatever is still under way
        Assert.Empty(vendor.AgentRequests);
    }

    [Fact]
    public async Task Run_AgentsShareAnId_TheFirstOfThoseAskedForNamesIt()
    {
        await using var vendor = await VendorSimulator.StartAsync(Judged("conv_1"), Judged("conv_2", "agent_two"));
        (vendor.Criteria["agent_one"], vendor.Criteria["agent_two"]) = ([("polite", "Of the first")], [("polite", "Of the second")]);
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_two", "agent_one");
        await server.SyncAsync();
        await NamedAsync(server, "Of the second");
        await Eventually.True(async () =>
            await NamesAsync(server, "&agent_id=agent_one") is ["Of the first"], "the names of the other agent");
        Assert.Equal(["Of the second"], await NamesAsync(server, "&agent_id=agent_one,agent_two"));
        Assert.Equal("Of the first", (await server.GetJsonAsync("api/conversations/conv_1")).GetProperty("criteria_results")[0]
            .Text("display_name"));
        Assert.Equal("Of the second", (await server.GetJsonAsync("api/conversations/conv_2")).GetProperty("criteria_results")[0]
            .Text("display_name"));
    }

    public static TheoryData<string> Failures => ["404", "401", "403", "500", "429", "rubbish", "not an agent", "dropped", "half"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Run_NamesNotToBeHad_IsCompletedAllTheSame(string failure)
    {
        await using var vendor = await VendorSimulator.StartAsync(Judged("conv_1"));
        vendor.Criteria["agent_one"] = [("polite", "Politeness")];
        vendor.OnAgent("agent_one", Fault(failure));
        await using var server = await VoicebotServer.StartAsync(vendor);
        var run = await server.SyncOneAsync();
        await Eventually.True(() => server.Log.Text.Contains(NotKnown, StringComparison.Ordinal), "the line in the log");
        await AssertUntouchedAsync(server, run);
        Assert.Equal(["agent_one"], vendor.AgentRequests);

        // The next run asks again.
        await server.SyncOneAsync();
        await NamedAsync(server, "Politeness");
    }

    [Fact]
    public async Task Run_NoAnswerToTheQuestion_IsCompletedAllTheSame()
    {
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(Judged("conv_1"));
        vendor.OnAgent("agent_one", VendorFaults.SlowBody(never.Task));
        await using var server =
            await VoicebotServer.StartAsync(
            new VoicebotServerSetup
            {
                Vendor = vendor,
                Patience = new ElevenLabsOptions { SingleTimeout = TimeSpan.FromMilliseconds(300) }
            });
        var run = await server.SyncOneAsync();
        await Eventually.True(() => server.Log.Text.Contains(NotKnown, StringComparison.Ordinal), "the line in the log");
        await AssertUntouchedAsync(server, run);
    }

    [Fact]
    public async Task Stop_WhileTheQuestionIsOpen_EndsAtOnceAndLeavesTheRunAlone()
    {
        var never = new TaskCompletionSource();
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync(Judged("conv_1"));
        vendor.Criteria["agent_one"] = [("polite", "Politeness")];
        vendor.OnAgent("agent_one", VendorFaults.Held(never.Task));
        var setup = new VoicebotServerSetup { Vendor = vendor, DataFolder = folder.FullPath };
        await using (var server = await VoicebotServer.StartAsync(setup))
        {
            var run = await server.SyncOneAsync();
            await Eventually.True(() => vendor.AgentRequests.Count == 1, "the question");
            await AssertUntouchedAsync(server, run);
            await server.StopAsync().WaitAsync(Eventually.LongestWait);
            Assert.DoesNotContain("interrupted", server.Log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(NotKnown, server.Log.Text, StringComparison.Ordinal);
        }
        await using var again = await VoicebotServer.StartAsync(setup);
        await again.SyncOneAsync();
        await NamedAsync(again, "Politeness");
    }

    /// <summary>The run is as it was when it ended, and no line speaks louder than information.</summary>
    private static async Task AssertUntouchedAsync(VoicebotServer server, JsonElement run)
    {
        Assert.Equal(("completed", null, 0), (run.Text("status"), run.Text("error_message"), run.Whole("details_failed")));
        Assert.Equal(run.GetRawText(), (await server.GetJsonAsync($"api/sync-logs/{run.Whole("id")}")).GetRawText());
        Assert.DoesNotContain("Warning:", server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Error:", server.Log.Text, StringComparison.Ordinal);
        Assert.Equal([null], await NamesAsync(server));
    }

    private static Task NamedAsync(VoicebotServer server, params string[] names) =>
        Eventually.True(async () => names.SequenceEqual(await NamesAsync(server)), "the names " + string.Join(", ", names));

    private static async Task<IReadOnlyList<string?>> NamesAsync(VoicebotServer server, string more = "") =>
        (await server.GetJsonAsync("api/kpis?" + Month + more)).GetProperty("criteria_stats").Texts("display_name");

    private static VendorConversation Judged(string id, string agent = "agent_one") =>
        new ConversationBuilder(id, agent).At("2026-10-05T10:00:00Z").Criterion("polite", "success");

    private static VendorFault Fault(string name) => name switch
    {
        "404" => VendorFaults.Status(404, SampleFiles.Error("404-conversation")),
        "401" =>
            VendorFaults.Status(401,
            """{"detail":{"status":"missing_permissions","message":"The API key is missing the permission convai_read"}}"""),
        "rubbish" => VendorFaults.Body("<html>"),
        "not an agent" => VendorFaults.Body("""{"platform_settings":{"evaluation":{"criteria":[{"id":"polite","name":"Wrong"}]}}}"""),
        "dropped" => VendorFaults.Drop,
        "half" => VendorFaults.ResetInBody,
        _ => VendorFaults.Status(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
