using System.Globalization;
using System.Text.Json.Nodes;

namespace Voicebot.Tests.Support;

/// <summary>
/// Both documents of a conversation, shaped like the vendor's. Without further words: a successful web conversation
/// of one minute that the agent ended, with known costs and no transcript.
/// </summary>
public sealed class ConversationBuilder
{
    public const string DefaultAgent = "agent_one";

    public ConversationBuilder(string id, string agentId = DefaultAgent)
    {
        List = new JsonObject
        {
            ["agent_id"] = agentId,
            ["agent_name"] = "Agent " + agentId,
            ["conversation_id"] = id,
            ["start_time_unix_secs"] = 0,
            ["call_duration_secs"] = 60,
            ["message_count"] = 0,
            ["status"] = "done",
            ["termination_reason"] = "end_call tool was called.",
            ["call_successful"] = "success",
            ["transcript_summary"] = "Summary of " + id,
            ["call_summary_title"] = "Title of " + id,
            ["main_language"] = "pl",
            ["conversation_initiation_source"] = "widget",
            ["direction"] = null,
            ["rating"] = null,
            ["tag_ids"] = new JsonArray(),
        };
        Detail = new JsonObject
        {
            ["agent_id"] = agentId,
            ["agent_name"] = "Agent " + agentId,
            ["conversation_id"] = id,
            ["status"] = "done",
            ["has_audio"] = true,
            ["has_user_audio"] = true,
            ["has_response_audio"] = true,
            ["has_auxiliary_audio"] = false,
            ["metadata"] = new JsonObject
            {
                ["start_time_unix_secs"] = 0,
                ["call_duration_secs"] = 60,
                ["cost"] = 100,
                ["cost_fiat"] = 0.02,
                ["termination_reason"] = "end_call tool was called.",
                ["main_language"] = "pl",
                ["conversation_initiation_source"] = "widget",
                ["error"] = null,
                ["phone_call"] = null,
                ["feedback"] = null,
                ["text_only"] = false,
                ["features_usage"] = new JsonObject { ["transfer_to_number"] = Feature(false) },
            },
            ["transcript"] = new JsonArray(),
            ["analysis"] = new JsonObject
            {
                ["call_successful"] = "success",
                ["transcript_summary"] = "Summary of " + id,
                ["call_summary_title"] = "Title of " + id,
                ["evaluation_criteria_results"] = new JsonObject(),
                ["data_collection_results"] = new JsonObject(),
            },
            ["visited_agents"] = new JsonArray(new JsonObject { ["agent_id"] = agentId }),
            ["conversation_initiation_client_data"] = new JsonObject { ["dynamic_variables"] = new JsonObject() },
        };
    }

    public JsonObject List { get; }
    public JsonObject Detail { get; }
    public JsonObject Metadata => Detail["metadata"]!.AsObject();
    public JsonArray Transcript => Detail["transcript"]!.AsArray();

    /// <summary>As read from JSON text, so that every number can be read as any type.</summary>
    public VendorConversation Build() => new(Parsed(List), Parsed(Detail));

    public static implicit operator VendorConversation(ConversationBuilder builder) => builder.Build();

    public ConversationBuilder At(string iso) => At(DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture).ToUnixTimeSeconds());

    public ConversationBuilder At(long unixSeconds)
    {
        List["start_time_unix_secs"] = unixSeconds;
        Metadata["start_time_unix_secs"] = unixSeconds;
        return this;
    }

    public ConversationBuilder Lasting(long seconds)
    {
        List["call_duration_secs"] = seconds;
        Metadata["call_duration_secs"] = seconds;
        return this;
    }

    public ConversationBuilder Status(string status)
    {
        List["status"] = status;
        Detail["status"] = status;
        return this;
    }

    public ConversationBuilder Outcome(string outcome)
    {
        List["call_successful"] = outcome;
        if (Detail["analysis"] is JsonObject analysis)
            analysis["call_successful"] = outcome;
        return this;
    }

    public ConversationBuilder Ended(string reason)
    {
        List["termination_reason"] = reason;
        Metadata["termination_reason"] = reason;
        return this;
    }

    /// <summary>Texts that strangers wrote.</summary>
    public ConversationBuilder Titled(string title, string summary)
    {
        List["call_summary_title"] = title;
        List["transcript_summary"] = summary;
        if (Detail["analysis"] is JsonObject analysis)
        {
            analysis["call_summary_title"] = title;
            analysis["transcript_summary"] = summary;
        }
        return this;
    }

    public ConversationBuilder Source(string source)
    {
        List["conversation_initiation_source"] = source;
        Metadata["conversation_initiation_source"] = source;
        return this;
    }

    public ConversationBuilder Language(string language)
    {
        List["main_language"] = language;
        Metadata["main_language"] = language;
        return this;
    }

    /// <summary>A rating in the list, as the widget's users give it.</summary>
    public ConversationBuilder Rated(double rating)
    {
        List["rating"] = rating;
        return this;
    }

    /// <summary>A rating that only the details know.</summary>
    public ConversationBuilder RatedInFeedback(int rating, string? comment = null)
    {
        Metadata["feedback"] = new JsonObject
        {
            ["type"] = "rating",
            ["rating"] = rating,
            ["comment"] = comment,
            ["likes"] = 0,
            ["dislikes"] = 0,
            ["overall_score"] = null,
        };
        return this;
    }

    public ConversationBuilder Cost(long? credits, double? dollars)
    {
        Metadata["cost"] = credits;
        Metadata["cost_fiat"] = dollars;
        return this;
    }

    public ConversationBuilder WithoutCosts()
    {
        Metadata.Remove("cost");
        Metadata.Remove("cost_fiat");
        return this;
    }

    public ConversationBuilder WithoutAnalysis(bool absent = false)
    {
        if (absent)
            Detail.Remove("analysis");
        else
            Detail["analysis"] = null;
        foreach (var name in new[] { "transcript_summary", "call_summary_title" })
            List[name] = null;
        List["call_successful"] = "unknown";
        return this;
    }

    public ConversationBuilder Failed(int code, string reason)
    {
        Metadata["error"] = new JsonObject { ["code"] = code, ["reason"] = reason };
        return Status("failed");
    }

    /// <summary>As the vendor shows a conversation that is still going on.</summary>
    public ConversationBuilder InProgress() => WithoutAnalysis().Status("in-progress").Lasting(0).Ended("").Cost(null, null);

    public ConversationBuilder Criterion(string id, string result)
    {
        Detail["analysis"]!["evaluation_criteria_results"]![id] = new JsonObject
        {
            ["criteria_id"] = id,
            ["result"] = result,
            ["rationale"] = "Because of " + id,
        };
        return this;
    }

    public ConversationBuilder Datum(string id, JsonNode? value)
    {
        Detail["analysis"]!["data_collection_results"]![id] = new JsonObject
        {
            ["data_collection_id"] = id,
            ["value"] = value,
            ["rationale"] = "Said so",
        };
        return this;
    }

    private static JsonObject Parsed(JsonObject document) => JsonNode.Parse(document.ToJsonString())!.AsObject();

    internal static JsonObject Feature(bool used) => new() { ["enabled"] = true, ["used"] = used };
}
