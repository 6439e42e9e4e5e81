using System.Text;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>The SQL that reads a conversation for the columns, and what stands where in its rows.</summary>
internal static class ColumnReading
{
    public const int Id = 0;
    public const int Start = 1;
    public const int Duration = 2;
    public const int Messages = 3;
    public const int BotMessages = 4;
    public const int Credits = 5;
    public const int Dollars = 6;
    public const int Rating = 7;
    public const int Criteria = 8;
    public const int Tools = 9;
    public const int Collected = 10;
    public const int Tags = 11;
    public const int ResponseTimes = 12;
    public const int Transfers = 13;
    public const int SentimentScore = 14;
    public const int Frustration = 15;
    public const int QueueSeconds = 16;
    public const int PersonKey = 17;
    private const int Flags = 18;
    private const int Texts = 19;

    private const byte End = 0xFF; // stands in no UTF-8
    private const byte Null = 0xFE;

    private static readonly string[] TextColumns =
    [
        "agent_id", "status", "call_successful", "end_reason", "channel", "direction", "call_result", "source", "main_language",
        "sentiment", "version_id", "branch_id", "campaign_id",
    ];

    private static readonly string[] FlagColumns =
        ["finished", "transferred", "agent_handover", "dropout", "technical_error", "COALESCE(client_turn_count, 0) > 0",
            "deleted_at IS NOT NULL", "has_comment"];

    public static string Columns { get; } =
        "id, start_time, duration_seconds, message_count, bot_message_count, cost_credits, cost_usd, rating, criteria, tools, "
        + "collected_ids, tags, response_times, transfers, sentiment_score, frustration, queue_seconds, person_key, "
        + string.Join(" + ", FlagColumns.Select((flag, bit) => flag.Contains(' ', StringComparison.Ordinal)
            ? $"CASE WHEN {flag} THEN {1 << bit} ELSE 0 END" : $"{flag} * {1 << bit}"))
        + ", " + string.Join(", ", TextColumns);

    /// <summary>The bytes of a row's profile.</summary>
    public static ReadOnlySpan<byte> Key(RowCursor row, ref byte[] buffer)
    {
        var length = 0;
        Append(ref buffer, ref length, [(byte)row.Whole(Flags)]);
        for (var i = 0; i < TextColumns.Length; i++)
        {
            Append(ref buffer, ref length, row.IsNull(Texts + i) ? [Null] : row.Bytes(Texts + i));
            Append(ref buffer, ref length, [End]);
        }
        return buffer.AsSpan(0, length);
    }

    /// <summary>The profile of such bytes.</summary>
    public static RowProfile Profile(ReadOnlySpan<byte> key)
    {
        var flags = key[0];
        var texts = new string?[TextColumns.Length];
        var rest = key[1..];
        for (var i = 0; i < texts.Length; i++)
        {
            var end = rest.IndexOf(End);
            texts[i] = rest[..end] is [Null] ? null : Encoding.UTF8.GetString(rest[..end]);
            rest = rest[(end + 1)..];
        }
        bool Has(int bit) => (flags & (1 << bit)) != 0;
        return new RowProfile
        {
            Counted = new CountedConversation
            {
                AgentId = texts[0]!,
                Status = texts[1]!,
                CallSuccessful = texts[2]!,
                EndReason = texts[3]!,
                Channel = texts[4]!,
                Direction = texts[5],
                CallResult = texts[6],
                Source = texts[7],
                MainLanguage = texts[8],
                Finished = Has(0),
                Transferred = Has(1),
                AgentHandover = Has(2),
                Dropout = Has(3),
                TechnicalError = Has(4),
                ClientTurnCount = Has(5) ? 1 : null,
                Sentiment = texts[9],
                VersionId = texts[10],
                BranchId = texts[11],
                CampaignId = texts[12],
                HasComment = Has(7),
            },
            IsDeleted = Has(6),
        };
    }

    private static void Append(ref byte[] buffer, ref int length, ReadOnlySpan<byte> bytes)
    {
        if (length + bytes.Length > buffer.Length)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + bytes.Length));
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }
}
