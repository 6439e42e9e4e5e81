using System.Text;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Webhooks;

public sealed class ReceiveWebhookTests
{
    private const string Path = SignedWebhook.Path;
    private const string Secret = SignedWebhook.Secret;
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
        Assert.Equal(("done", "read", null), (row.Text("status"), row.Text("details_state"), row.Text("rating")));

        var day = row.Text("start_time")![..10];
        var listed = new JsonObject { ["status"] = "done", ["rating"] = 4, ["start_time_unix_secs"] = row.Whole("start_time_unix") };
        foreach (var name in new[] { "conversation_id", "agent_id" })
            listed[name] = row.Text(name);
        vendor.Add(new VendorConversation(listed, JsonNode.Parse(body)!["data"]!.DeepClone().AsObject()));
        Assert.All(await server.SyncAsync(day, day), run => Assert.Equal("completed", run.Text("status")));
        var completed = Assert.Single((await server.GetJsonAsync("api/conversations")).GetProperty("conversations").EnumerateArray());
        Assert.Equal(
            (row.Text("conversation_id"), "4", row.Text("duration_secs"), "read"),
            (completed.Text("conversation_id"), completed.Text("rating"), completed.Text("duration_secs"),
                completed.Text("details_state")));
        Assert.Equal(1, (await server.GetJsonAsync("api/kpis")).Whole("total_conversations"));
    }

    [Theory]
    [InlineData("sip", "+442079460101", "+442079460199", "sip_trunk", "Call not connected: busy")]
    [InlineData("twilio", "+12025550143", "+12025550155", "twilio", "Call not connected: no-answer")]
    public async Task Post_CallThatNeverConnected_IsAFailedOutboundCallWithNumbersTheRightWayRound(string kind, string agentPhone,
        string clientPhone, string source, string reason)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await (await SendAsync(server, SampleFiles.Text($"extra/webhook-call-initiation-failure-{kind}.json"))).JsonAsync();
        var row = Assert.Single((await server.GetJsonAsync("api/conversations")).GetProperty("conversations").EnumerateArray());
        Assert.Equal(
            ("failed", "outbound", agentPhone, clientPhone, source, reason, "not_connected", "False"),
            (row.Text("status"), row.Text("direction"), row.Text("agent_phone"), row.Text("client_phone"), row.Text("conversation_source"),
                row.Text("termination_reason"), row.Text("end_reason"), row.Text("technical_error")));
        // Nobody was reached, which is no fault.
        var kpis = await server.GetJsonAsync("api/kpis");
        Assert.Equal((1, 0), (kpis.Whole("failed_calls"), kpis.Whole("technical_errors")));
        Assert.Equal(1, kpis.GetProperty("outbound_funnel").Whole(kind == "sip" ? "busy" : "no_answer"));
    }

    [Theory]
    [InlineData("""{"type":"post_call_audio","event_timestamp":1,"data":{"agent_id":"agent_8802m3hs5j7pfb2z9w4ratc6gqxe","""
        + """ "conversation_id":"c","full_audio":""}}""")]
    [InlineData("""{"type":"an_event_of_tomorrow","data":{}}""")]
    [InlineData("""{"type":"post_call_transcription","data":{"agent_id":"agent_foreign","conversation_id":"c","status":"done","""
        + """ "metadata":{}}}""")]
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

    [Fact]
    public async Task Post_SignatureFromTheFuture_IsRefused()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var body = SampleFiles.Text("extra/webhook-post-call-transcription.json");
        await (await SendAsync(server, body, age: TimeSpan.FromMinutes(-6))).ProblemAsync(401, "signature_from_future");
        await (await SendAsync(server, body, age: TimeSpan.FromMinutes(-4))).JsonAsync();
    }

    /// <summary>Larger than what is held in memory: through a file that is gone afterwards, whoever sent it.</summary>
    [Theory]
    [InlineData(Secret, 200)]
    [InlineData("another", 401)]
    public async Task Post_LargeBody_LeavesNoFile(string secret, int status)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var body = SampleFiles.Text("extra/webhook-post-call-transcription.json")
            .Replace("\"type\": \"post_call_transcription\"",
                $"\"type\": \"post_call_transcription\", \"padding\": \"{new string('x', 3_000_000)}\"", StringComparison.Ordinal);
        Assert.Equal(status, (int)(await SendAsync(server, body, secret)).StatusCode);
        Assert.Empty(Directory.EnumerateFiles(System.IO.Path.Combine(server.DataFolder, "incoming")));
    }

    [Fact]
    public async Task Start_AfterACrash_SweepsWhatWasArriving()
    {
        using var folder = new TemporaryFolder();
        var incoming = Directory.CreateDirectory(System.IO.Path.Combine(folder.FullPath, "incoming")).FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(incoming, "0123.tmp"), "half a body");
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { DataFolder = folder.FullPath });
        Assert.Empty(Directory.EnumerateFiles(incoming));
    }

    /// <summary>
    /// Bodies that trickle in hold every place: others are told to come again, and what has nothing to do with it is answered.
    /// </summary>
    [Fact]
    public async Task Post_MoreAtOnceThanPlaces_IsToldToComeAgain()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var slow = Enumerable.Range(0, 4)
            .Select(_ => new System.Net.Sockets.TcpClient("127.0.0.1", server.Http.BaseAddress!.Port)).ToList();
        try
        {
            foreach (var one in slow)
                await one.GetStream()
                    .WriteAsync(Encoding.ASCII.GetBytes(
                        $"POST /{Path} HTTP/1.1\r\nHost: localhost\r\nElevenLabs-Signature: "
                        + $"t=1,v0={new string('0', 64)}\r\nContent-Length: 1000000\r\n\r\n{{"));
            HttpResponseMessage? refused = null;
            await Eventually.True(async () =>
                (refused = await SendAsync(server, "{}")).StatusCode == System.Net.HttpStatusCode.ServiceUnavailable,
                "every place to be taken");
            Assert.Equal("10", Assert.Single(refused!.Headers.GetValues("Retry-After")));
            await refused.ProblemAsync(503, "webhooks_busy");
            await server.GetJsonAsync("api/live");
        }
        finally
        {
            slow.ForEach(one => one.Dispose());
        }
        await Eventually.True(async () => (await SendAsync(server, """{"type":"an_event_of_tomorrow"}""")).IsSuccessStatusCode,
            "the places to be free again");
    }

    /// <summary>Turns that the event leaves out are asked for, and those that are stored stay.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_WithoutTheTurns_KeepsThemAndAsksForThem(bool asEmptyList)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var whole = JsonNode.Parse(SampleFiles.Text("extra/webhook-post-call-exclude-transcript.json"))!;
        var data = whole["data"]!.AsObject();
        var id = (string)data["conversation_id"]!;
        await server.SaveSettingsAsync(new { agents = new[] { (string)data["agent_id"]! } });
        data["transcript"] = JsonNode.Parse("""[{"role":"agent","message":"Kept words","time_in_call_secs":0}]""");
        await (await SendAsync(server, whole.ToJsonString())).JsonAsync();
        if (asEmptyList)
            data["transcript"] = new JsonArray();
        else
            data.Remove("transcript");

        Assert.Equal("stored", (await (await SendAsync(server, whole.ToJsonString())).JsonAsync()).Text("status"));

        var stored = await server.GetJsonAsync("api/conversations/" + id);
        Assert.Equal("Kept words", stored.Items("transcript").Single().Text("message"));
        Assert.NotEqual("read", stored.Text("details_state"));
        await Eventually.True(() => Task.FromResult(vendor.Requests.Any(request => request.Path.EndsWith(id, StringComparison.Ordinal))),
            "the question for the details");
        Assert.Contains((await server.GetJsonAsync("api/sync-logs")).EnumerateArray(), run => run.Text("sync_type") == "webhook");
    }

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        var server = await VoicebotServer.StartAsync(vendor, Sip, Twilio);
        await server.SaveSettingsAsync(new { mask_phones = false });
        await server.SaveSettingsAsync(new { webhook_secret = Secret });
        return server;
    }

    private static Task<HttpResponseMessage> SendAsync(
        VoicebotServer server, string body, string secret = Secret, TimeSpan age = default) =>
            SignedWebhook.PostAsync(server, body, secret, age);
}
