using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes the metadata object of a detail.</summary>
internal static class DemoMetadata
{
    public const string WidgetVersion = "0.9.2";

    public static void Write(Utf8JsonWriter writer, DemoConversation conversation, DemoStage stage, DemoParties parties)
    {
        var heard = stage >= DemoStage.Processing;
        var connected = conversation.Fate != DemoFate.NotConnected;
        writer.WriteStartObject("metadata"u8);
        writer.WriteNumber("start_time_unix_secs"u8, conversation.StartUnix);
        if (connected && stage != DemoStage.Initiated)
            writer.WriteNumber("accepted_time_unix_secs"u8, conversation.StartUnix + PickUpSeconds(conversation));
        else
            writer.WriteNull("accepted_time_unix_secs"u8);
        writer.WriteNumber("call_duration_secs"u8, heard ? conversation.DurationSeconds : 0);
        if (heard)
            writer.WriteNumber("cost"u8, conversation.Cost.Total);
        else
            writer.WriteNull("cost"u8);
        writer.WritePropertyName("deletion_settings"u8);
        writer.WriteRawValue("""
            {"deletion_time_unix_secs":null,"deleted_logs_at_time_unix_secs":null,"deleted_audio_at_time_unix_secs":null,
             "deleted_transcript_at_time_unix_secs":null,"delete_transcript_and_pii":false,"delete_audio":false}
            """u8, skipInputValidation: true);
        WriteFeedback(writer, stage == DemoStage.Final ? conversation.Feedback : DemoFeedback.None);
        writer.WriteString("authorization_method"u8, conversation.Channel switch
        {
            DemoChannel.WhatsApp => "whatsapp",
            DemoChannel.WidgetVoice or DemoChannel.WidgetText => "livekit_token_website",
            DemoChannel.TwilioInbound => "signed_url",
            DemoChannel.ExotelInbound => "public",
            _ => "authorization_header",
        });
        DemoCharging.Write(writer, conversation, heard);
        WritePhoneCall(writer, conversation, stage, parties);
        WriteBatch(writer, conversation);
        writer.WriteString("termination_reason"u8, heard ? conversation.Termination : "");
        WriteError(writer, stage == DemoStage.Final ? conversation.Error : null);
        writer.WriteStartArray("warnings"u8);
        if (heard && conversation.Turns.FirstOrDefault(t => t.Result is { ErrorType.Length: > 0 }) is { } failed)
            writer.WriteStringValue($"Tool {failed.Result!.Tool.Name} returned an error.");
        writer.WriteEndArray();
        writer.WriteString("main_language"u8, heard ? conversation.Language : null);
        WriteRag(writer, heard ? conversation.Turns.Count(t => t.UsedKnowledge) : 0);
        writer.WriteBoolean("text_only"u8, conversation.IsText);
        WriteFeatures(writer, conversation, heard);
        writer.WritePropertyName("eleven_assistant"u8);
        writer.WriteRawValue("""{"is_eleven_assistant":false}"""u8, skipInputValidation: true);
        writer.WriteNull("initiator_id"u8);
        writer.WriteString("conversation_initiation_source"u8, conversation.Source);
        writer.WriteString("conversation_initiation_source_version"u8, conversation.Source == "widget" ? WidgetVersion : null);
        writer.WriteString("timezone"u8, conversation.Source != "widget" ? null
            : conversation.IsEnglish && conversation.Key.Index % 3 == 0 ? "Europe/London" : "Europe/Warsaw");
        writer.WriteNull("async_metadata"u8);
        WriteWhatsApp(writer, conversation, parties);
        writer.WriteNull("sms"u8);
        writer.WriteString("agent_created_from"u8, "ui"u8);
        writer.WriteString("agent_last_updated_from"u8, "ui"u8);
        writer.WriteStartArray("voice_rewards"u8);
        writer.WriteEndArray();
        // The vendor leaves the price out of old payloads, and null for calls that never connected.
        if (!conversation.OlderPayload)
        {
            if (heard && connected)
                writer.WriteNumber("cost_fiat"u8, conversation.Cost.TotalPrice);
            else
                writer.WriteNull("cost_fiat"u8);
        }
        writer.WriteEndObject();
    }

    private static int PickUpSeconds(DemoConversation conversation) =>
        conversation.Channel == DemoChannel.SipOutbound ? 9 : conversation.IsPhone ? 2 : 0;

    private static void WriteFeedback(Utf8JsonWriter writer, DemoFeedback feedback)
    {
        writer.WriteStartObject("feedback"u8);
        writer.WriteString("type"u8, feedback.Rating is not null ? "rating" : feedback.Thumb is not null ? "thumbs" : null);
        writer.WriteString("overall_score"u8, feedback.Thumb);
        writer.WriteNumber("likes"u8, feedback.Thumb == "like" ? 1 : 0);
        writer.WriteNumber("dislikes"u8, feedback.Thumb == "dislike" ? 1 : 0);
        if (feedback.Rating is { } rating)
            writer.WriteNumber("rating"u8, rating);
        else
            writer.WriteNull("rating"u8);
        writer.WriteString("comment"u8, feedback.Comment);
        writer.WriteEndObject();
    }

    private static void WritePhoneCall(Utf8JsonWriter writer, DemoConversation conversation, DemoStage stage, DemoParties parties)
    {
        if (!conversation.IsPhone)
        {
            writer.WriteNull("phone_call"u8);
            return;
        }
        writer.WriteStartObject("phone_call"u8);
        writer.WriteString("direction"u8, conversation.Direction);
        writer.WriteString("phone_number_id"u8, parties.PhoneNumberId);
        writer.WriteString("agent_number"u8, parties.Agent);
        writer.WriteString("external_number"u8, parties.Client);
        writer.WriteString("call_result"u8, stage == DemoStage.Final ? CallResult(conversation) : null);
        if (conversation.Channel is DemoChannel.TwilioInbound or DemoChannel.ExotelInbound)
        {
            writer.WriteString("type"u8, conversation.Source);
            var isTwilio = conversation.Channel == DemoChannel.TwilioInbound;
            writer.WriteString("stream_sid"u8, isTwilio ? "MZ" + parties.CallSid[2..] : "exo" + parties.CallSid[..12]);
            writer.WriteString("call_sid"u8, parties.CallSid);
        }
        else
        {
            writer.WriteString("type"u8, "sip_trunking"u8);
            var leg = conversation.Direction == "outbound" ? "otb" : "inb";
            writer.WriteString("call_id"u8, parties.CallSid.Length == 0 ? null : $"{leg}_{conversation.Key.Packed:x}");
            writer.WriteString("call_sid"u8, parties.CallSid);
            writer.WriteStartObject("sip_header_dynamic_variables"u8);
            if (conversation.Direction == "outbound" && parties.CallSid.Length > 0)
                writer.WriteString("sip_contact_id"u8, "C-" + conversation.Slots[DemoSlot.Customer]);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    /// <summary>The outcome of dialling; nobody dials an inbound call, and old payloads do not know it.</summary>
    private static string? CallResult(DemoConversation conversation) =>
        (conversation.Direction, conversation.OlderPayload, conversation.Fate) switch
        {
            (not "outbound", _, _) or (_, true, _) => null,
            (_, _, DemoFate.Voicemail) => "voicemail",
            (_, _, DemoFate.NotConnected) =>
                conversation.Error?.Code switch { 486 or 600 => "busy", 408 or 480 or 487 => "no_answer", _ => "failed" },
            _ => "answered",
        };

    private static void WriteBatch(Utf8JsonWriter writer, DemoConversation conversation)
    {
        if (conversation.Channel != DemoChannel.SipOutbound)
        {
            writer.WriteNull("batch_call"u8);
            return;
        }
        writer.WriteStartObject("batch_call"u8);
        writer.WriteString("batch_call_id"u8,
            $"btcal_3301m8y{conversation.Key.Day:x}{DemoCalendar.LocalTime(conversation.StartUnix).Hour:00}");
        writer.WriteString("batch_call_recipient_id"u8, $"rcpt_5501m8y{conversation.Key.Seed:x16}");
        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, (int Code, string Reason)? error)
    {
        if (error is not { } known)
        {
            writer.WriteNull("error"u8);
            return;
        }
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, known.Code);
        writer.WriteString("reason"u8, known.Reason);
        writer.WriteEndObject();
    }

    private static void WriteRag(Utf8JsonWriter writer, int uses)
    {
        if (uses == 0)
        {
            writer.WriteNull("rag_usage"u8);
            return;
        }
        writer.WriteStartObject("rag_usage"u8);
        writer.WriteNumber("usage_count"u8, uses);
        writer.WriteString("embedding_model"u8, DemoTranscript.EmbeddingModel);
        writer.WriteEndObject();
    }

    private static void WriteWhatsApp(Utf8JsonWriter writer, DemoConversation conversation, DemoParties parties)
    {
        if (conversation.Channel != DemoChannel.WhatsApp)
        {
            writer.WriteNull("whatsapp"u8);
            return;
        }
        writer.WriteStartObject("whatsapp"u8);
        writer.WriteString("direction"u8, "inbound"u8);
        writer.WriteString("whatsapp_phone_number_id"u8, "100000000000001"u8);
        writer.WriteString("whatsapp_user_id"u8, parties.UserId);
        writer.WriteBoolean("awaiting_first_user_message"u8, false);
        writer.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter writer, DemoConversation conversation, bool heard)
    {
        var turns = heard ? conversation.Turns : [];
        var desk = conversation.Agent.Desk;
        var byWorkflow = heard && conversation.Fate == DemoFate.HumanByWorkflow;
        writer.WriteStartObject("features_usage"u8);
        Pair("language_detection"u8, desk != "outbound", false);
        Pair("transfer_to_agent"u8, desk != "outbound", Worked("transfer_to_agent"));
        Pair("transfer_to_number"u8, desk != "web", Worked("transfer_to_number"));
        Pair("multivoice"u8, false, false);
        Pair("dtmf_tones"u8, false, false);
        Pair("external_mcp_servers"u8, desk != "outbound", turns.Any(t => t.Call?.Tool.Kind == "mcp"));
        writer.WriteBoolean("pii_zrm_workspace"u8, false);
        writer.WriteBoolean("pii_zrm_agent"u8, false);
        Pair("tool_dynamic_variable_updates"u8, false, false);
        writer.WriteBoolean("is_livekit"u8, conversation.Source == "widget");
        Pair("voicemail_detection"u8, desk == "outbound", Worked("voicemail_detection"));
        Pair("dtmf_input"u8, false, false);
        writer.WriteStartObject("workflow"u8);
        writer.WriteBoolean("enabled"u8, byWorkflow);
        Pair("tool_node"u8, false, false);
        Pair("standalone_agent_node"u8, false, false);
        Pair("phone_number_node"u8, byWorkflow, byWorkflow);
        Pair("end_node"u8, false, false);
        writer.WriteEndObject();
        writer.WritePropertyName("agent_testing"u8);
        writer.WriteRawValue(
            """{"enabled":false,"tests_ran_after_last_modification":false,"tests_ran_in_last_7_days":false}"""u8,
                skipInputValidation: true);
        Pair("versioning"u8, true, false);
        Pair("file_input"u8, conversation.Channel == DemoChannel.WhatsApp, turns.Any(t => t.FileName is not null));
        writer.WriteEndObject();

        bool Worked(string tool) => turns.Any(t => t.Result is { ErrorType: "" } result && result.Tool.Name == tool);

        void Pair(ReadOnlySpan<byte> name, bool enabled, bool used)
        {
            writer.WriteStartObject(name);
            writer.WriteBoolean("enabled"u8, enabled);
            writer.WriteBoolean("used"u8, used);
            writer.WriteEndObject();
        }
    }
}
