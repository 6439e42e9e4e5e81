using Voicebot.Core.Agents;

namespace Voicebot.Core.Csv;

/// <summary>How a stored value becomes a cell.</summary>
internal enum CellKind
{
    /// <summary>Text of strangers: neutralised.</summary>
    Text,
    /// <summary>Text that may hold the client's number.</summary>
    Personal,
    /// <summary>The client's number.</summary>
    ClientPhone,
    /// <summary>Numbers and our own words, as they are.</summary>
    Plain,
    /// <summary>true or false.</summary>
    Flag,
    /// <summary>Unix seconds, as local time.</summary>
    Instant,
    /// <summary>Unix seconds, as what the zone was ahead of UTC then, in minutes.</summary>
    Offset,
    /// <summary>A decimal number.</summary>
    Decimal,
    /// <summary>A conversation's id, as a link to it.</summary>
    Link,
}

/// <summary>One fixed column of the CSV and where it comes from, over <c>conversations c</c> and <c>conversation_texts t</c>.</summary>
internal sealed record CsvColumn(string Name, string Sql, CellKind Kind)
{
    /// <summary>The fixed columns, in their stable order.</summary>
    public static IReadOnlyList<CsvColumn> All { get; } =
    [
        new("conversation_id", "c.conversation_id", CellKind.Text),
        new("agent_id", "c.agent_id", CellKind.Text),
        new("agent_name", AgentStore.NameSql, CellKind.Text),
        new("start_time", "c.start_time", CellKind.Instant),
        new("status", "c.status", CellKind.Text),
        new("call_successful", "c.call_successful", CellKind.Text),
        new("duration_secs", "c.duration_seconds", CellKind.Plain),
        new("message_count", "c.message_count", CellKind.Plain),
        new("bot_message_count", "c.bot_message_count", CellKind.Plain),
        new("direction", "c.direction", CellKind.Text),
        new("channel", "c.channel", CellKind.Plain),
        new("conversation_source", "c.source", CellKind.Text),
        new("agent_phone", "c.agent_phone", CellKind.Text),
        new("client_phone", "c.client_phone", CellKind.ClientPhone),
        new("rating", "c.rating", CellKind.Decimal),
        new("end_reason", "c.end_reason", CellKind.Plain),
        new("termination_reason", "c.termination_reason", CellKind.Personal),
        new("transferred", "c.transferred", CellKind.Flag),
        new("agent_handover", "c.agent_handover", CellKind.Flag),
        new("dropout", "c.dropout", CellKind.Flag),
        new("technical_error", "c.technical_error", CellKind.Flag),
        new("cost", "c.cost_credits", CellKind.Plain),
        new("cost_usd", "c.cost_usd", CellKind.Decimal),
        new("main_language", "c.main_language", CellKind.Text),
        new("call_summary_title", "t.title", CellKind.Personal),
        new("transcript_summary", "t.summary", CellKind.Personal),
        new("call_result", "c.call_result", CellKind.Text),
        new("utc_offset_minutes", "c.start_time", CellKind.Offset),
        new("url", "c.conversation_id", CellKind.Link),
        new("sentiment", "c.sentiment", CellKind.Text),
        new("sentiment_score", "c.sentiment_score", CellKind.Decimal),
        new("frustration", "c.frustration", CellKind.Decimal),
        new("comment", "t.comment", CellKind.Personal),
        new("queue_wait_secs", "c.queue_seconds", CellKind.Decimal),
        new("version_id", "c.version_id", CellKind.Text),
        new("branch_id", "c.branch_id", CellKind.Text),
        new("campaign_id", "c.campaign_id", CellKind.Text),
    ];
}
