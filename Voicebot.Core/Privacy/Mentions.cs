using System.Globalization;
using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Json;

namespace Voicebot.Core.Privacy;

/// <summary>Finds the conversations of others whose texts may repeat a number: at a glance, by its digits in their order.</summary>
internal sealed class Mentions(string phone)
{
    /// <summary>
    /// So many last digits are enough to look closer; separators of every kind and digits of every script do not matter.
    /// </summary>
    private const int Digits = 7;

    private readonly string wanted = DigitsOf(phone) is { Length: > Digits } digits ? digits[^Digits..] : DigitsOf(phone);

    /// <summary>False for an address without digits, which no text is searched for.</summary>
    public bool CanBeFound => wanted.Length == Digits;

    /// <summary>
    /// Up to so many rows after <paramref name="after"/>: the last of them, or null when there are none, and those to be looked at
    /// closely.
    /// </summary>
    public (long? Last, IReadOnlyList<long> Candidates) Next(PreparedConnection connection, long after, int limit)
    {
        long? last = null;
        var candidates = new List<long>();
        foreach (var row in connection.Query<Row>("""
            SELECT c.id, c.termination_reason AS Reason, c.details_error AS Error, t.title, t.summary, t.collected, d.list_json AS List,
                d.detail_json AS Detail
            FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id LEFT JOIN conversation_documents d ON d.id = c.id
            WHERE c.id > @after ORDER BY c.id LIMIT @limit
            """, new { after, limit }, buffered: false))
        {
            last = row.Id;
            if (row.Texts.Any(MayHold))
                candidates.Add(row.Id);
        }
        return (last, candidates);
    }

    private bool MayHold(string? text) =>
        text is not null && (text.Contains("\\u", StringComparison.Ordinal) || DigitsOf(text).Contains(wanted, StringComparison.Ordinal));

    private static string DigitsOf(string text)
    {
        Span<char> digits = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var count = 0;
        foreach (var sign in text)
            if (char.IsAsciiDigit(sign))
                digits[count++] = sign;
            else if (sign > '\x7f' && char.IsDigit(sign))
                digits[count++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign));
        return digits[..count].ToString();
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public string? Reason { get; init; }
        public string? Error { get; init; }
        public string? Title { get; init; }
        public string? Summary { get; init; }
        public string? Collected { get; init; }
        public string? List { get; init; }
        public byte[]? Detail { get; init; }

        public IEnumerable<string?> Texts =>
            [Reason, Error, Title, Summary, Collected, List, Detail is null ? null : CompressedJson.Read(Detail)];
    }
}
