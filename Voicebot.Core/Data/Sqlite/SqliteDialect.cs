using Dapper;

namespace Voicebot.Core.Data.Sqlite;

/// <summary>SQLite's spellings.</summary>
internal sealed class SqliteDialect : Dialect
{
    public override string BeginRead => "BEGIN DEFERRED";

    public override string BeginWrite => "BEGIN IMMEDIATE";

    public override string BeginWriteBeside => BeginWrite;

    public override string? LockAgents => null;

    public override string? NewIds => null;

    /// <summary>There is one writer at a time.</summary>
    public override string ChangeMark => "SELECT COALESCE(MAX(number), 0), COALESCE(MAX(number), 0) + 1 FROM conversation_changes";

    public override string ChangePlace => "number";

    public override string CommitWrite => "COMMIT";

    public override string Now(string parameter) => parameter;

    public override string LeaseHolds(string renewedAt, TimeSpan lease) => "1 = 1";

    public override string AfterAllTexts => "char(1114111)";

    public override string Each(string parameter) => $"json_each({parameter})";

    public override string EachNumber(string parameter) => Each(parameter);

    public override string WithoutIndex(string column) => "+" + column;

    public override string Greater(string number, string other) => $"MAX({number}, {other})";

    public override string Truncated(string number) => $"CAST({number} AS INTEGER)";

    /// <summary>LIKE knows the case of ASCII letters only; see <see cref="SqliteEngine.Connect"/>.</summary>
    public override string Contains(string column, string parameter) => $"contains({column}, {parameter})";

    public override string IsPlainName(string column) => $"{column} NOT GLOB '*[^A-Za-z0-9_-]*'";

    public override string MemberText(string column, string member) => $"json_extract({column}, '$.{member}')";

    public override string Member(string column, string name, string parameter, string inside, string condition,
        DynamicParameters parameters)
    {
        // SQLite has no way to say these two within a path; everything else may stand between its quotes.
        if (name.AsSpan().ContainsAny('"', '\\'))
        {
            parameters.Add(parameter, name);
            var value = inside.Length == 0 ? "value" : $"json_extract(value, '${inside}')";
            return $"EXISTS (SELECT 1 FROM json_each({column}) WHERE key = @{parameter} AND {value} {condition})";
        }
        parameters.Add(parameter, $"$.\"{name}\"{inside}");
        return $"json_extract({column}, @{parameter}) {condition}";
    }

    public override string ListHas(string column, string parameter) =>
        $"EXISTS (SELECT 1 FROM json_each({column}) WHERE value = {parameter})";

    public override string MembersThatAre(string column, string text) =>
        $"(SELECT COUNT(*) FROM json_each({column}) WHERE value = '{text}')";

    public override string MemberJson(string column, string name, string parameter) => name.AsSpan().ContainsAny('"', '\\')
        ? "(SELECT CASE WHEN type IN ('true', 'false') THEN type WHEN type = 'text' THEN json_quote(value) ELSE value END "
            + $"FROM json_each({column}) WHERE key = @{parameter})"
        : $"{column} -> @{parameter}";

    public override string WordsMatch(IEnumerable<(string Word, bool AsBeginning)> words) =>
        string.Join(" AND ", words.Select(word => $"\"{word.Word}\"{(word.AsBeginning ? "*" : "")}"));

    public override string WordsOf(string text) => text; // FTS5 cuts it into words

    public override string FindWords(string parameter) =>
        $"SELECT rowid FROM conversation_search WHERE conversation_search MATCH {parameter}";

    public override string StoreWords => "INSERT OR REPLACE INTO conversation_search (rowid, words) @rows";

    public override string WordsOwner => "rowid";

    public override string RemoveWords => "DELETE FROM conversation_search WHERE rowid = @id";

    public override string? MergeWords => "INSERT INTO conversation_search (conversation_search, rank) VALUES ('merge', @pages)";
}
