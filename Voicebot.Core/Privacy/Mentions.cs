using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Privacy;

/// <summary>Finds the conversations of others whose texts may repeat a person's number or other address: at a glance.</summary>
internal sealed class Mentions(string address)
{
    private readonly ClientAddress? wanted = ClientAddress.Of(address);

    /// <summary>False for an address that is too short to be told from a word.</summary>
    public bool CanBeFound => wanted is { CanBeHidden: true };

    /// <summary>
    /// Up to so many rows after <paramref name="after"/>: the last of them, or null when there are none, and those to be looked at
    /// closely.
    /// </summary>
    public (long? Last, IReadOnlyList<long> Candidates) Next(PreparedConnection connection, long after, int limit)
    {
        long? last = null;
        var candidates = new List<long>();
        foreach (var row in connection.Query<Row>("""
            SELECT c.id, c.termination_reason AS Reason, c.details_error AS Error, t.title, t.summary, t.comment, t.collected,
                d.list_json AS List, d.detail_json AS Detail
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

    private bool MayHold(string? text) => text is not null && wanted!.MayStandIn(text);

    private sealed record Row
    {
        public long Id { get; init; }
        public string? Reason { get; init; }
        public string? Error { get; init; }
        public string? Title { get; init; }
        public string? Summary { get; init; }
        public string? Comment { get; init; }
        public string? Collected { get; init; }
        public string? List { get; init; }
        public byte[]? Detail { get; init; }

        public IEnumerable<string?> Texts =>
            [Reason, Error, Title, Summary, Comment, Collected, List, Detail is null ? null : CompressedJson.Read(Detail)];
    }
}
