using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Core.Webhooks;

namespace Voicebot.Tests.Webhooks;

/// <summary>The document that is made of an attempt to call which never connected.</summary>
public sealed class FailedCallTests
{
    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("no-answer", "no_answer")]
    [InlineData("no_answer", "no_answer")]
    [InlineData("unknown", null)]
    [InlineData("Busy", null)]
    [InlineData(null, null)]
    public void Document_FailureReason_IsTheCallsResultWhereItIsOne(string? reason, string? result)
    {
        var document = Of($$"""{"failure_reason":{{JsonSerializer.Serialize(reason)}}}""");

        Assert.Equal((result, "outbound"), (document.Text("metadata", "phone_call", "call_result"),
            document.Text("metadata", "phone_call", "direction")));
        Assert.EndsWith(reason ?? "unknown", document.Text("metadata", "termination_reason"), StringComparison.Ordinal);
        Assert.Equal(reason, document.Text("metadata", "error", "reason"));
    }

    [Theory]
    [InlineData("sip", "sip_trunk")]
    [InlineData("twilio", "twilio")]
    [InlineData(null, null)]
    public void Document_Type_IsTheSourceAsTheDocumentsWriteIt(string? type, string? source) =>
        Assert.Equal(source, Of($$$"""{"metadata":{"type":{{{JsonSerializer.Serialize(type)}}}}}""")
            .Text("metadata", "conversation_initiation_source"));

    [Theory]
    [InlineData("""{"sip_status_code":486,"SipResponseCode":"603"}""", 486L)]
    [InlineData("""{"SipResponseCode":"603"}""", 603L)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void Document_Code_IsTheTelephoneNetworks(string body, long? code)
    {
        var document = Of($$$"""{"failure_reason":"busy","metadata":{"body":{{{body}}}}}""");

        Assert.Equal(code, document.Whole("metadata", "error", "code"));
        Assert.Equal(body == "null" ? null : JsonSerializer.Serialize(JsonDocument.Parse(body)),
            document.At("metadata", "body") is { } kept ? JsonSerializer.Serialize(kept) : null);
    }

    [Fact]
    public void Document_Event_IsAFailedConversationOfItsTime()
    {
        var document = Of("""{"conversation_id":"conv_1","agent_id":"agent_one","failure_reason":"busy","""
            + """ "metadata":{"body":{"error_reason":"Busy here"}}}""");

        Assert.Equal(("conv_1", "agent_one", "failed"), (document.Text("conversation_id"), document.Text("agent_id"),
            document.Text("status")));
        Assert.Equal((1_790_000_000L, 0L, "Busy here"), (document.Whole("metadata", "start_time_unix_secs"),
            document.Whole("metadata", "call_duration_secs"), document.Text("metadata", "error", "reason")));
        Assert.Empty(document.Items("transcript"));
    }

    private static JsonElement Of(string data) => FailedCall.Document(JsonDocument.Parse(data).RootElement, 1_790_000_000);
}
