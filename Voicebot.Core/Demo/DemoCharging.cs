using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes the charging object: credits as integers, prices in USD.</summary>
internal static class DemoCharging
{
    public static void Write(Utf8JsonWriter writer, DemoConversation conversation, bool known)
    {
        var cost = known ? conversation.Cost : DemoCost.Nothing;
        writer.WriteStartObject("charging"u8);
        writer.WriteBoolean("dev_discount"u8, false);
        writer.WriteBoolean("is_burst"u8, false);
        writer.WriteString("tier"u8, known ? "pro" : null);
        // The vendor repeats one block under both names; readers must not add them up.
        writer.WriteStartObject("llm_usage"u8);
        writer.WritePropertyName("irreversible_generation"u8);
        WriteUsage(writer, conversation.Agent.Model, cost);
        writer.WritePropertyName("initiated_generation"u8);
        WriteUsage(writer, conversation.Agent.Model, cost);
        writer.WriteEndObject();
        if (known)
        {
            writer.WriteNumber("llm_price"u8, cost.LlmPrice);
            writer.WriteNumber("llm_charge"u8, cost.LlmCharge);
            writer.WriteNumber("call_charge"u8, cost.PlatformCharge);
            writer.WriteNumber("platform_charge"u8, cost.PlatformCharge);
        }
        else
        {
            writer.WriteNull("llm_price"u8);
            writer.WriteNull("llm_charge"u8);
            writer.WriteNull("call_charge"u8);
            writer.WriteNull("platform_charge"u8);
        }
        writer.WriteStartObject("platform_usage"u8);
        writer.WriteStartObject("category_usage"u8);
        WriteCategory(writer, "voice"u8, cost.VoicePrice, cost.VoiceMinutes);
        WriteCategory(writer, "silence"u8, cost.SilencePrice, cost.SilenceMinutes);
        WriteCategory(writer, "text_message"u8, cost.TextPrice, cost.TextMessages);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (known)
            writer.WriteNumber("platform_price"u8, cost.PlatformPrice);
        else
            writer.WriteNull("platform_price"u8);
        writer.WriteNumber("free_minutes_consumed"u8, 0m);
        writer.WriteNumber("free_llm_dollars_consumed"u8, 0m);
        WriteSpeech(writer, conversation, known);
        writer.WriteNull("analysis"u8);
        writer.WriteEndObject();
    }

    public static void WriteUsage(Utf8JsonWriter writer, DemoModel model, DemoCost cost)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("model_usage"u8);
        if (cost.InputTokens > 0)
        {
            writer.WriteStartObject(model.Name);
            WriteTokens(writer, "input"u8, cost.InputTokens, cost.InputPrice);
            WriteTokens(writer, "input_cache_read"u8, 0, 0);
            WriteTokens(writer, "input_cache_write"u8, 0, 0);
            WriteTokens(writer, "output_total"u8, cost.OutputTokens, cost.OutputPrice);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTokens(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int tokens, decimal price)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("tokens"u8, tokens);
        writer.WriteNumber("price"u8, price);
        writer.WriteEndObject();
    }

    private static void WriteCategory(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal price, decimal quantity)
    {
        if (quantity == 0)
            return;
        writer.WriteStartObject(name);
        writer.WriteNumber("credits"u8, DemoCost.Credits(price));
        writer.WriteNumber("price"u8, price);
        writer.WriteNumber("quantity"u8, quantity);
        writer.WriteEndObject();
    }

    private static void WriteSpeech(Utf8JsonWriter writer, DemoConversation conversation, bool known)
    {
        if (!known || conversation.IsText || conversation.Turns.Count == 0)
        {
            writer.WriteNull("tts_usage"u8);
            writer.WriteNull("asr_usage"u8);
            return;
        }
        var spoken = conversation.Turns.Where(t => t.IsAgent).Sum(t => t.Message?.Length ?? 0);
        var listened = conversation.Turns.Where(t => !t.IsAgent).Sum(t => t.Message?.Length ?? 0);
        writer.WriteStartObject("tts_usage"u8);
        writer.WriteString("primary_tts_model"u8, DemoTranscript.VoiceModel);
        writer.WriteNumber("total_audio_output_seconds"u8, Math.Round(spoken / 15m, 1));
        writer.WriteNumber("total_characters"u8, spoken);
        writer.WriteStartArray("per_voice_usage"u8);
        writer.WriteStartObject();
        writer.WriteString("voice_id"u8, "voiceExample000000001"u8);
        writer.WriteNumber("audio_output_seconds"u8, Math.Round(spoken / 15m, 1));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteStartObject("asr_usage"u8);
        writer.WriteString("asr_model"u8, DemoTranscript.HearingModel);
        writer.WriteNumber("total_transcription_calls"u8, conversation.Turns.Count(t => !t.IsAgent));
        writer.WriteNumber("total_audio_input_seconds"u8, Math.Round(listened / 13m, 1));
        writer.WriteEndObject();
    }
}
