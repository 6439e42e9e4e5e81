using System.Text.Json.Nodes;

namespace Voicebot.Tests.Support;

/// <summary>What was said, and what the tools answered.</summary>
public static class ConversationTurns
{
    /// <param name="message">Null is a turn of tools or media only.</param>
    public static ConversationBuilder Says(this ConversationBuilder builder, string role, string? message)
    {
        builder.Add(role, message, null);
        builder.List["message_count"] = (int)builder.List["message_count"]! + 1;
        return builder;
    }

    /// <summary>So many turns, alternating, the agent first.</summary>
    public static ConversationBuilder Talks(this ConversationBuilder builder, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
            builder.Says(turn % 2 == 0 ? "agent" : "user", $"Sentence {turn}");
        return builder;
    }

    /// <summary>A turn that the platform caused, because nobody said anything.</summary>
    public static ConversationBuilder Waits(this ConversationBuilder builder, string platformEvent = "user_turn_timeout")
    {
        builder.Add("user", "...", null);
        builder.Transcript[^1]!["platform_event"] = platformEvent;
        return builder;
    }

    public static ConversationBuilder SystemResult(this ConversationBuilder builder, string resultType) =>
        builder.Add("agent", null, Result(resultType));

    /// <summary>The result only as JSON in a text.</summary>
    public static ConversationBuilder SystemResultAsText(this ConversationBuilder builder, string resultType)
    {
        var result = Result(resultType);
        result["result"] = null;
        result["result_value"] = $$"""{"result_type":"{{resultType}}"}""";
        return builder.Add("agent", null, result);
    }

    /// <summary>A turn in which the agent called a tool, and what it answered.</summary>
    public static ConversationBuilder Calls(this ConversationBuilder builder, string tool, bool isError = false, string parameters = "{}")
    {
        builder.Add("agent", null,
            new JsonObject
            {
                ["request_id"] = "req_3",
                ["tool_name"] = tool,
                ["type"] = "webhook",
                ["result_value"] = "ok",
                ["is_error"] = isError
            });
        builder.Transcript[^1]!["tool_calls"] =
            new JsonArray(new JsonObject
            {
                ["request_id"] = "req_3",
                ["tool_name"] = tool,
                ["type"] = "webhook",
                ["params_as_json"] = parameters
            });
        return builder;
    }

    /// <summary>The result inside the step of a workflow.</summary>
    public static ConversationBuilder WorkflowResult(this ConversationBuilder builder, string resultType) =>
        builder.Add("agent", null, new JsonObject
        {
            ["request_id"] = "req_2",
            ["tool_name"] = "workflow",
            ["type"] = "workflow",
            ["result_value"] = "",
            ["is_error"] = false,
            ["result"] = new JsonObject
            {
                ["steps"] = new JsonArray(new JsonObject { ["node_id"] = "n1", ["results"] = new JsonArray(Result(resultType)) }),
            },
        });

    public static ConversationBuilder TransferFeatureUsed(this ConversationBuilder builder)
    {
        builder.Metadata["features_usage"]!["transfer_to_number"] = ConversationBuilder.Feature(true);
        return builder;
    }

    public static ConversationBuilder WorkflowPhoneNodeUsed(this ConversationBuilder builder)
    {
        builder.Metadata["features_usage"]!["workflow"] = new JsonObject
        {
            ["enabled"] = true,
            ["phone_number_node"] = ConversationBuilder.Feature(true),
        };
        return builder;
    }

    public static ConversationBuilder Visited(this ConversationBuilder builder, string agentId)
    {
        builder.Detail["visited_agents"]!.AsArray().Add(new JsonObject { ["agent_id"] = agentId });
        return builder;
    }

    private static ConversationBuilder Add(this ConversationBuilder builder, string role, string? message, JsonObject? toolResult)
    {
        builder.Transcript.Add(new JsonObject
        {
            ["role"] = role,
            ["message"] = message,
            ["time_in_call_secs"] = builder.Transcript.Count * 5,
            ["tool_calls"] = new JsonArray(),
            ["tool_results"] = toolResult is null ? new JsonArray() : new JsonArray(toolResult),
            ["interrupted"] = false,
        });
        return builder;
    }

    private static JsonObject Result(string resultType) => new()
    {
        ["request_id"] = "req_1",
        ["tool_name"] = "anything",
        ["type"] = "system",
        ["result_value"] = "ok",
        ["is_error"] = false,
        ["tool_has_been_called"] = true,
        ["result"] = new JsonObject { ["result_type"] = resultType },
    };
}
