using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Synchronization;

namespace Voicebot.Tests.Synchronization;

/// <summary>What a detail document tells of faults, dialling, turns and collected values.</summary>
public sealed class FactsOfDialogueTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("[]")]
    [InlineData("false")]
    [InlineData("""{"code":null,"reason":null}""")]
    [InlineData("""{"code":null,"reason":""}""")]
    [InlineData("""{"code":0,"reason":"  "}""")]
    [InlineData("""{"reason":{}}""")]
    public void Map_ErrorThatSaysNothing_IsNoTechnicalError(string error)
    {
        var mapped = Map(JsonNode.Parse($$$"""{"status":"done","metadata":{"error":{{{error}}}}}""")!.AsObject());

        Assert.False(mapped.TechnicalError);
    }

    [Theory]
    [InlineData("""{"code":1008}""")]
    [InlineData("""{"code":"486","reason":null}""")]
    [InlineData("""{"code":null,"reason":"policy"}""")]
    [InlineData("""{"message":"of tomorrow"}""")]
    [InlineData("\"broken\"")]
    [InlineData("1011")]
    public void Map_ErrorThatSaysAnything_IsATechnicalError(string error)
    {
        var mapped = Map(JsonNode.Parse($$$"""{"status":"done","metadata":{"error":{{{error}}}}}""")!.AsObject());

        Assert.True(mapped.TechnicalError);
    }

    [Theory]
    [InlineData("answered", "answered", "user_ended", true)]
    [InlineData("voicemail", "voicemail", "voicemail", false)]
    [InlineData("busy", "busy", "not_connected", false)]
    [InlineData("no_answer", "no_answer", "not_connected", false)]
    [InlineData("no-answer", "no_answer", "not_connected", false)]
    [InlineData("No Answer", "no_answer", "not_connected", false)]
    [InlineData("BUSY", "busy", "not_connected", false)]
    [InlineData(" Voicemail ", "voicemail", "voicemail", false)]
    [InlineData("failed", "failed", "user_ended", true)]
    [InlineData("a-result-to-come", "a_result_to_come", "user_ended", true)]
    [InlineData("", null, "user_ended", true)]
    public void Map_ResultOfDialling_DecidesTheEndAndWhetherItIsAFault(string given, string? result, string endReason, bool error)
    {
        foreach (var status in new[] { "failed", "done" })
        {
            var mapped = Map(new()
            {
                ["status"] = status,
                ["metadata"] = new JsonObject
                {
                    ["phone_call"] = new JsonObject { ["direction"] = "outbound", ["call_result"] = given },
                    ["error"] = new JsonObject { ["code"] = 486, ["reason"] = "Busy here" },
                    ["termination_reason"] = "Call ended by remote party",
                },
            });

            Assert.Equal((result, endReason, error), (mapped.CallResult, mapped.EndReason.ToText(), mapped.TechnicalError));
        }
    }

    /// <summary>Documents from before the result of dialling: the tool tells of a voicemail; only the result takes a fault away.</summary>
    [Theory]
    [InlineData("""{"transcript":[{"role":"agent","tool_results":[{"type":"system","""
        + """ "result":{"result_type":"voicemail_detection_success"}}]}]}""")]
    [InlineData("""{"metadata":{"features_usage":{"voicemail_detection":{"enabled":true,"used":true}}"""
        + ""","termination_reason":"Call ended by remote party"}}""")]
    public void Map_VoicemailOfAnOlderDocument_IsToldByTheTool(string detail)
    {
        var json = JsonNode.Parse(detail)!.AsObject();
        json["status"] = "failed";

        var mapped = Map(json);

        Assert.Equal((null, EndReason.Voicemail, true), (mapped.CallResult, mapped.EndReason, mapped.TechnicalError));
    }

    [Fact]
    public void Map_VoicemailToolOfAnAnsweredCall_DoesNotOverruleTheResultOfDialling() =>
        Assert.Equal(EndReason.UserEnded, Map(JsonNode.Parse("""
            {"metadata":{"phone_call":{"call_result":"answered"},"features_usage":{"voicemail_detection":{"used":true}},
             "termination_reason":"remote party"}}
            """)!.AsObject()).EndReason);

    /// <summary>A notice of a failed call that was stored before results of dialling were known.</summary>
    [Theory]
    [InlineData("Call not connected: busy", "busy", false)]
    [InlineData("Call not connected: no-answer", "no_answer", false)]
    [InlineData("Call not connected: unknown", null, true)]
    public void Map_StoredNoticeOfAFailedCall_TellsTheResultOfDialling(string reason, string? result, bool error)
    {
        var mapped = Map(new()
        {
            ["status"] = "failed",
            ["metadata"] = new JsonObject
            {
                ["termination_reason"] = reason,
                ["phone_call"] = new JsonObject { ["direction"] = "outbound" }
            }
        });

        Assert.Equal((result, EndReason.NotConnected, error), (mapped.CallResult, mapped.EndReason, mapped.TechnicalError));
    }

    [Theory]
    [InlineData("""{"role":"user","message":"Yes"}""", 1, 1)]
    [InlineData("""{"role":"user","message":"..."}""", 0, 1)]
    [InlineData("""{"role":"user","message":null}""", 0, 0)]
    [InlineData("""{"role":"user","message":"1","source_medium":"dtmf"}""", 1, 1)]
    [InlineData("""{"role":"user","message":"Hello","platform_event":"user_turn_timeout"}""", 0, 0)]
    [InlineData("""{"role":"user","message":"...","platform_event":"an_event_to_come"}""", 0, 0)]
    [InlineData("""{"role":"user","message":"uh-huh","ignored_as_backchannel":true}""", 0, 1)]
    [InlineData("""{"role":"user","message":null,"file_inputs":[{"file_id":"f"}]}""", 1, 0)]
    [InlineData("""{"role":"user","message":null,"file_input":{"file_id":"f"}}""", 1, 0)]
    [InlineData("""{"role":"agent","message":"Hello"}""", 0, 1)]
    [InlineData("""{"role":"agent","message":"Are you there?","platform_event":"user_turn_timeout"}""", 0, 1)]
    public void Map_Turn_IsOfTheClientWhereAPersonSaidOrSentSomething(string turn, int clientTurns, int messages)
    {
        var mapped = Map(JsonNode.Parse($$$"""{"transcript":[{{{turn}}}]}""")!.AsObject());

        Assert.Equal((clientTurns, messages), (mapped.ClientTurnCount, mapped.MessageCount));
    }

    /// <summary>As collected, whatever a number of .NET or of JavaScript could hold.</summary>
    [Theory]
    [InlineData("20261125")]
    [InlineData("9007199254740993")]
    [InlineData("0.8765")]
    [InlineData("1.50")]
    [InlineData("1e400")]
    [InlineData("-0")]
    [InlineData("123456789012345678901234567890.123")]
    public void Map_CollectedNumber_KeepsEveryDigit(string number)
    {
        var detail = new ConversationDetail(JsonDocument.Parse(
            """{"analysis":{"data_collection_results":{"n":{"value":NUMBER}}}}""".Replace("NUMBER", number,
                StringComparison.Ordinal)).RootElement);

        Assert.Equal([("n", number)], ConversationMapper.Map("c", "a", null, detail).Collected);
        Assert.Equal(number, Assert.Single(detail.CollectedData).Text);
    }

    private static Conversation Map(JsonObject detail) =>
        ConversationMapper.Map("c", "a", null, new ConversationDetail(JsonDocument.Parse(detail.ToJsonString()).RootElement));
}
