using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Bodies that cannot be taken. The shared server is safe: nothing of them is stored.</summary>
public sealed class BodyRefusalTests(SeededServer seeded)
{
    private static readonly string[] Paths = ["api/settings", "api/sync", "api/refetch-details"];

    public static TheoryData<string> WithBody => [.. Paths];

    [Theory]
    [InlineData("""{"api_key":1}""", "api_key")]
    [InlineData("""{"api_key":"with space"}""", "api_key")]
    [InlineData("""{"api_key":"zażółć"}""", "api_key")]
    [InlineData("""{"agent_id":"agent one"}""", "agent_id")]
    [InlineData("""{"agent_id":["agent_one"]}""", "agent_id")]
    [InlineData("""{"agent_id":"a","agents":["b"]}""", "agent_id")]
    [InlineData("""{"agents":"agent_one"}""", "agents")]
    [InlineData("""{"agents":[]}""", "agents")]
    [InlineData("""{"agents":["a","a"]}""", "agents")]
    [InlineData("""{"agents":["a",5]}""", "agents")]
    [InlineData("""{"agents":["a",null]}""", "agents")]
    [InlineData("""{"agents":[{"name":"x"}]}""", "agents")]
    [InlineData("""{"agents":[{"id":"a","name":7}]}""", "agents")]
    [InlineData("""{"agents":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u"]}""", "agents")]
    [InlineData("""{"time_zone":"Central European Standard Time"}""", "time_zone")]
    [InlineData("""{"time_zone":"../../etc/passwd"}""", "time_zone")]
    [InlineData("""{"time_zone":"+02:00"}""", "time_zone")]
    [InlineData("""{"base_url":"https://evil.example"}""", "base_url")]
    [InlineData("""{"base_url":"http://api.elevenlabs.io"}""", "base_url")]
    [InlineData("""{"base_url":"https://api.elevenlabs.io.evil.example"}""", "base_url")]
    [InlineData("""{"base_url":"https://api.elevenlabs.io@evil.example"}""", "base_url")]
    [InlineData("""{"base_url":"https://api.elevenlabs.io/v1"}""", "base_url")]
    [InlineData("""{"base_url":"https://api.eu.elevenlabs.io"}""", "base_url")]
    [InlineData("""{"base_url":"file:///etc/passwd"}""", "base_url")]
    public async Task PostSettings_WrongField_Answers400NamingIt(string body, string field) =>
        await (await seeded.Http.PostTextAsync("api/settings", body)).ProblemAsync(400, "invalid_parameter", field);

    [Theory]
    [InlineData("""{"start_date":"2026-13-01"}""", "start_date")]
    [InlineData("""{"start_date":20261001}""", "start_date")]
    [InlineData("""{"start_date":"01.10.2026"}""", "start_date")]
    [InlineData("""{"start_date":"2026-10-02","end_date":"2026-10-01"}""", "start_date")]
    [InlineData("""{"start_date":"2099-01-01"}""", "start_date")]
    [InlineData("""{"end_date":"2026-02-30"}""", "end_date")]
    [InlineData("""{"end_date":"1999-12-31"}""", "end_date")]
    [InlineData("""{"agent_id":"agent one"}""", "agent_id")]
    [InlineData("""{"agent_id":7}""", "agent_id")]
    public async Task PostSync_WrongField_Answers400NamingIt(string body, string field) =>
        await (await seeded.Http.PostTextAsync("api/sync", body)).ProblemAsync(400, "invalid_parameter", field);

    [Fact]
    public async Task PostSync_AgentThatIsNotConfigured_Answers404() =>
        await (await seeded.Http.PostTextAsync("api/sync", """{"agent_id":"agent_nobody"}""")).ProblemAsync(404, "agent_not_found");

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Post_UnknownField_Answers400NamingIt(string path) =>
        await (await seeded.Http.PostTextAsync(path, """{"apikey":"x"}""")).ProblemAsync(400, "unknown_parameter", "apikey");

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Post_NoJson_Answers400(string path)
    {
        foreach (var body in new[] { "{", "agent_id=a", "[]", "\"text\"", "7", "{\"a\":1,}", new string('[', 100) })
            await (await seeded.Http.PostTextAsync(path, body)).ProblemAsync(400, "invalid_json", "body");
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Post_OtherContentType_Answers415(string path)
    {
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "text/json-like" })
            await (await seeded.Http.PostTextAsync(path, "{}", type)).ProblemAsync(415, "unsupported_content_type", "Content-Type");
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Post_TooLarge_Answers413(string path) =>
        await (await seeded.Http.PostTextAsync(path, $$"""{"agent_id":"{{new string('a', 70_000)}}"}"""))
            .ProblemAsync(413, "payload_too_large");

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Post_InChunks_IsHeldToTheSameRules(string path)
    {
        await (await seeded.Http.PostChunkedAsync(path, "{}", "text/plain")).ProblemAsync(415, "unsupported_content_type", "Content-Type");
        await (await seeded.Http.PostChunkedAsync(path, $$"""{"agent_id":"{{new string('a', 70_000)}}"}"""))
            .ProblemAsync(413, "payload_too_large");
        await (await seeded.Http.PostChunkedAsync(path, """{"apikey":"x"}""")).ProblemAsync(400, "unknown_parameter", "apikey");
    }

    [Fact]
    public async Task PostSettings_UnknownQuery_Answers400() =>
        await (await seeded.Http.PostTextAsync("api/settings?dry=1", "{}")).ProblemAsync(400, "unknown_parameter", "dry");
}
