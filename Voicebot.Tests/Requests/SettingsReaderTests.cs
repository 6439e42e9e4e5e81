using Voicebot.Core.Agents;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;

namespace Voicebot.Tests.Requests;

public sealed class SettingsReaderTests
{
    [Fact]
    public async Task Read_Everything_IsTheChange()
    {
        var change = await ReadAsync("""
            {"api_key": " sk_abc ", "base_url": "https://api.eu.residency.elevenlabs.io/", "time_zone": "Europe/Warsaw",
             "agents": ["agent_1", {"id": "agent_2", "name": " Infolinia "}, {"id": "agent_3"}, {"id": "agent_4", "name": ""},
              {"id": "agent_5", "name": null}]}
            """);

        Assert.Equal("sk_abc", change.ApiKey);
        Assert.Equal(new Uri("https://api.eu.residency.elevenlabs.io"), change.BaseUrl);
        Assert.Equal("Europe/Warsaw", change.Zone!.Id);
        Assert.Equal([new("agent_1", null), new("agent_2", "Infolinia"), new("agent_3", null), new("agent_4", null),
            new Agent("agent_5", null)], change.Agents);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"api_key": "", "agent_id": null, "agents": null, "time_zone": " ", "base_url": ""}""")]
    public async Task Read_AbsentOrBlank_ChangesNothing(string body) => Assert.Equal(new SettingsChange(), await ReadAsync(body));

    [Fact]
    public async Task Read_AgentId_IsTheOnlyAgent() =>
        Assert.Equal([new Agent("agent_1", null)], (await ReadAsync("""{"agent_id": "agent_1"}""")).Agents);

    [Theory]
    [InlineData("https://api.elevenlabs.io")]
    [InlineData("https://api.us.elevenlabs.io")]
    [InlineData("https://api.eu.residency.elevenlabs.io")]
    [InlineData("https://api.in.residency.elevenlabs.io")]
    [InlineData("https://api.sg.residency.elevenlabs.io")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost:8080/")]
    public async Task Read_KnownHost_IsAccepted(string url) =>
        Assert.Equal(new Uri(url), (await ReadAsync($$"""{"base_url": "{{url}}"}""")).BaseUrl);

    [Theory]
    [InlineData("""{"api_key": 5}""", "api_key")]
    [InlineData("""{"api_key": "sk with space"}""", "api_key")]
    [InlineData("""{"api_key": "sk_zażółć"}""", "api_key")]
    [InlineData("""{"api_key": "sk_\u0000"}""", "api_key")]
    [InlineData("""{"base_url": "https://evil.example"}""", "base_url")]
    [InlineData("""{"base_url": "https://api.elevenlabs.io@evil.example"}""", "base_url")]
    [InlineData("""{"base_url": "https://user:password@api.elevenlabs.io"}""", "base_url")]
    [InlineData("""{"base_url": "https://api.elevenlabs.io:8443"}""", "base_url")]
    [InlineData("""{"base_url": "https://api.elevenlabs.io/v1"}""", "base_url")]
    [InlineData("""{"base_url": "https://api.elevenlabs.io/?a=b"}""", "base_url")]
    [InlineData("""{"base_url": "https://api.elevenlabs.io/#a"}""", "base_url")]
    [InlineData("""{"base_url": "http://api.elevenlabs.io"}""", "base_url")]
    [InlineData("""{"base_url": "http://127.0.0.1.evil.example"}""", "base_url")]
    [InlineData("""{"base_url": "http://10.0.0.1"}""", "base_url")]
    [InlineData("""{"base_url": "file://localhost/"}""", "base_url")]
    [InlineData("""{"time_zone": "Warsaw"}""", "time_zone")]
    [InlineData("""{"agent_id": "agent 1"}""", "agent_id")]
    [InlineData("""{"agent_id": "agent/../1"}""", "agent_id")]
    [InlineData("""{"agents": []}""", "agents")]
    [InlineData("""{"agents": "agent_1"}""", "agents")]
    [InlineData("""{"agents": {}}""", "agents")]
    [InlineData("""{"agents": [1]}""", "agents")]
    [InlineData("""{"agents": [null]}""", "agents")]
    [InlineData("""{"agents": [{"name": "x"}]}""", "agents")]
    [InlineData("""{"agents": [{"id": "a", "name": 5}]}""", "agents")]
    [InlineData("""{"agents": [{"id": "a", "nme": "z"}]}""", "agents")]
    [InlineData("""{"agents": ["b", {"id": "a", "name": "z", "Name": "z"}]}""", "agents")]
    [InlineData("""{"agents": ["a", "a"]}""", "agents")]
    [InlineData("""{"agents": ["a", "b c"]}""", "agents")]
    [InlineData("""{"agents": ["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}""", "agents")]
    [InlineData("""{"agent_id": "a", "agents": ["b"]}""", "agent_id")]
    public async Task Read_WrongField_IsNamed(string body, string parameter) =>
        RequestOf.Names(await RequestOf.RefusalOfAsync(() => ReadAsync(body)), "invalid_parameter", parameter);

    [Fact]
    public async Task Read_SeveralWrong_NamesThemAll() =>
        RequestOf.Names(
            await RequestOf.RefusalOfAsync(() => ReadAsync("""{"time_zone": "x", "base_url": "y", "api_key": "z z", "agents": []}""")),
            "invalid_parameter", "api_key", "base_url", "time_zone", "agents");

    [Fact]
    public async Task Read_UnknownField_IsNamed() =>
        RequestOf.Names(await RequestOf.RefusalOfAsync(() => ReadAsync("""{"timezone": "Europe/Warsaw"}""")), "unknown_parameter",
            "timezone");

    [Theory]
    [InlineData("""{"api_key": "sk very secret"}""")]
    [InlineData("""{"api_key": 12345}""")]
    public async Task Read_WrongKey_IsNotRepeated(string body)
    {
        var problem = await RequestOf.RefusalOfAsync(() => ReadAsync(body));

        Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", problem.Detail, StringComparison.Ordinal);
    }

    private static async Task<SettingsChange> ReadAsync(string body) => SettingsReader.Read(await RequestOf.BodyAsync(body));
}
