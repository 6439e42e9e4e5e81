using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Synchronization;

namespace Voicebot.Tests.Synchronization;

public sealed class TransfersTests
{
    private const string Person =
        """{"type":"system","tool_name":"to_a_person","result":{"result_type":"transfer_to_number_twilio_success"}}""";
    private const string Refused = """{"type":"system","tool_name":"to_a_person","is_error":true"""
        + ""","result":{"result_type":"transfer_to_number_error","error":"busy"}}""";
    private const string RefusedAsText =
        """{"type":"system","result":null,"result_value":"{\"result_type\":\"transfer_to_number_error\"}"}""";
    private const string RefusedByTheTool =
        """{"type":"system","tool_name":"transfer_to_number","is_error":true,"result":null,"result_value":"boom"}""";
    private const string Colleague = """{"type":"system","tool_name":"x","result":{"result_type":"transfer_to_agent_success"}}""";

    [Theory]
    [InlineData("transfer_to_number_twilio_success", true, false)]
    [InlineData("transfer_to_number_sip_success", true, false)]
    [InlineData("transfer_to_number_exotel_success", true, false)]
    [InlineData("transfer_to_number_amazon_connect_success", true, false)]
    [InlineData("transfer_to_number_a_carrier_to_come_success", true, false)]
    [InlineData("transfer_to_number_error", false, false)]
    [InlineData("transfer_to_agent_success", false, true)]
    [InlineData("transfer_to_agent_error", false, false)]
    [InlineData("end_call_success", false, false)]
    [InlineData("voicemail_detection_success", false, false)]
    [InlineData("TRANSFER_TO_NUMBER_TWILIO_SUCCESS", false, false)]
    public void Of_ResultType_TellsPersonFromAgent(string resultType, bool human, bool agent)
    {
        var inResult = Map($$$"""{"transcript":[{"tool_results":[{"type":"system","tool_name":"any_name","""
            + $$$""" "result":{"result_type":"{{{resultType}}}"}}]}]}""");
        var inValue = Map($$$"""{"transcript":[{"tool_results":[{"type":"system","result":null"""
            + $$$""","result_value":"{\"result_type\": \"{{{resultType}}}\"}"}]}]}""");

        Assert.Equal((human, agent), inResult);
        Assert.Equal((human, agent), inValue);
    }

    [Fact]
    public void Of_ResultNestedInAWorkflow_IsFound() =>
        Assert.Equal((true, false), Map($$$"""
            {"transcript":[{"tool_results":[{"type":"workflow","result":{"steps":[
                {"type":"edge"},
                {"type":"nested_tools","results":[{"type":"workflow","result":{"steps":[{"type":"nested_tools",
                 "results":[{{{Person}}}]}]}}]}
            ]}}]}]}
            """));

    [Fact]
    public void Of_ResultOfAWorkflowThatIsOnlyText_IsFound() =>
        Assert.Equal((true, false), Map(new System.Text.Json.Nodes.JsonObject
        {
            ["transcript"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
            {
                ["tool_results"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
                {
                    ["type"] = "workflow",
                    ["result"] = null,
                    ["result_value"] = $$"""{"steps":[{"type":"nested_tools","results":[{{Person}}]}]}""",
                }),
            }),
        }.ToJsonString()));

    [Theory]
    [InlineData("""{"tool_name":"transfer_to_number","type":"webhook","""
        + """ "result_value":"{\"result_type\":\"transfer_to_number_twilio_success\"}"}""")]
    [InlineData("""{"tool_name":"transfer_to_number","type":"client","result_value":"ok"}""")]
    [InlineData("""{"tool_name":"transfer_to_number","type":"system","result_value":"result_type transfer_to_number_twilio_success"}""")]
    [InlineData("""{"tool_name":"transfer_to_number","type":"system","result_value":"[\"result_type\"]"}""")]
    [InlineData("""{"tool_name":"transfer_to_number","type":"system","result":{"result_type":"transfer_to_number_error"}"""
        + ""","is_error":true}""")]
    [InlineData("""{"tool_name":"transfer_to_number","type":"system","result":{"result_type":5}}""")]
    public void Of_NoSuccessfulSystemResult_IsNoTransfer(string result) =>
        Assert.Equal((false, false), Map($$$"""{"transcript":[{"tool_results":[{{{result}}}]"""
            + $$$""","tool_calls":[{"tool_name":"transfer_to_number","type":"system"}]}]}"""));

    [Theory]
    [InlineData("""{"transfer_to_number":{"enabled":true,"used":true}}""", true)]
    [InlineData("""{"transfer_to_number":{"enabled":true,"used":false}}""", false)]
    [InlineData("""{"transfer_to_number":{"enabled":true,"used":"true"}}""", false)]
    [InlineData("""{"workflow":{"enabled":true,"phone_number_node":{"enabled":true,"used":true}}}""", true)]
    [InlineData("""{"workflow":{"enabled":true,"phone_number_node":{"enabled":true,"used":false}}}""", false)]
    [InlineData("""{"transfer_to_agent":{"enabled":true,"used":true}}""", false)]
    [InlineData("null", false)]
    public void ToHuman_Features_CountWhenUsedNotWhenConfigured(string features, bool expected) =>
        Assert.Equal(expected, Map($$$"""{"metadata":{"features_usage":{{{features}}}}}""").Human);

    [Theory]
    [InlineData("Call transferred to number", "", true)]
    [InlineData("call TRANSFER", "", true)]
    [InlineData("Call transferred", Colleague, false)]
    [InlineData("Call transferred", Person, true)]
    [InlineData("Call transferred", Refused, false)]
    [InlineData("Call transferred", RefusedAsText, false)]
    [InlineData("Call transferred", RefusedByTheTool, false)]
    [InlineData("Call transferred", Refused + "," + Person, true)]
    [InlineData("Call transferred", Person + "," + Refused, true)]
    [InlineData("Failed to transfer the call", "", false)]
    [InlineData("Transfer failed", "", false)]
    [InlineData("Could not transfer to +48221234567", "", false)]
    [InlineData("The call couldn't be transferred", "", false)]
    [InlineData("transfer_to_agent tool was called.", "", false)]
    [InlineData("Call ended by remote party", "", false)]
    public void ToHuman_TerminationReason_SpeaksWhenThereWasNoHandOver(string reason, string result, bool expected) =>
        Assert.Equal(expected,
            Map($$$"""{"metadata":{"termination_reason":"{{{reason}}}"},"transcript":[{"tool_results":[{{{result}}}]}]}""").Human);

    [Theory]
    [InlineData("Call transferred", Refused, EndReason.Other)]
    [InlineData("Remote party hung up after the transfer", Refused, EndReason.UserEnded)]
    [InlineData("Client disconnected: 1006, transferring", RefusedAsText, EndReason.Abnormal)]
    [InlineData("Silence during the transfer", RefusedByTheTool, EndReason.Silence)]
    [InlineData("Call transferred", Refused + "," + Person, EndReason.Transferred)]
    [InlineData("Call transferred", "", EndReason.Transferred)]
    public void EndReason_TransferThatFailedByItsResult_IsNotTransferred(string reason, string result, EndReason expected)
    {
        var mapped = ConversationMapper.Map("c", "a", null, new ConversationDetail(JsonDocument.Parse(
            $$$"""
            {"status":"done","metadata":{"termination_reason":"{{{reason}}}"},"transcript":[{"tool_results":[{{{result}}}]}]}
            """).RootElement));
        Assert.Equal(expected, mapped.EndReason);
        Assert.Equal(expected.BreaksOff(), mapped.Dropout);
    }

    [Theory]
    [InlineData("""[{"agent_id":"a"},{"agent_id":"b"}]""", true)]
    [InlineData("""[{"agent_id":"a"},{"agent_id":"a"}]""", false)]
    [InlineData("""[{"agent_id":"a"},{"agent_id":null}]""", false)]
    [InlineData("[]", false)]
    [InlineData("null", false)]
    public void ToAgent_VisitedAgents_CountWhenTheyDiffer(string visited, bool expected) =>
        Assert.Equal((false, expected), Map($$$"""{"visited_agents":{{{visited}}}}"""));

    private static (bool Human, bool Agent) Map(string json)
    {
        var mapped = ConversationMapper.Map("c", "a", new ConversationListItem(JsonDocument.Parse("""{"status":"done"}""").RootElement),
            new ConversationDetail(JsonDocument.Parse(json).RootElement));
        return (mapped.Transferred, mapped.AgentHandover);
    }
}
