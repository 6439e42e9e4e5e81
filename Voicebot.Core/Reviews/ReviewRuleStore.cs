using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Reviews;

/// <summary>SQL over the rules. Each change of one has everything recent looked at anew (see <see cref="ReviewRounds"/>).</summary>
public sealed class ReviewRuleStore(Database database, TimeProvider clock)
{
    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<ReviewRule> All() => database.Read(All);

    /// <summary>How many unseen conversations each rule has put before people; those without any are not in it.</summary>
    public IReadOnlyDictionary<long, long> Unseen() => database.Read(Unseen);

    /// <summary>Stores a new one.</summary>
    /// <exception cref="RuleRefusedException">Another one has its name, or there are as many as there may be.</exception>
    public ReviewRule Add(ReviewRule rule) => database.Write(connection =>
    {
        var others = All(connection);
        if (others.Count >= ReviewRule.MostRules)
            throw new RuleRefusedException(RuleRefusal.TooMany);
        RefuseTaken(rule, others);
        var stored = rule with { ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds() };
        var id = connection.Scalar("""
            INSERT INTO review_rules (kind, name, filters, agents, enabled, changed_at)
                VALUES (@kind, @name, @filters, @agents, @enabled, @changedAt) RETURNING id
            """, Parameters(stored));
        CountChange(connection);
        return stored with { Id = (long)id! };
    });

    /// <summary>Stores it in the place of the one with its id; null when there is none.</summary>
    /// <exception cref="RuleRefusedException">Another one has its name.</exception>
    public ReviewRule? Replace(ReviewRule rule) => database.Write(connection =>
    {
        var all = All(connection);
        if (all.Find(one => one.Id == rule.Id) is not { } known)
            return null;
        RefuseTaken(rule, all.Where(one => one.Id != rule.Id));
        // Under its name from the start the page has words of its own for it.
        var stored = rule with
        {
            Kind = rule.Name == known.Name ? known.Kind : null,
            ChangedAt = clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        connection.Run("""
            UPDATE review_rules SET kind = @kind, name = @name, filters = @filters, agents = @agents, enabled = @enabled,
                changed_at = @changedAt WHERE id = @id
            """, [.. Parameters(stored), ("@id", stored.Id)]);
        CountChange(connection);
        return stored;
    });

    /// <summary>False when there is none. What it alone put before people, and nobody has seen, goes with it.</summary>
    public bool Remove(long id) => database.Write(connection =>
    {
        if (connection.Scalar("DELETE FROM review_rules WHERE id = @id RETURNING id", ("@id", id)) is null)
            return false;
        CountChange(connection);
        return true;
    });

    /// <summary>Removes those that hold somebody's number.</summary>
    public static void RemoveMentions(PreparedConnection connection, string phone)
    {
        var somebody = ClientIdentity.Of(phone);
        var found = All(connection).Where(rule => rule.Mentions(somebody)).ToList();
        foreach (var rule in found)
            connection.Run("DELETE FROM review_rules WHERE id = @id", ("@id", rule.Id));
        if (found.Count == 0)
            return;
        CountChange(connection);
        FileState.CountDeletion(connection);
    }

    internal static List<ReviewRule> All(PreparedConnection connection)
    {
        var rules = new List<ReviewRule>();
        using var rows = connection.Rows("SELECT id, kind, name, filters, agents, enabled, changed_at FROM review_rules ORDER BY id");
        while (rows.Read())
            rules.Add(new ReviewRule
            {
                Id = rows.GetInt64(0),
                Kind = rows.IsDBNull(1) ? null : rows.GetString(1),
                Name = rows.GetString(2),
                Filters = KeptJson.Filters(rows.GetString(3)),
                AgentIds = KeptJson.Texts(rows.IsDBNull(4) ? null : rows.GetString(4)) ?? [],
                Enabled = rows.GetInt64(5) != 0,
                ChangedAt = rows.GetInt64(6),
            });
        return rules;
    }

    internal static Dictionary<long, long> Unseen(PreparedConnection connection)
    {
        var unseen = new Dictionary<long, long>();
        using var rows = connection.Rows("""
            SELECT s.rule_id, COUNT(*) FROM reviews r JOIN review_reasons s ON s.conversation = r.conversation
            WHERE r.state = 'new' GROUP BY s.rule_id
            """);
        while (rows.Read())
            unseen[rows.GetInt64(0)] = rows.GetInt64(1);
        return unseen;
    }

    private static void CountChange(PreparedConnection connection) =>
        connection.Run("UPDATE review_progress SET rules_version = rules_version + 1");

    private static void RefuseTaken(ReviewRule rule, IEnumerable<ReviewRule> others)
    {
        if (others.Any(other => string.Equals(other.Name, rule.Name, StringComparison.OrdinalIgnoreCase)))
            throw new RuleRefusedException(RuleRefusal.NameTaken);
    }

    private static (string Name, object? Value)[] Parameters(ReviewRule rule) =>
    [
        ("@kind", rule.Kind), ("@name", rule.Name), ("@filters", KeptJson.Write(rule.Filters)),
        ("@agents", rule.AgentIds.Count > 0 ? KeptJson.Write(rule.AgentIds) : null),
        ("@enabled", rule.Enabled), ("@changedAt", rule.ChangedAt),
    ];
}
