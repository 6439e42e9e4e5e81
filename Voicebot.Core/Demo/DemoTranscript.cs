using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes the transcript array, with tools, latencies, interruptions and backchannels.</summary>
internal static class DemoTranscript
{
    public const string VoiceModel = "eleven_flash_v2_5";
    public const string HearingModel = "scribe_realtime";
    public const string EmbeddingModel = "multilingual_e5_large_instruct";

    public static void Write(Utf8JsonWriter writer, DemoConversation conversation, IReadOnlyList<DemoTurn> turns, DemoParties parties)
    {
        var random = conversation.Stream(10);
        writer.WriteStartArray("transcript"u8);
        for (var i = 0; i < turns.Count; i++)
            WriteTurn(writer, conversation, turns[i], isFirst: i == 0, parties, random);
        writer.WriteEndArray();
    }

    private static void WriteTurn(
        Utf8JsonWriter writer, DemoConversation conversation, DemoTurn turn, bool isFirst, DemoParties parties, StableRandom random)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, turn.IsAgent ? "agent"u8 : "user"u8);
        if (turn.Speaker is { } speaker)
        {
            writer.WriteStartObject("agent_metadata"u8);
            writer.WriteString("agent_id"u8, speaker.Id);
            writer.WriteString("branch_id"u8, DemoCompany.BranchId);
            writer.WriteNull("workflow_node_id"u8);
            writer.WriteString("version_id"u8, DemoCompany.VersionId);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("agent_metadata"u8);
        }
        writer.WriteString("message"u8, turn.Message);
        writer.WriteNull("multivoice_message"u8);
        writer.WriteStartArray("tool_calls"u8);
        if (turn.Call is { } call)
            DemoToolWriter.WriteCall(writer, call);
        writer.WriteEndArray();
        writer.WriteStartArray("tool_results"u8);
        if (turn.Result is { } result)
            DemoToolWriter.WriteResult(writer, result);
        writer.WriteEndArray();
        if (turn.Thumb is { } thumb)
        {
            writer.WriteStartObject("feedback"u8);
            writer.WriteString("score"u8, thumb);
            writer.WriteNumber("time_in_call_secs"u8, turn.Second + 2);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("feedback"u8);
        }
        writer.WriteNull("llm_override"u8);
        writer.WriteString("producing_llm"u8, turn is { IsAgent: true, Message: not null } && !isFirst
            ? conversation.Agent.Model.Name : null);
        writer.WriteNumber("time_in_call_secs"u8, turn.Second);
        WriteMetrics(writer, conversation, turn, isFirst, random);
        WriteKnowledge(writer, conversation, turn);
        writer.WriteNull("llm_usage"u8);
        writer.WriteBoolean("interrupted"u8, turn.Original is not null);
        writer.WriteBoolean("ignored_as_backchannel"u8, turn.Backchannel);
        writer.WriteString("original_message"u8, turn.Original);
        writer.WriteStartArray("reasoning"u8);
        writer.WriteEndArray();
        writer.WriteString("source_medium"u8, turn.Medium);
        writer.WriteNull("source_event_id"u8);
        writer.WriteStartArray("used_static_kb_document_ids"u8);
        writer.WriteEndArray();
        writer.WriteString("user_identifier"u8, !turn.IsAgent && conversation.Channel == DemoChannel.WhatsApp ? parties.UserId : null);
        writer.WriteNull("id"u8);
        writer.WriteStartArray("triggered_guardrails"u8);
        writer.WriteEndArray();
        if (turn.FileName is { } file)
        {
            writer.WriteStartObject("file_input"u8);
            writer.WriteString("file_id"u8, $"file_{conversation.Key.Packed:x}");
            writer.WriteString("original_filename"u8, file);
            writer.WriteString("mime_type"u8, "image/jpeg"u8);
            writer.WriteString("file_url"u8, $"https://files.jutrzenka.example/{file}");
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("file_input"u8);
        }
        writer.WriteNull("contextual_update_info"u8);
        writer.WriteBoolean("reasoned"u8, false);
        writer.WriteEndObject();
    }

    /// <summary>Only spoken turns are measured.</summary>
    private static void WriteMetrics(Utf8JsonWriter writer, DemoConversation conversation, DemoTurn turn, bool isFirst,
        StableRandom random)
    {
        if (conversation.IsText || turn.Message is null || turn.Backchannel)
        {
            writer.WriteNull("conversation_turn_metrics"u8);
            return;
        }
        writer.WriteStartObject("conversation_turn_metrics"u8);
        writer.WriteStartObject("metrics"u8);
        if (turn.IsAgent)
        {
            var thinking = random.Between(0.32, 0.78) * (1 + 0.9 * conversation.Mood.Trouble) * (1 - 0.1 * conversation.Mood.Quality);
            var sentence = thinking + random.Between(0.07, 0.24);
            var speech = random.Between(0.18, 0.27);
            if (!isFirst)
            {
                Metric("convai_llm_service_ttfb"u8, thinking);
                Metric("convai_llm_service_ttf_sentence"u8, sentence);
                Metric("convai_llm_service_tt_last_sentence"u8, sentence + random.Between(0.01, 0.3));
            }
            Metric("convai_tts_service_ttfb"u8, speech);
            if (!isFirst)
                Metric("convai_ttf_audio_since_silence"u8, sentence + speech + random.Between(0.35, 0.7));
        }
        else
        {
            Metric("convai_asr_trailing_service_latency"u8, random.Between(0.08, 0.17));
        }
        writer.WriteEndObject();
        writer.WriteString("convai_asr_provider"u8, HearingModel);
        writer.WriteString("convai_tts_model"u8, VoiceModel);
        writer.WriteNull("convai_tts_cascade"u8);
        writer.WriteEndObject();

        void Metric(ReadOnlySpan<byte> name, double seconds)
        {
            writer.WriteStartObject(name);
            writer.WriteNumber("elapsed_time"u8, Math.Round(seconds, 3));
            writer.WriteEndObject();
        }
    }

    private static void WriteKnowledge(Utf8JsonWriter writer, DemoConversation conversation, DemoTurn turn)
    {
        if (!turn.UsedKnowledge)
        {
            writer.WriteNull("rag_retrieval_info"u8);
            return;
        }
        writer.WriteStartObject("rag_retrieval_info"u8);
        writer.WritePropertyName("chunks"u8);
        writer.WriteRawValue("""[{"document_id":"kbdoc_cennik","chunk_id":"chunk_9","vector_distance":0.31}]"""u8,
            skipInputValidation: true);
        writer.WriteString("embedding_model"u8, EmbeddingModel);
        writer.WriteString("retrieval_query"u8, conversation.Slots[DemoSlot.About]);
        writer.WriteNumber("rag_latency_secs"u8, 0.182m);
        writer.WriteStartArray("used_chunk_ids"u8);
        writer.WriteStringValue("chunk_9"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
