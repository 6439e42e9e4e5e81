using System.Text.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

public sealed class DetailRedactionTests
{
    [Fact]
    public void Apply_HeadersAndHistory_AreTakenOutAndTheRestStays()
    {
        var detail = Parse("""
            {
              "conversation_initiation_client_data": {"dynamic_variables": {"system__conversation_history": "[a second copy]",
               "system__caller_id": "+48601000001"}},
              "transcript": [
                {"role": "agent", "message": "Chwileczkę…", "tool_calls": [
                  {"tool_name": "lookup", "tool_details": {"type": "webhook", "url": "https://api.example.test",
                   "headers": {"Authorization": "Bearer secret"}, "body": "{}"}},
                  {"tool_name": "other", "tool_details": null}
                ]},
                {"role": "user", "message": "Tak", "tool_calls": null}
              ]
            }
            """);

        var redacted = DetailRedaction.Apply(detail);

        Assert.True(JsonElement.DeepEquals(
            Parse("""
                {
                  "conversation_initiation_client_data": {"dynamic_variables": {"system__caller_id": "+48601000001"}},
                  "transcript": [
                    {"role": "agent", "message": "Chwileczkę…", "tool_calls": [
                      {"tool_name": "lookup", "tool_details": {"type": "webhook", "url": "https://api.example.test", "headers": {},
                       "body": "{}"}},
                      {"tool_name": "other", "tool_details": null}
                    ]},
                    {"role": "user", "message": "Tak", "tool_calls": null}
                  ]
                }
                """),
            redacted));
    }

    [Fact]
    public void Apply_HeadersOfAnIntegrationWebhook_AreTakenOutToo()
    {
        var redacted = DetailRedaction.Apply(Parse("""
            {"transcript": [{"tool_calls": [{"tool_name": "crm", "type": "api_integration_webhook",
              "tool_details": {"type": "api_integration_webhook", "integration_id": "i", "webhook_details": {"method": "GET",
               "url": "https://api.example.test", "headers": {"Authorization": "Bearer secret"}}}}]}]}
            """));

        Assert.DoesNotContain("secret", redacted.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_HeadersOfACallNestedInAWorkflow_AreTakenOutToo()
    {
        var redacted = DetailRedaction.Apply(Parse("""
            {"transcript": [{"tool_results": [{"type": "workflow", "result": {"steps": [{"type": "nested_tools",
              "requests": [{"tool_name": "lookup", "type": "webhook", "tool_details": {"type": "webhook",
               "headers": {"Authorization": "Bearer secret"}}}], "results": []}]}}]}]}
            """));

        Assert.DoesNotContain("secret", redacted.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("detail-01-twilio-inbound.json")]
    [InlineData("detail-08-criteria-data-collection.json")]
    [InlineData("detail-09-minimal-processing.json")]
    public void Apply_NothingToTakeOut_LeavesTheDocumentAsItIs(string sample)
    {
        var detail = Parse(SampleFiles.Text(sample));

        Assert.True(JsonElement.DeepEquals(detail, DetailRedaction.Apply(detail)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"transcript": null, "conversation_initiation_client_data": null}""")]
    [InlineData("""{"transcript": "text", "conversation_initiation_client_data": []}""")]
    [InlineData("""{"transcript": [null, 1, {"tool_calls": [null, {"tool_details": []}]}],"""
        + """ "conversation_initiation_client_data": {"dynamic_variables": "x"}}""")]
    public void Apply_OddDocument_DoesNotThrow(string json) => Assert.Equal(json, DetailRedaction.Apply(Parse(json)).GetRawText());

    [Fact]
    public void Apply_HistoryBesideOddParts_StillWorks()
    {
        var redacted = DetailRedaction.Apply(Parse("""
            {"conversation_initiation_client_data": {"dynamic_variables": {"system__conversation_history": {"entries": []}}},
             "transcript": [null, 1, {"tool_calls": "none"}]}
            """));

        Assert.Equal("""{"conversation_initiation_client_data":{"dynamic_variables":{}},"transcript":[null,1,{"tool_calls":"none"}]}""",
            JsonContext.Compact(redacted));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
