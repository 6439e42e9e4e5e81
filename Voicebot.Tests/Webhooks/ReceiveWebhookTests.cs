using System.Text;
using Voicebot.Core.Json;
using Voicebot.Core.Webhooks;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Webhooks;

public sealed class ReceiveWebhookTests
{
    private const string Path = "api/webhooks/elevenlabs";
    private const string Secret = "wsec_0123456789abcdef";
    private const string Sip = "agent_8802m3hs5j7pfb2z9w4ratc6gqxe";
    private const string Twilio = "agent_4101m2f7c9x3e8vq5t6n0hdkyrwb";

    [Fact]
    public async Task Post_WithoutASecret_IsOff()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await (await SendAsync(server, "{}")).ProblemAsync(404, "webhooks_off");
    }

    [Fact]
    public async Task Post_WrongOrOldSignature_IsRefusedAndStoresNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var body = SampleFiles.Text("extra/webhook-post-call-transcription.json");
        await (await SendAsync(server, body, secret: "another")).ProblemAsync(401, "signature_wrong");
        await (await server.Http.PostTextAsync(Path, body)).ProblemAsync(401, "signature_wrong");
        await (await SendAsync(server, body, age: TimeSpan.FromMinutes(31))).ProblemAsync(401, "signature_too_old");
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations")).Whole("total"));
    }

    [Fact]
    public async Task Post_Transcription_IsStoredOnceAndCompletedByTheSync()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var body = SampleFiles.Text("extra/webhook-post-call-transcription.json");
        for (var time = 0; time < 3; time++)
            Assert.Equal("stored", (await (await SendAsync(server, body)).JsonAsync()).Text("status"));
        var row = Assert.Single((await server.GetJsonAsync("api/conversations")).GetProperty("conversations").EnumerateArray());
        Assert.Equal(("done", "read"), (row.Text("status"), row.Text("details_state")));
    }

    [Theory]
    [InlineData("sip", "+442079460101", "+442079460199", "sip_trunk", "Call not connected: busy")]
    [InlineData("twilio", "+12025550143", "+12025550155", "twilio", "Call not connected: no-answer")]
    public async Task Post_CallThatNeverConnected_IsAFailedOutboundCallWithNumbersTheRightWayRound(string kind, string agentPhone, string clientPhone, string source, string reason)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await (await SendAsync(server, SampleFiles.Text($"extra/webhook-call-initiation-failure-{kind}.json"))).JsonAsync();
        var row = Assert.Single((await server.GetJsonAsync("api/conversations")).GetProperty("conversations").EnumerateArray());
        Assert.Equal(
            ("failed", "outbound", agentPhone, clientPhone, source, reason, "not_connected", "False"),
            (row.Text("status"), row.Text("direction"), row.Text("agent_phone"), row.Text("client_phone"), row.Text("conversation_source"), row.Text("termination_reason"), row.Text("end_reason"), row.Text("technical_error")));
        // Nobody was reached, which is no fault.
        var kpis = await server.GetJsonAsync("api/kpis");
        Assert.Equal((1, 0), (kpis.Whole("failed_calls"), kpis.Whole("technical_errors")));
        Assert.Equal(1, kpis.GetProperty("outbound_funnel").Whole(kind == "sip" ? "busy" : "no_answer"));
    }

    [Theory]
    [InlineData("""{"type":"post_call_audio","event_timestamp":1,"data":{"agent_id":"agent_8802m3hs5j7pfb2z9w4ratc6gqxe","conversation_id":"c","full_audio":""}}""")]
    [InlineData("""{"type":"an_event_of_tomorrow","data":{}}""")]
    [InlineData("""{"type":"post_call_transcription","data":{"agent_id":"agent_foreign","conversation_id":"c","status":"done","metadata":{}}}""")]
    public async Task Post_EventThatIsNoneOfOurs_IsAcknowledgedAndIgnored(string body)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        Assert.Equal("ignored", (await (await SendAsync(server, body)).JsonAsync()).Text("status"));
        Assert.Equal(0, (await server.GetJsonAsync("api/conversations")).Whole("total"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"type":"post_call_transcription"}""")]
    [InlineData("""{"type":"post_call_transcription","data":{"metadata":{}}}""")]
    public async Task Post_RightlySignedRubbish_IsABadRequest(string body)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await (await SendAsync(server, body)).ProblemAsync(400, "invalid_json", "body");
    }

    [Fact]
    public async Task Settings_WebhookSecret_IsNeverShown()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var settings = await server.GetJsonAsync("api/settings");
        Assert.Equal("True", settings.Text("webhook_secret_set"));
        Assert.DoesNotContain(Secret, settings.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        var server = await VoicebotServer.StartAsync(vendor, Sip, Twilio);
        await server.SaveSettingsAsync(new { mask_phones = false });
        await server.SaveSettingsAsync(new { webhook_secret = Secret });
        return server;
    }

    private static Task<HttpResponseMessage> SendAsync(VoicebotServer server, string body, string secret = Secret, TimeSpan age = default)
    {
        var clock = (TimeProvider)server.Services.GetService(typeof(TimeProvider))!;
        var time = (clock.GetUtcNow() - age).ToUnixTimeSeconds();
        var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add(WebhookSignature.HeaderName, $"t={time},v0={WebhookSignature.Sign($"{time}", Encoding.UTF8.GetBytes(body), secret)}");
        return server.Http.PostAsync(Path, content);
    }
}
