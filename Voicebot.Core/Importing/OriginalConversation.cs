using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Files;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;

namespace Voicebot.Core.Importing;

/// <summary>
/// A conversation of the original program as the vendor's two documents, as far as it had kept them: what is made of them
/// here is then what a synchronisation makes, and the next one adds what is missing.
/// </summary>
public sealed class OriginalConversation(OriginalRow row)
{
    /// <summary>Columns that only the details fill; the original could be interrupted in the middle of them.</summary>
    private static readonly string[] DetailColumns =
        ["transcript", "evaluation_criteria_results", "data_collection_results", "termination_reason", "user_id", "agent_phone",
            "client_phone"];

    /// <summary>Null when the row cannot be a conversation.</summary>
    public string? ConversationId { get; } = Id(row.Text("conversation_id"));
    public string? AgentId { get; } = Id(row.Text("agent_id"));
    /// <summary>Unix seconds.</summary>
    public long? FetchedAt { get; } = row.Instant("fetched_at");

    public ConversationListItem List => new(Element(new JsonObject
    {
        ["agent_id"] = AgentId,
        ["agent_name"] = row.Text("agent_name"),
        ["conversation_id"] = ConversationId,
        ["start_time_unix_secs"] = StartTime,
        ["call_duration_secs"] = row.Whole("call_duration_secs"),
        ["message_count"] = row.Whole("message_count"),
        ["status"] = row.Text("status"),
        ["call_successful"] = row.Text("call_successful"),
        ["transcript_summary"] = row.Text("transcript_summary"),
        ["call_summary_title"] = row.Text("call_summary_title"),
        ["main_language"] = row.Text("main_language"),
        ["conversation_initiation_source"] = row.Text("conversation_initiation_source"),
        ["tool_names"] = Json("tool_names") as JsonArray,
        ["direction"] = row.Text("direction"),
        ["rating"] = row.Number("rating"),
    }));

    /// <summary>False when the original had read them only in part or not at all, so that the vendor is still to be asked.</summary>
    public bool HasAllDetails { get; } = row.Flag("details_fetched");

    private bool HasSomeDetails =>
        HasAllDetails || row.Whole("cost") is > 0 || row.Flag("has_audio")
        || DetailColumns.Any(column => row.Text(column) is not (null or "[]" or "{}"));

    /// <summary>As far as the original had read them; null when it had nothing of them.</summary>
    public ConversationDetail? Detail => !HasSomeDetails ? null : new(DetailRedaction.Apply(Element(new JsonObject
    {
        ["agent_id"] = AgentId,
        ["conversation_id"] = ConversationId,
        ["status"] = row.Text("status"),
        ["user_id"] = row.Text("user_id"),
        ["has_audio"] = row.Flag("has_audio") ? true : HasAllDetails ? false : null, // it wrote 0 before it knew
        ["transcript"] = Json("transcript") as JsonArray,
        ["metadata"] = new JsonObject
        {
            ["start_time_unix_secs"] = StartTime,
            ["call_duration_secs"] = row.Whole("call_duration_secs"),
            // The original wrote 0 where it did not know the cost.
            ["cost"] = row.Whole("cost") is > 0 and var cost ? cost : null,
            ["termination_reason"] = row.Text("termination_reason"),
            ["body"] = Phones,
        },
        ["analysis"] = Analysis,
    })));

    private long? StartTime => row.Whole("start_time_unix") is > 0 and var seconds ? seconds : null;

    /// <summary>Only of a telephone call: elsewhere the original took any digits that looked like a number.</summary>
    private JsonObject? Phones
    {
        get
        {
            var (agent, client, direction) = (row.Text("agent_phone"), row.Text("client_phone"), row.Text("direction"));
            if (Channels.Of(row.Text("conversation_initiation_source"), false, false, direction) != Channel.Phone
                || (agent ?? client) is null)
                return null;
            return direction == "outbound"
                ? new JsonObject { ["from_number"] = agent, ["to_number"] = client }
                : new JsonObject { ["from_number"] = client, ["to_number"] = agent };
        }
    }

    /// <summary>Null when the vendor had not analysed it.</summary>
    private JsonObject? Analysis
    {
        get
        {
            var (summary, criteria, data) =
                (row.Text("transcript_summary"), Json("evaluation_criteria_results") as JsonObject,
                Json("data_collection_results") as JsonObject);
            var outcome = row.Text("call_successful");
            if (summary is null && criteria is null && data is null && outcome is null or "unknown")
                return null;
            return new JsonObject
            {
                ["call_successful"] = outcome,
                ["transcript_summary"] = summary,
                ["call_summary_title"] = row.Text("call_summary_title"),
                ["evaluation_criteria_results"] = criteria,
                ["data_collection_results"] = data,
            };
        }
    }

    /// <summary>Null when the column is empty or broken.</summary>
    private JsonNode? Json(string column)
    {
        if (row.Text(column) is not { } text)
            return null;
        try
        {
            return JsonNode.Parse(JsonRepair.Readable(Encoding.UTF8.GetBytes(text)),
                documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null; // Python's NaN, or a text that was cut: the rest of the row is good
        }
    }

    private static JsonElement Element(JsonObject document) => JsonSerializer.SerializeToElement(document, JsonContext.Default.JsonObject);

    private static string? Id(string? text) => PlainName.Is(text) ? text : null;
}
