using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Webhooks;

/// <summary>
/// A call that never connected, as the detail document that the vendor would send: an outbound conversation that failed.
/// </summary>
internal static class FailedCall
{
    /// <summary>The events write it with a hyphen, the documents with an underscore; what is not known is no result.</summary>
    private static string? Result(string? failureReason) => failureReason switch
    {
        "busy" => "busy",
        "no-answer" or "no_answer" => "no_answer",
        _ => null,
    };

    /// <param name="data">The <c>data</c> of a <c>call_initiation_failure</c>; its <c>metadata.body</c> holds From/To or
    /// from_number/to_number.</param>
    /// <param name="eventTime">Unix seconds; the only time that the event knows.</param>
    public static JsonElement Document(JsonElement data, long? eventTime)
    {
        var body = data.At("metadata", "body");
        var document = new JsonObject
        {
            ["conversation_id"] = data.Text("conversation_id"),
            ["agent_id"] = data.Text("agent_id"),
            ["status"] = "failed",
            ["transcript"] = new JsonArray(),
            ["metadata"] = new JsonObject
            {
                ["start_time_unix_secs"] = eventTime,
                ["call_duration_secs"] = 0,
                ["termination_reason"] = $"{ConversationDetail.NotConnected}{data.Text("failure_reason") ?? "unknown"}",
                ["conversation_initiation_source"] = data.Text("metadata", "type") == "sip" ? "sip_trunk" : data.Text("metadata", "type"),
                // These events tell of outbound attempts only, so From is our agent and To the client.
                ["phone_call"] = new JsonObject { ["direction"] = "outbound", ["call_result"] = Result(data.Text("failure_reason")) },
                ["error"] = new JsonObject
                {
                    ["code"] = body?.Whole("sip_status_code") ?? body?.Whole("SipResponseCode"),
                    ["reason"] = body?.Text("error_reason") ?? data.Text("failure_reason"),
                },
                ["body"] = body is { } raw ? VendorJson.Node(raw.GetRawText()) : null,
            },
        };
        return JsonSerializer.SerializeToElement(document, JsonContext.Default.JsonObject);
    }
}
