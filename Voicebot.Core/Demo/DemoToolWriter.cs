using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes tool calls and results. The arguments are JSON in a string, as the vendor has them.</summary>
internal static class DemoToolWriter
{
    public static void WriteCall(Utf8JsonWriter writer, DemoToolUse use)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, use.ResultKind ?? use.Tool.Kind);
        writer.WriteString("request_id"u8, use.RequestId);
        writer.WriteString("tool_name"u8, use.Tool.Name);
        writer.WriteString("params_as_json"u8, use.Arguments);
        writer.WriteBoolean("tool_has_been_called"u8, true);
        switch (use.Tool.Kind)
        {
            case "webhook":
                writer.WriteStartObject("tool_details"u8);
                writer.WriteString("type"u8, "webhook"u8);
                writer.WriteString("method"u8, "POST"u8);
                writer.WriteString("url"u8, use.Tool.Target);
                WriteEmpty(writer, "headers"u8);
                WriteEmpty(writer, "path_params"u8);
                WriteEmpty(writer, "query_params"u8);
                writer.WriteString("body"u8, use.Arguments);
                writer.WriteEndObject();
                break;
            case "mcp":
                writer.WriteStartObject("tool_details"u8);
                writer.WriteString("type"u8, "mcp"u8);
                writer.WriteString("mcp_server_id"u8, "mcpsrv_" + use.Tool.Target);
                writer.WriteString("mcp_server_name"u8, use.Tool.Target);
                writer.WriteString("integration_type"u8, "custom"u8);
                writer.WritePropertyName("parameters"u8);
                writer.WriteRawValue(use.Arguments, skipInputValidation: true);
                writer.WriteString("approval_policy"u8, "auto_approve_all"u8);
                writer.WriteBoolean("requires_approval"u8, false);
                writer.WriteString("mcp_tool_name"u8, use.Tool.Name);
                writer.WriteString("mcp_tool_description"u8, ""u8);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNull("tool_details"u8);
                break;
        }
        writer.WriteEndObject();
    }

    public static void WriteResult(Utf8JsonWriter writer, DemoToolUse use)
    {
        var failed = use.ErrorType.Length > 0;
        writer.WriteStartObject();
        writer.WriteString("request_id"u8, use.RequestId);
        writer.WriteString("tool_name"u8, use.Tool.Name);
        writer.WriteString("result_value"u8, use.ResultText);
        writer.WriteBoolean("is_error"u8, failed);
        writer.WriteBoolean("is_blocked"u8, false);
        writer.WriteBoolean("tool_has_been_called"u8, true);
        writer.WriteNumber("tool_latency_secs"u8, use.LatencySeconds);
        writer.WriteString("error_type"u8, use.ErrorType);
        writer.WriteString("raw_error_message"u8, failed ? use.ResultText : "");
        writer.WriteStartArray("dynamic_variable_updates"u8);
        writer.WriteEndArray();
        writer.WriteString("type"u8, use.ResultKind ?? use.Tool.Kind);
        if (use.SystemResult is { } result)
        {
            writer.WritePropertyName("result"u8);
            writer.WriteRawValue(result, skipInputValidation: true);
        }
        writer.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        writer.WriteEndObject();
    }
}
