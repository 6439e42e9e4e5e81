using System.Data.Common;
using Voicebot.Core.Data;

namespace Voicebot.Core.Figures;

/// <summary>What of a stored conversation is counted; null is unknown.</summary>
internal readonly record struct CountedConversation
{
    private const int RowsOfAPart = 1_000;

    private const string Columns = """
        agent_id, start_time, status, call_successful, finished, duration_seconds, message_count, bot_message_count,
            direction, source, channel, main_language,
        rating, end_reason, transferred, agent_handover, dropout, technical_error, cost_credits, cost_usd, response_times,
            criteria, tools, collected_ids,
        call_result, client_turn_count, sentiment, sentiment_score, frustration, queue_seconds, has_comment, branch_id, version_id,
            campaign_id, tags, transfers, cost_parts
        """;

    public required string AgentId { get; init; }
    public long? StartTime { get; init; }
    public required string Status { get; init; }
    public required string CallSuccessful { get; init; }
    public bool Finished { get; init; }
    public long? DurationSeconds { get; init; }
    public long? MessageCount { get; init; }
    public long? BotMessageCount { get; init; }
    public string? Direction { get; init; }
    public string? Source { get; init; }
    public required string Channel { get; init; }
    public string? MainLanguage { get; init; }
    public double? Rating { get; init; }
    public required string EndReason { get; init; }
    public bool Transferred { get; init; }
    public bool AgentHandover { get; init; }
    public bool Dropout { get; init; }
    public bool TechnicalError { get; init; }
    public long? CostCredits { get; init; }
    public double? CostUsd { get; init; }
    /// <summary>Milliseconds, as the bytes of a histogram.</summary>
    public byte[]? ResponseTimes { get; init; }
    /// <summary>JSON, result by criterion.</summary>
    public string? Criteria { get; init; }
    /// <summary>JSON, [calls, errors] by tool.</summary>
    public string? Tools { get; init; }
    /// <summary>JSON, the ids of the collected data.</summary>
    public string? CollectedIds { get; init; }
    public string? CallResult { get; init; }
    public long? ClientTurnCount { get; init; }
    public string? Sentiment { get; init; }
    public double? SentimentScore { get; init; }
    public double? Frustration { get; init; }
    public double? QueueSeconds { get; init; }
    public bool HasComment { get; init; }
    public string? BranchId { get; init; }
    public string? VersionId { get; init; }
    public string? CampaignId { get; init; }
    /// <summary>JSON, ids.</summary>
    public string? Tags { get; init; }
    /// <summary>JSON, how often by result type.</summary>
    public string? Transfers { get; init; }
    /// <summary>JSON, billionths of a dollar by part.</summary>
    public string? CostParts { get; init; }

    public static IEnumerable<CountedConversation> Among(PreparedConnection connection, IReadOnlyCollection<long> ids)
    {
        using var rows = connection.Rows(
            $"SELECT {Columns} FROM conversations c WHERE c.id IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})",
            ("@ids", Dialect.List(ids)));
        while (rows.Read())
            yield return Of(rows);
    }

    /// <summary>
    /// All of one agent, in the order of their starts; those without one come first. Read in parts, so that other statements can come
    /// between them.
    /// </summary>
    public static IEnumerable<CountedConversation> Of(PreparedConnection connection, string agentId) =>
        InParts(after => connection.Rows($"""
            SELECT {Columns}, id FROM conversations c WHERE c.agent_id = @agentId AND c.start_time IS NULL AND c.id > @id
            ORDER BY c.id LIMIT {RowsOfAPart}
            """, ("@agentId", agentId), ("@id", after.Id)))
        .Concat(InParts(after => connection.Rows($"""
            SELECT {Columns}, id FROM conversations c WHERE c.agent_id = @agentId AND (c.start_time, c.id) > (@start, @id)
            ORDER BY c.start_time, c.id LIMIT {RowsOfAPart}
            """, ("@agentId", agentId), ("@start", after.Start), ("@id", after.Id))));

    private static IEnumerable<CountedConversation> InParts(Func<(long Start, long Id), DbDataReader> read)
    {
        var part = new List<CountedConversation>(RowsOfAPart);
        var last = (Start: long.MinValue, Id: long.MinValue);
        do
        {
            part.Clear();
            using (var rows = read(last))
                while (rows.Read())
                {
                    part.Add(Of(rows));
                    last = (part[^1].StartTime ?? 0, rows.GetInt64(rows.FieldCount - 1));
                }
            foreach (var conversation in part)
                yield return conversation;
        }
        while (part.Count == RowsOfAPart);
    }

    /// <param name="where">A condition over <c>conversations c</c> with its WHERE, or empty.</param>
    public static IEnumerable<CountedConversation> Where(PreparedConnection connection, string where, Dapper.DynamicParameters parameters)
    {
        using var command = connection.Expand($"SELECT {Columns} FROM conversations c {where}", parameters);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return Of(rows);
    }

    private static CountedConversation Of(DbDataReader row) => new()
    {
        AgentId = row.GetString(0),
        StartTime = row.IsDBNull(1) ? null : row.GetInt64(1),
        Status = row.GetString(2),
        CallSuccessful = row.GetString(3),
        Finished = row.GetInt64(4) != 0,
        DurationSeconds = row.IsDBNull(5) ? null : row.GetInt64(5),
        MessageCount = row.IsDBNull(6) ? null : row.GetInt64(6),
        BotMessageCount = row.IsDBNull(7) ? null : row.GetInt64(7),
        Direction = row.IsDBNull(8) ? null : row.GetString(8),
        Source = row.IsDBNull(9) ? null : row.GetString(9),
        Channel = row.GetString(10),
        MainLanguage = row.IsDBNull(11) ? null : row.GetString(11),
        Rating = row.IsDBNull(12) ? null : row.GetDouble(12),
        EndReason = row.GetString(13),
        Transferred = row.GetInt64(14) != 0,
        AgentHandover = row.GetInt64(15) != 0,
        Dropout = row.GetInt64(16) != 0,
        TechnicalError = row.GetInt64(17) != 0,
        CostCredits = row.IsDBNull(18) ? null : row.GetInt64(18),
        CostUsd = row.IsDBNull(19) ? null : row.GetDouble(19),
        ResponseTimes = row.IsDBNull(20) ? null : row.GetFieldValue<byte[]>(20),
        Criteria = row.IsDBNull(21) ? null : row.GetString(21),
        Tools = row.IsDBNull(22) ? null : row.GetString(22),
        CollectedIds = row.IsDBNull(23) ? null : row.GetString(23),
        CallResult = row.IsDBNull(24) ? null : row.GetString(24),
        ClientTurnCount = row.IsDBNull(25) ? null : row.GetInt64(25),
        Sentiment = row.IsDBNull(26) ? null : row.GetString(26),
        SentimentScore = row.IsDBNull(27) ? null : row.GetDouble(27),
        Frustration = row.IsDBNull(28) ? null : row.GetDouble(28),
        QueueSeconds = row.IsDBNull(29) ? null : row.GetDouble(29),
        HasComment = row.GetInt64(30) != 0,
        BranchId = row.IsDBNull(31) ? null : row.GetString(31),
        VersionId = row.IsDBNull(32) ? null : row.GetString(32),
        CampaignId = row.IsDBNull(33) ? null : row.GetString(33),
        Tags = row.IsDBNull(34) ? null : row.GetString(34),
        Transfers = row.IsDBNull(35) ? null : row.GetString(35),
        CostParts = row.IsDBNull(36) ? null : row.GetString(36),
    };
}
