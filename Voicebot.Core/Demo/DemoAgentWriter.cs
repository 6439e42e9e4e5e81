using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes an agent as the vendor's list and detail do; of the very large detail only what a dashboard reads.</summary>
internal static class DemoAgentWriter
{
    private const long CreatedUnix = 1_769_932_800; // 1 February 2026

    public static void WriteItem(Utf8JsonWriter writer, DemoAgent agent, long? lastCallUnix)
    {
        writer.WriteStartObject();
        writer.WriteString("agent_id"u8, agent.Id);
        writer.WriteString("name"u8, agent.Name);
        WriteTags(writer, agent);
        writer.WriteNumber("created_at_unix_secs"u8, CreatedUnix);
        writer.WritePropertyName("access_info"u8);
        writer.WriteRawValue("""
            {"is_creator":true,"creator_name":"Jutrzenka Telekom","creator_email":"owner@example.test","role":"admin",
             "anonymous_access_level_override":null,"access_source":"creator"}
            """u8, skipInputValidation: true);
        if (lastCallUnix is { } last)
            writer.WriteNumber("last_call_time_unix_secs"u8, last);
        else
            writer.WriteNull("last_call_time_unix_secs"u8);
        writer.WriteBoolean("archived"u8, false);
        writer.WriteEndObject();
    }

    public static void WriteDetail(Utf8JsonWriter writer, DemoAgent agent)
    {
        writer.WriteStartObject();
        writer.WriteString("agent_id"u8, agent.Id);
        writer.WriteString("name"u8, agent.Name);
        writer.WritePropertyName("conversation_config"u8);
        writer.WriteRawValue("{}"u8, skipInputValidation: true);
        writer.WriteStartObject("metadata"u8);
        writer.WriteNumber("created_at_unix_secs"u8, CreatedUnix);
        writer.WriteNumber("updated_at_unix_secs"u8, CreatedUnix);
        writer.WriteEndObject();
        writer.WriteStartObject("platform_settings"u8);
        writer.WriteStartObject("evaluation"u8);
        writer.WriteStartArray("criteria"u8);
        foreach (var criterion in agent.Criteria)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, criterion.Id);
            writer.WriteString("name"u8, criterion.Name);
            writer.WriteString("type"u8, "prompt"u8);
            writer.WriteString("conversation_goal_prompt"u8, criterion.Name);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteStartObject("data_collection"u8);
        foreach (var datum in agent.Data)
        {
            writer.WriteStartObject(datum.Id);
            writer.WriteString("type"u8, datum.Type);
            writer.WriteString("description"u8, datum.Description);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteTags(writer, agent);
        writer.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter writer, DemoAgent agent)
    {
        writer.WriteStartArray("tags"u8);
        foreach (var tag in agent.Tags)
            writer.WriteStringValue(tag);
        writer.WriteEndArray();
    }
}
