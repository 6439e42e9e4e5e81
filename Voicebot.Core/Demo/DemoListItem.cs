using System.Text.Json;

namespace Voicebot.Core.Demo;

/// <summary>Writes a conversation as the vendor's list does.</summary>
internal static class DemoListItem
{
    /// <param name="writer">Inside the array of conversations.</param>
    /// <param name="conversation">Which one.</param>
    /// <param name="stage">How much is known of it yet.</param>
    /// <param name="withSummary">summary_mode=include was asked for.</param>
    public static void Write(Utf8JsonWriter writer, DemoConversation conversation, DemoStage stage, bool withSummary)
    {
        var heard = stage >= DemoStage.Processing;
        var analysed = stage == DemoStage.Final && !conversation.IsFailed;
        writer.WriteStartObject();
        writer.WriteString("agent_id"u8, conversation.Agent.Id);
        writer.WriteString("branch_id"u8, DemoCompany.BranchId);
        writer.WriteString("version_id"u8, DemoCompany.VersionId);
        writer.WriteString("agent_name"u8, conversation.Agent.Name);
        writer.WriteString("conversation_id"u8, conversation.Id);
        writer.WriteNumber("start_time_unix_secs"u8, conversation.StartUnix);
        writer.WriteNumber("call_duration_secs"u8, heard ? conversation.DurationSeconds : 0);
        writer.WriteNumber("message_count"u8, heard ? conversation.MessageCount : 0);
        writer.WriteString("status"u8, DemoStages.Status(conversation, stage));
        writer.WriteString("termination_reason"u8, heard ? conversation.Termination : "");
        writer.WriteString("call_successful"u8, analysed ? conversation.Verdict : "unknown");
        writer.WriteNull("call_success_score"u8);
        var summarised = analysed && withSummary && !conversation.LacksSummary;
        writer.WriteString("transcript_summary"u8, summarised ? conversation.Summary : null);
        writer.WriteString("call_summary_title"u8, summarised ? conversation.Title : null);
        writer.WriteString("main_language"u8, heard ? conversation.Language : null);
        writer.WriteString("conversation_initiation_source"u8, conversation.Source);
        if (heard && conversation.Turns.Count > 0)
        {
            writer.WriteStartArray("tool_names"u8);
            foreach (var tool in conversation.ToolNames)
                writer.WriteStringValue(tool);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("tool_names"u8);
        }
        writer.WriteString("direction"u8, conversation.Direction);
        if (analysed && conversation.Feedback.Rating is { } rating)
            writer.WriteNumber("rating"u8, rating);
        else
            writer.WriteNull("rating"u8);
        WriteSentiment(writer, analysed ? conversation.Sentiment : null);
        writer.WriteNull("data_collection_results"u8);
        writer.WriteNull("evaluation_criteria_results"u8);
        writer.WriteStartArray("tag_ids"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSentiment(Utf8JsonWriter writer, DemoSentiment? sentiment)
    {
        if (sentiment is null)
        {
            writer.WriteNull("sentiment_analysis"u8);
            return;
        }
        writer.WriteStartObject("sentiment_analysis"u8);
        writer.WriteString("overall_label"u8, sentiment.Label);
        writer.WriteNumber("overall_sentiment_score"u8, sentiment.Score);
        writer.WriteNumber("overall_frustration_score"u8, sentiment.Frustration);
        writer.WriteNumber("min_user_sentiment_score"u8, sentiment.Lowest);
        writer.WriteNumber("max_user_frustration_score"u8, sentiment.MostFrustrated);
        writer.WriteNumber("num_scored_user_turns"u8, sentiment.ScoredTurns);
        writer.WriteEndObject();
    }
}
