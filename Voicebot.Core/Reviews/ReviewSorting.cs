using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Reviews;

/// <summary>
/// What follows from the rules that pick some conversations: which come before people, which leave that nobody has seen, and which reasons
/// are new. What a person has touched keeps its state and its reasons.
/// </summary>
/// <param name="now">Unix seconds.</param>
internal sealed class ReviewSorting(PreparedConnection connection, long now)
{
    private readonly RowSet entering = new(9);
    private readonly RowSet reasons = new(2);
    private readonly List<long> anew = [];
    private readonly List<long> leaving = [];
    private readonly Dictionary<long, long> unseen = ReviewRuleStore.Unseen(connection);

    /// <summary>True when there is nothing to store.</summary>
    public bool IsEmpty => entering.Count == 0 && reasons.Count == 0 && anew.Count == 0 && leaving.Count == 0;

    /// <param name="candidates">Newest first.</param>
    /// <param name="picked">The rules of each that is picked.</param>
    public ReviewSorting Take(IReadOnlyList<ReviewCandidate> candidates, IReadOnlyDictionary<long, IReadOnlySet<long>> picked)
    {
        var ids = Dialect.List(candidates.Select(one => one.Id));
        var each = $"(SELECT value FROM {connection.Dialect.EachNumber("@ids")})";
        var known = connection.Query<(long Id, string State, long Version)>(
            $"SELECT conversation, state, version FROM reviews WHERE conversation IN {each}", new { ids }).ToDictionary(one => one.Id);
        var stored = connection.Query<(long Id, long RuleId)>(
            $"SELECT conversation, rule_id FROM review_reasons WHERE conversation IN {each}", new { ids })
            .ToLookup(one => one.Id, one => one.RuleId);
        foreach (var one in candidates)
        {
            var holds = picked.TryGetValue(one.Id, out var rules) ? rules : new HashSet<long>();
            if (!known.TryGetValue(one.Id, out var review))
                Enter(one, holds);
            else if (review is not { State: ReviewState.New, Version: ReviewStore.Untouched })
                AddReasons(one.Id, holds.Except(stored[one.Id]));
            else if (holds.Count == 0)
                leaving.Add(one.Id);
            else if (!holds.SetEquals(stored[one.Id]))
            {
                anew.Add(one.Id);
                AddReasons(one.Id, holds);
            }
        }
        return this;
    }

    public void Store()
    {
        Delete("DELETE FROM reviews WHERE conversation", leaving);
        Delete("DELETE FROM review_reasons WHERE conversation", anew);
        connection.RunSet("""
            INSERT INTO reviews (conversation, agent_id, began_at, state, closed, owner, version, created_at, changed_at) @rows
            ON CONFLICT (conversation) DO NOTHING
            """, entering);
        connection.RunSet(
            "INSERT INTO review_reasons (conversation, rule_id) @rows ON CONFLICT (conversation, rule_id) DO NOTHING", reasons);
    }

    private void Enter(ReviewCandidate one, IReadOnlySet<long> rules)
    {
        // A rule that has too many unseen ones takes no more.
        if (!rules.Any(rule => unseen.GetValueOrDefault(rule) < ReviewRule.MostUnseen))
            return;
        foreach (var rule in rules)
            unseen[rule] = unseen.GetValueOrDefault(rule) + 1;
        entering.Add(one.Id, one.AgentId, one.BeganAt, ReviewState.New, false, null, ReviewStore.Untouched, now, now);
        AddReasons(one.Id, rules);
    }

    private void AddReasons(long id, IEnumerable<long> rules)
    {
        foreach (var rule in rules)
            reasons.Add(id, rule);
    }

    private void Delete(string sql, List<long> ids)
    {
        if (ids.Count > 0)
            connection.Run($"{sql} IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})", ("@ids", Dialect.List(ids)));
    }
}
