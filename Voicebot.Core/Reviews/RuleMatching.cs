using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Search;

namespace Voicebot.Core.Reviews;

/// <summary>SQL that finds which of some conversations a rule picks, however many others there are.</summary>
internal static class RuleMatching
{
    /// <param name="rules">By their ids.</param>
    /// <returns>The rules of each conversation that at least one picks.</returns>
    public static IReadOnlyDictionary<long, IReadOnlySet<long>> Of(PreparedConnection connection,
        IReadOnlyDictionary<long, ConversationFilter> rules, IReadOnlyCollection<long> ids)
    {
        var found = new Dictionary<long, HashSet<long>>();
        if (ids.Count > 0)
            foreach (var (ruleId, filter) in rules)
                foreach (var id in Picked(connection, filter, ids))
                {
                    if (!found.TryGetValue(id, out var reasons))
                        found[id] = reasons = [];
                    reasons.Add(ruleId);
                }
        return found.ToDictionary(one => one.Key, IReadOnlySet<long> (one) => one.Value);
    }

    private static IEnumerable<long> Picked(PreparedConnection connection, ConversationFilter filter, IReadOnlyCollection<long> ids)
    {
        // A frequent word has many conversations: only those in question are looked up.
        if (filter.Search is not { } search || SearchText.Match(connection.Dialect, search) is not { } words)
            return Picked(connection, filter, Dialect.List(ids));
        var within = connection.Query<long>($"{connection.Dialect.FindWords("@words")} AND {connection.Dialect.WordsOwner} "
            + "BETWEEN @first AND @last", new { words, first = ids.Min(), last = ids.Max() }).ToHashSet();
        within.IntersectWith(ids);
        return within.Count == 0 ? [] : Picked(connection, filter with { Search = null }, Dialect.List(within));
    }

    private static IEnumerable<long> Picked(PreparedConnection connection, ConversationFilter filter, string ids)
    {
        var parameters = new DynamicParameters();
        var where = (filter with { SearchIsBroad = true }).ToSql(connection, parameters);
        parameters.Add("inQuestion", ids);
        return connection.Query<long>($"SELECT c.id FROM conversations c {(where.Length == 0 ? "WHERE" : where + " AND")} c.id IN "
            + $"(SELECT value FROM {connection.Dialect.EachNumber("@inQuestion")})", parameters);
    }
}
