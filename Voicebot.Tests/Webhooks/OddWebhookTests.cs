using System.Text;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Webhooks;

/// <summary>Rightly signed webhooks whose JSON is odd, broken, too deep or about something else.</summary>
public sealed class OddWebhookTests
{
    private const string Agent = "agent_8802m3hs5j7pfb2z9w4ratc6gqxe";

    public static TheoryData<string> Unusual => new()
    {
        "\"lone\": \"\\ud83d\"",
        "\"pair\": \"\\udc00\\ud800\", \"nul\": \"a\\u0000b\", \"\\ud800\": 1",
        "\"status\": \"in-progress\", \"status\": \"done\"",
        "\"huge\": 1e999, \"long\": 123456789012345678901234567890",
        "\"deep\": " + new string('[', 254) + new string(']', 254),
    };

    /// <summary>What polling takes, the event takes; and what is stored can be read again at every door.</summary>
    [Theory]
    [MemberData(nameof(Unusual))]
    public async Task Post_UnusualJson_IsStoredAndReadable(string unusual)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        foreach (var mask in new[] { false, true })
        {
            await server.SaveSettingsAsync(new { mask_phones = mask });
            var body = Event(unusual);
            Assert.Equal("stored", (await (await SignedWebhook.PostAsync(server, body)).JsonAsync()).Text("status"));
            var stored = await server.GetJsonAsync("api/conversations/conv_odd");
            Assert.Equal(("done", "Tel. "), (stored.Text("status"), stored.Items("transcript").First().Text("message")![..5]));
            Assert.Contains("conv_odd", await server.Http.GetStringAsync("api/export-csv"), StringComparison.Ordinal);
            await server.GetJsonAsync("api/conversations?search=Tel");
            await (await server.Http.GetAsync("api/person-data?phone=%2B48501000001")).JsonAsync();
        }
    }

    /// <summary>Bytes that are no UTF-8, and a byte order mark.</summary>
    [Fact]
    public async Task Post_BrokenBytes_AreRepaired()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        byte[] body = [0xEF, 0xBB, 0xBF,
            .. Encoding.UTF8.GetBytes(Event("\"odd\": 1").Replace("Tel. ", "Tel. \u00e9", StringComparison.Ordinal))];
        var broken = body.AsSpan().IndexOf("\u00e9"u8);
        body[broken + 1] = (byte)' ';
        Assert.Equal("stored", (await (await SignedWebhook.PostAsync(server, body)).JsonAsync()).Text("status"));
        Assert.StartsWith("Tel. \ufffd",
            (await server.GetJsonAsync("api/conversations/conv_odd")).Items("transcript").First().Text("message"),
            StringComparison.Ordinal);
    }

    /// <summary>A document that cannot be kept is that conversation's fate.</summary>
    [Theory]
    [InlineData(300)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task Post_DocumentNestedTooDeep_IsThatConversationsFate(int depth)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        var body = Event("\"deep\": " + new string('[', depth) + new string(']', depth));
        Assert.Equal("failed", (await (await SignedWebhook.PostAsync(server, body)).JsonAsync()).Text("status"));
        var stored = await server.GetJsonAsync("api/conversations/conv_odd");
        Assert.Equal("failed", stored.Text("details_state"));
        Assert.Contains("256 levels", stored.Text("details_error"), StringComparison.Ordinal);

        var better = await (await SignedWebhook.PostAsync(server, Event("\"odd\": 1"))).JsonAsync();
        Assert.Equal("stored", better.Text("status"));
    }

    [Theory]
    [InlineData("""{"type":"answering_machine_detection","event_timestamp":"1787126409","data":{"conversation_id":"conv_x","""
        + """ "answered_by":"human"}}""")]
    [InlineData("""{"type":"answering_machine_detection"}""")]
    [InlineData("""{"type":"ticket_created","data":[1,2]}""")]
    [InlineData("""{"type":7,"data":null}""")]
    [InlineData("{}")]
    public async Task Post_EventOfAnotherKind_IsIgnoredWhateverItHolds(string body)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        Assert.Equal("ignored", (await (await SignedWebhook.PostAsync(server, body)).JsonAsync()).Text("status"));
    }

    private static string Event(string more) => $$$"""
        {"type":"post_call_transcription","event_timestamp":1787126409,"data":{"agent_id":"{{{Agent}}}","conversation_id":"conv_odd",
         "status":"done",
         "transcript":[{"role":"agent","message":"Tel. +48 501 000 001","time_in_call_secs":0}],
         "metadata":{"start_time_unix_secs":1787126000,"call_duration_secs":10,"phone_call":{"direction":"inbound",
          "agent_number":"+48221000001","external_number":"+48501000001"}},
         {{{more}}}}}
        """;

    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        var server = await VoicebotServer.StartAsync(vendor, Agent);
        await server.SaveSettingsAsync(new { mask_phones = false, webhook_secret = SignedWebhook.Secret });
        return server;
    }
}
