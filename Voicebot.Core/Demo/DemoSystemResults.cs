namespace Voicebot.Core.Demo;

/// <summary>Typed results of the vendor's own tools, as JSON.</summary>
internal static class DemoSystemResults
{
    public const string EndCall =
        """{"result_type":"end_call_success","status":"success","reason":"Conversation completed","message":null}""";

    public const string Voicemail =
        """{"result_type":"voicemail_detection_success","status":"success","reason":"Voicemail greeting","voicemail_message":null}""";

    public const string TransferRefused =
        """{"result_type":"transfer_to_number_error","status":"error","error":"Transfer target did not answer","details":null}""";

    /// <summary>Each telephony provider has a result type of its own; Twilio's says more.</summary>
    public static string TransferToNumber(DemoConversation conversation, string reason)
    {
        var provider = conversation.Channel switch
        {
            DemoChannel.TwilioInbound => "twilio",
            DemoChannel.ExotelInbound => "exotel",
            _ => "sip",
        };
        var more = provider != "twilio" ? ""
            : $",\"client_message\":null,\"agent_message\":\"{reason}\","
                + $"\"conference_name\":\"conf_{conversation.Key.Packed}\",\"post_dial_digits\":null";
        return $$"""{"result_type":"transfer_to_number_{{provider}}_success",{{Transferred}},"reason":"{{reason}}","note":null{{more}}}""";
    }

    /// <summary>The telephone node of a workflow: the transfer is one of the tools nested in a step.</summary>
    public static string WorkflowTransfer(string request) => $$$"""
        {
          "steps": [
            {"type":"edge","step_latency_secs":0.04,"edge_id":"edge_to_consultant","target_node_id":"node_phone"},
            {"type":"nested_tools","node_id":"node_phone","step_latency_secs":0.9,"requests":[],"is_successful":true,"results":[
              {"request_id":"{{{request}}}_n","tool_name":"transfer_to_number","result_value":"","is_error":false,"is_blocked":false,
               "tool_has_been_called":true,"tool_latency_secs":0.9,"error_type":"","raw_error_message":"","dynamic_variable_updates":[],
               "type":"system","result":{"result_type":"transfer_to_number_sip_success",{{{Transferred}}},"reason":null,"note":null}}
            ]}
          ]
        }
        """;

    public static string TransferToAgent(DemoAgent from, DemoAgent to) => $$$"""
        {"result_type":"transfer_to_agent_success","status":"success","from_agent":"{{{from.Id}}}","to_agent":"{{{to.Id}}}","to_node":null,
         "condition":"Billing question","delay_ms":0,"transfer_message":null,"enable_transferred_agent_first_message":false,
         "branch_info":{"branch_reason":"defaulting_to_main","branch_id":"{{{DemoCompany.BranchId}}}"},
          "preserve_client_tts_overrides":false}
        """;

    private const string Transferred = $"\"status\":\"success\",\"transfer_number\":\"{DemoCompany.ConsultantNumber}\"";
}
