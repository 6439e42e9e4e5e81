using Dapper;

namespace Voicebot.Core.Data.Postgres;

/// <summary>PostgreSQL's spellings.</summary>
internal sealed class PostgresDialect : Dialect
{
    /// <summary>Of Unicode's own rules; "C", by which our texts are compared, knows capitals of ASCII letters only.</summary>
    private const string AnyLanguage = "COLLATE \"und-x-icu\"";

    // Any number of our own; it must only not be that of somebody else who works on the same database.
    private const long WritersLock = 0x566F6963_65626F74;

    public override string BeginRead => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override string BeginWriteBeside { get; } = $"BEGIN; SELECT pg_advisory_xact_lock_shared({WritersLock})";

    /// <summary>One after another, in the order in which everybody locks them.</summary>
    public override string LockAgents => """
        INSERT INTO agent_writes (agent_id, data_version)
            SELECT value, 1 FROM json_array_elements_text(CAST(@agents AS json)) AS list (value) ORDER BY value COLLATE "C"
        ON CONFLICT (agent_id) DO UPDATE SET data_version = agent_writes.data_version + 1
        """;

    public override string NewIds => "SELECT nextval('conversation_ids') FROM generate_series(1, @count)";

    /// <summary>One writer at a time, of all programs together.</summary>
    public override string BeginWrite { get; } = $"BEGIN; SELECT pg_advisory_xact_lock({WritersLock})";

    /// <summary>
    /// Transactions end in another order than they begin: whatever is not seen yet has a number from that of the oldest still at work.
    /// </summary>
    public override string ChangeMark =>
        "SELECT version, CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS TEXT) AS BIGINT) FROM data_version";

    public override string ChangePlace => "transaction_id";

    /// <summary>
    /// With a mark by which the others see that there is something new, where there is: only what changes something has a number.
    /// </summary>
    public override string CommitWrite =>
        "UPDATE data_version SET version = version + 1 WHERE pg_current_xact_id_if_assigned() IS NOT NULL; COMMIT";

    public override string Now(string parameter) => "CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp())) AS BIGINT)";

    public override string LeaseHolds(string renewedAt, TimeSpan lease) => $"{renewedAt} >= {Now("")} - {(long)lease.TotalSeconds}";

    public override string AfterAllTexts => "chr(1114111)";

    public override string Each(string parameter) =>
        $"(SELECT value FROM json_array_elements_text(CAST({parameter} AS json)) AS list (value)) AS items";

    public override string EachNumber(string parameter) =>
        $"(SELECT CAST(value AS BIGINT) AS value FROM json_array_elements_text(CAST({parameter} AS json)) AS list (value)) AS items";

    public override string WithoutIndex(string column) => column; // the planner counts what there is

    public override string Greater(string number, string other) => $"GREATEST({number}, {other})";

    public override string Truncated(string number) => $"CAST(TRUNC({number}) AS BIGINT)";

    public override string Contains(string column, string parameter) =>
        $"strpos(LOWER({column} {AnyLanguage}), LOWER({parameter} {AnyLanguage})) > 0";

    public override string IsPlainName(string column) => $"{column} !~ '[^A-Za-z0-9_-]'";

    public override string MemberText(string column, string member) => $"(CAST({column} AS json) ->> '{member}')";

    public override string Member(string column, string name, string parameter, string inside, string condition,
        DynamicParameters parameters)
    {
        parameters.Add(parameter, name);
        return inside.Length == 0
            ? $"(CAST({column} AS json) ->> @{parameter}) {condition}"
            : $"CAST(CAST({column} AS json) -> @{parameter} ->> {inside.Trim('[', ']')} AS NUMERIC) {condition}";
    }

    public override string MembersThatAre(string column, string text) =>
        $"(SELECT COUNT(*) FROM json_each_text(CAST({column} AS json)) AS members (name, value) WHERE value = '{text}')";

    public override string MemberJson(string column, string name, string parameter) =>
        $"CAST(CAST({column} AS json) -> @{parameter} AS TEXT)";

    public override string ListHas(string column, string parameter) =>
        $"EXISTS (SELECT 1 FROM json_array_elements_text(CAST({column} AS json)) AS list (value) WHERE value = {parameter})";

    /// <summary>A word of marks alone is none, and nothing but such words finds nothing.</summary>
    public override string WordsMatch(IEnumerable<(string Word, bool AsBeginning)> words) => string.Join(" & ",
        words.Select(word => (Text: string.Concat(PlainWords.Of(word.Word)), word.AsBeginning)).Where(word => word.Text.Length > 0)
            .Select(word => $"'{word.Text}'{(word.AsBeginning ? ":*" : "")}"));

    public override string FindWords(string parameter) =>
        $"SELECT id FROM conversation_search WHERE words @@ CAST({parameter} AS tsquery)";

    public override string WordsOf(string text) => string.Join(' ', PlainWords.Of(text).ToHashSet(StringComparer.Ordinal));

    public override string StoreWords => """
        INSERT INTO conversation_search (id, words)
            SELECT id, array_to_tsvector(string_to_array(words, ' ')) FROM (@rows) AS texts (id, words)
        ON CONFLICT (id) DO UPDATE SET words = excluded.words
        """;

    public override string WordsOwner => "id";

    public override string RemoveWords => "DELETE FROM conversation_search WHERE id = @id";

    public override string? MergeWords => null; // the index forgets with the row
}
