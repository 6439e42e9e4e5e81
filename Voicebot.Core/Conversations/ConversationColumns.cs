using Voicebot.Core.Agents;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Conversations;

/// <summary>
/// The one list of a conversation's columns: insert, update and reading are made from it, and a test compares it with the table.
/// A new fact is a migration, a property of <see cref="Conversation"/>, a line here, and its derivation in the mapper.
/// </summary>
internal static class ConversationColumns
{
    private const string Key = "conversation_id";

    /// <summary>What is derived from the vendor's documents.</summary>
    public static IReadOnlyList<ConversationColumn> Facts { get; } =
    [
        new(Key, c => c.ConversationId),
        new("agent_id", c => c.AgentId),
        new("agent_name", c => c.AgentName) { Reading = AgentStore.NameSql },
        new("status", c => c.Status),
        new("call_successful", c => c.CallSuccessful),
        new("start_time", c => c.StartTime),
        new("duration_seconds", c => c.DurationSeconds),
        new("message_count", c => c.MessageCount),
        new("bot_message_count", c => c.BotMessageCount),
        new("client_turn_count", c => c.ClientTurnCount),
        new("direction", c => c.Direction),
        new("source", c => c.Source),
        new("channel", c => c.Channel.ToText()),
        new("main_language", c => c.MainLanguage),
        new("agent_phone", c => c.AgentPhone),
        new("client_phone", c => c.ClientPhone)
        {
            Change = "CASE WHEN conversations.phones_forgotten_at IS NULL THEN excluded.client_phone END",
        },
        new("client_ids", c => c.ClientIds)
        {
            Change = "CASE WHEN conversations.phones_forgotten_at IS NULL THEN excluded.client_ids END",
        },
        new("client_key", c => c.ClientKey)
        {
            IsShown = false,
            Change = "CASE WHEN conversations.phones_forgotten_at IS NULL THEN excluded.client_key END",
        },
        new("person_key", c => c.PersonKey)
        {
            IsShown = false,
            Change = "CASE WHEN conversations.phones_forgotten_at IS NULL THEN excluded.person_key END",
        },
        new("user_key", c => c.UserKey)
        {
            IsShown = false,
            Change = "CASE WHEN conversations.phones_forgotten_at IS NULL THEN excluded.user_key END",
        },
        new("version_id", c => c.VersionId),
        new("branch_id", c => c.BranchId),
        new("sentiment", c => c.Sentiment),
        new("sentiment_score", c => c.SentimentScore),
        new("sentiment_lowest", c => c.SentimentLowest),
        new("frustration", c => c.Frustration),
        new("frustration_highest", c => c.FrustrationHighest),
        new("tags", c => ConversationAnswers.WriteCollectedIds(c.Tags)),
        new("rating", c => c.Rating),
        new("has_comment", c => c.Comment is not null) { IsShown = false },
        new("queue_seconds", c => c.QueueSeconds),
        new("campaign_id", c => c.CampaignId),
        new("call_result", c => c.CallResult),
        new("termination_reason", c => c.TerminationReason),
        new("end_reason", c => c.EndReason.ToText()),
        new("finished", c => c.Finished) { IsShown = false },
        new("transferred", c => c.Transferred),
        new("agent_handover", c => c.AgentHandover),
        new("dropout", c => c.Dropout),
        new("technical_error", c => c.TechnicalError),
        new("cost_credits", c => c.CostCredits),
        new("cost_usd", c => c.CostUsd),
        new("cost_parts", c => ConversationAnswers.WriteCostParts(c.CostParts)) { IsShown = false },
        new("response_times", c => Histogram.BytesOf(c.ResponseTimes)) { IsShown = false },
        new("criteria", c => ConversationAnswers.WriteCriteria(c.Criteria)),
        new("transfers", c => ConversationAnswers.WriteTransfers(c.Transfers)) { IsShown = false },
        new("tools", c => ConversationAnswers.WriteTools(c.Tools)) { IsShown = false },
        new("collected_ids", c => ConversationAnswers.WriteCollectedIds(c.Collected.Select(datum => datum.DataId))) { IsShown = false },
    ];

    /// <summary>What only this product knows of it: where its details stand, which run brought it, what was forgotten.</summary>
    public static IReadOnlyList<ConversationColumn> Marks { get; } =
    [
        new("id", null),
        new("details_state", null) { Reading = DetailsState.Sql },
        new("details_error", null),
        new("details_read_at", null) { IsShown = false },
        new("details_failures", null) { IsShown = false },
        new("settled", null) { IsShown = false },
        new("first_seen_at", null) { IsShown = false },
        new("first_run_id", null) { IsShown = false },
        new("changed_run_id", null) { IsShown = false },
        new("deleted_at", null),
        new("texts_forgotten_at", null),
        new("phones_forgotten_at", null) { IsShown = false },
    ];

    /// <summary>
    /// Stores conversations, new or changed, whose details are as they were: the id, the facts, pending, and the run twice.
    /// </summary>
    public static string Upsert { get; } = $"""
        INSERT INTO conversations (id, {Names}, details_state, first_run_id, changed_run_id) @rows
        ON CONFLICT (id) DO UPDATE SET {Changes}
        """;

    /// <summary>
    /// The same of conversations whose details have just been read: further, when they were, and whether that settles it.
    /// </summary>
    public static string UpsertRead { get; } = $"""
        INSERT INTO conversations (id, {Names}, details_state, first_run_id, changed_run_id, details_failures, details_read_at, settled)
            @rows
        ON CONFLICT (id) DO UPDATE SET {Changes},
            details_state = excluded.details_state, details_error = NULL, details_failures = 0,
                details_read_at = excluded.details_read_at, settled = excluded.settled
        """;

    /// <summary>The columns of a <see cref="ConversationRow"/> over <c>conversations c</c> and <c>conversation_texts t</c>.</summary>
    public static string OfRow { get; } =
        string.Join(", ", Marks.Concat(Facts).Where(column => column.IsShown).Select(column => $"{column.Reading} AS {column.Property}")
            .Append("t.title, t.summary, t.comment"));

    /// <summary>What a conversation stores in <see cref="Facts"/>.</summary>
    public static object?[] Values(Conversation conversation)
    {
        var values = new object?[Facts.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Facts[i].Value!(conversation);
        return values;
    }

    private static string Changes => string.Join(
        ", ", Facts.Where(column => column.Name != Key).Select(column => $"{column.Name} = {column.Change}")
            .Append("changed_run_id = excluded.changed_run_id"));

    private static string Names => string.Join(", ", Facts.Select(column => column.Name));
}
