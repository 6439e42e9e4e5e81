using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes a conversation as the vendor's detail does.</summary>
internal static class DemoDetail
{
    public static void Write(Utf8JsonWriter writer, DemoConversation conversation, DemoStage stage)
    {
        var heard = stage >= DemoStage.Processing;
        var turns = heard ? conversation.Turns : [];
        var parties = DemoParties.Of(conversation);
        writer.WriteStartObject();
        writer.WriteString("agent_id"u8, conversation.Agent.Id);
        writer.WriteString("agent_name"u8, conversation.Agent.Name);
        writer.WriteString("conversation_product"u8, "agent"u8);
        writer.WriteString("status"u8, DemoStages.Status(conversation, stage));
        writer.WriteString("user_id"u8, parties.UserId);
        writer.WriteString("branch_id"u8, DemoCompany.BranchId);
        writer.WriteString("version_id"u8, DemoCompany.VersionId);
        DemoMetadata.Write(writer, conversation, stage, parties);
        DemoAnalysis.Write(writer, stage == DemoStage.Final && !conversation.IsFailed ? conversation : null);

        writer.WriteStartArray("visited_agents"u8);
        WriteVisit(writer, conversation.Agent);
        foreach (var turn in turns)
        {
            if (turn.Speaker is { } speaker && speaker != conversation.Agent)
            {
                WriteVisit(writer, speaker);
                break;
            }
        }
        writer.WriteEndArray();

        WriteInitiation(writer, conversation, heard, parties);
        writer.WriteString("environment"u8, "production"u8);
        writer.WriteString("conversation_id"u8, conversation.Id);
        var recorded = heard && DemoRecording.IsRecorded(conversation);
        writer.WriteBoolean("has_audio"u8, recorded);
        writer.WriteBoolean("has_user_audio"u8, recorded);
        writer.WriteBoolean("has_response_audio"u8, recorded);
        if (!conversation.OlderPayload)
            writer.WriteBoolean("has_auxiliary_audio"u8, false);
        DemoTranscript.Write(writer, conversation, turns, parties);
        writer.WriteStartArray("tag_ids"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteVisit(Utf8JsonWriter writer, DemoAgent agent)
    {
        writer.WriteStartObject();
        writer.WriteString("agent_id"u8, agent.Id);
        writer.WriteString("branch_id"u8, DemoCompany.BranchId);
        writer.WriteEndObject();
    }

    private static void WriteInitiation(Utf8JsonWriter writer, DemoConversation conversation, bool heard, DemoParties parties)
    {
        writer.WriteStartObject("conversation_initiation_client_data"u8);
        writer.WritePropertyName("conversation_config_override"u8);
        writer.WriteRawValue("""{"asr":null,"turn":null,"tts":null,"conversation":null,"agent":null}"""u8, skipInputValidation: true);
        writer.WriteStartObject("custom_llm_extra_body"u8);
        writer.WriteEndObject();
        writer.WriteString("user_id"u8, parties.UserId);
        writer.WriteStartObject("source_info"u8);
        writer.WriteString("source"u8, conversation.Source == "widget" ? "widget" : null);
        writer.WriteString("version"u8, conversation.Source == "widget" ? DemoMetadata.WidgetVersion : null);
        writer.WriteEndObject();
        writer.WriteNull("branch_id"u8);
        writer.WriteNull("environment"u8);
        writer.WriteNull("starting_workflow_node_id"u8);
        writer.WriteNull("procedure_ids"u8);

        writer.WriteStartObject("dynamic_variables"u8);
        writer.WriteString("system__agent_id"u8, conversation.Agent.Id);
        writer.WriteString("system__conversation_id"u8, conversation.Id);
        writer.WriteBoolean("system__is_text_only"u8, conversation.IsText);
        if (heard)
        {
            writer.WriteNumber("system__call_duration_secs"u8, conversation.DurationSeconds);
            writer.WriteNumber("system__agent_turns"u8, conversation.Turns.Count(t => t is { IsAgent: true, Message: not null }));
        }
        if (parties.Agent is not null)
        {
            writer.WriteString("system__caller_id"u8, conversation.Direction == "outbound" ? parties.Agent : parties.Client);
            writer.WriteString("system__called_number"u8, conversation.Direction == "outbound" ? parties.Client : parties.Agent);
            writer.WriteString("system__call_sid"u8, parties.CallSid);
        }
        if (conversation.Channel == DemoChannel.SipOutbound)
        {
            writer.WriteString("customer_name"u8, conversation.Slots[DemoSlot.Name]);
            writer.WriteString("invoice_no"u8, conversation.Slots[DemoSlot.Invoice]);
            writer.WriteNumber("amount_due"u8, conversation.Slots.Amount);
            writer.WriteBoolean("is_business"u8, conversation.Key.Index % 7 == 0);
        }
        else if (conversation.Source == "widget")
        {
            writer.WriteString("page_path"u8, conversation.IsEnglish ? "/en/internet" : "/internet");
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
