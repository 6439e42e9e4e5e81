using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

public sealed class ListAgentsTests
{
    [Fact]
    public async Task Get_Configured_ListsThemInOrder()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Agents = ["agent_two", "agent_one"] });
        Assert.Equal(["agent_two", "agent_one"], (await server.GetJsonAsync("api/agents")).GetProperty("agents").Texts("id"));
    }

    [Fact]
    public async Task Get_OfElevenLabs_ListsEveryPageAndMarksTheConfigured()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.Agents = [.. Enumerable.Range(1, 7).Select(number => ($"agent_{number}", $"Name {number}"))];
        vendor.MaxItems = 3;
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_5");
        var agents = (await server.GetJsonAsync("api/agents?source=elevenlabs")).GetProperty("agents");
        Assert.Equal(["agent_1", "agent_2", "agent_3", "agent_4", "agent_5", "agent_6", "agent_7"], agents.Texts("id"));
        Assert.Equal("""{"id":"agent_5","name":"Name 5","configured":true}""", agents[4].GetRawText());
        Assert.Equal("False", agents[0].Text("configured"));
    }

    [Fact]
    public async Task Get_OfElevenLabsWithoutKey_AnswersNotConfigured()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null });
        await server.Http.GetProblemAsync("api/agents?source=elevenlabs", 400, "not_configured");
    }

    [Fact]
    public async Task Get_OfElevenLabsThatIsDown_Answers502()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        var problem = await server.Http.GetProblemAsync("api/agents?source=elevenlabs", 502, "elevenlabs_unavailable");
        Assert.Contains("127.0.0.1", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "400-key-id-used", "elevenlabs_key_refused")]
    [InlineData(401, "401-invalid-key", "elevenlabs_key_refused")]
    [InlineData(401, "401-missing-permissions", "elevenlabs_permission_missing")]
    [InlineData(422, "422-validation", "elevenlabs_unexpected")]
    [InlineData(429, "429-concurrency", "elevenlabs_rate_limited")]
    [InlineData(500, "500-string-detail", "elevenlabs_unavailable")]
    public async Task Get_OfElevenLabsThatRefuses_Answers502WithTheReason(int status, string body, string code)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        vendor.OnAgents([.. Enumerable.Repeat(VendorFaults.Status(status, SampleFiles.Error(body)), 10)]);
        var problem = await server.Http.GetProblemAsync("api/agents?source=elevenlabs", 502, code);
        Assert.DoesNotContain(VendorSimulator.Key, problem.GetRawText(), StringComparison.Ordinal);
    }
}
