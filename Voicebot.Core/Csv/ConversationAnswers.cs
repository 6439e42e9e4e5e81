using Dapper;
using Microsoft.Data.Sqlite;
using Voicebot.Core.Conversations;

namespace Voicebot.Core.Csv;

public enum AnswerKind
{
    Criterion,
    Data,
}

/// <summary>The criteria and collected data of an export: which columns there are, and the values of a portion of rows.</summary>
internal sealed class ConversationAnswers
{
    private readonly SqliteConnection connection;

    public ConversationAnswers(SqliteConnection connection, ConversationFilter filter)
    {
        this.connection = connection;
        CriterionIds = Ids("criterion_results", "criterion_id", filter);
        DataIds = Ids("collected_data", "data_id", filter);
    }

    public IReadOnlyList<string> CriterionIds { get; }
    public IReadOnlyList<string> DataIds { get; }

    public IReadOnlyDictionary<long, IReadOnlyDictionary<(AnswerKind, string), string?>> Of(IReadOnlyList<ConversationRow> rows)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var given = connection.Query<(long Conversation, int Kind, string Id, string? Value)>("""
            SELECT conversation, 0, criterion_id, result FROM criterion_results WHERE conversation IN @ids
            UNION ALL
            SELECT conversation, 1, data_id, value FROM collected_data WHERE conversation IN @ids
            """, new { ids }).ToLookup(answer => answer.Conversation);
        return ids.ToDictionary(id => id, IReadOnlyDictionary<(AnswerKind, string), string?> (id) =>
            given[id].ToDictionary(answer => ((AnswerKind)answer.Kind, answer.Id), answer => answer.Value));
    }

    private List<string> Ids(string table, string column, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        return connection.Query<string>(
            $"SELECT DISTINCT a.{column} FROM conversations c JOIN {table} a ON a.conversation = c.id {filter.ToSql(parameters)} ORDER BY a.{column}", parameters).ToList();
    }
}
