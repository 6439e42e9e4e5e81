using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;
using Voicebot.Core.Reviews;

namespace Voicebot.Core.Alerts;

/// <summary>SQL over the rules of alerts.</summary>
public sealed class AlertRuleStore(Database database, ReviewConditions conditions, TimeProvider clock)
{
    private const long Day = 86_400;

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<AlertRule> All() => database.Read(All);

    /// <summary>Stores a new one.</summary>
    /// <exception cref="AlertRefusedException">Another one has its name, or there are as many as there may be.</exception>
    public AlertRule Add(AlertRule rule) => database.Write(connection =>
    {
        var others = All(connection);
        if (others.Count >= AlertRule.MostRules)
            throw new AlertRefusedException(AlertRefusal.TooMany);
        AlertRefusedException.WhenTaken(rule.Name, others.Select(other => other.Name));
        var stored = rule with { Since = Now - Day, ChangedAt = Now };
        connection.Run("UPDATE alert_progress SET next_change = @next WHERE next_change IS NULL",
            ("@next", ChangeLog.Mark(connection).Next));
        return Begun(connection, stored with
        {
            Id = (long)connection.Scalar("""
                INSERT INTO alert_rules (kind, name, definition, agents, channels, enabled, since, changed_at)
                    VALUES (@kind, @name, @definition, @agents, @channels, @enabled, @since, @changedAt) RETURNING id
                """, Parameters(stored))!,
        });
    });

    /// <summary>
    /// Stores it in the place of the one with its id, and ends what that one found without a word; null when there is none.
    /// </summary>
    /// <exception cref="AlertRefusedException">Another one has its name.</exception>
    public AlertRule? Replace(AlertRule rule) => database.Write(connection =>
    {
        var all = All(connection);
        if (!all.Exists(one => one.Id == rule.Id))
            return null;
        AlertRefusedException.WhenTaken(rule.Name, all.Where(one => one.Id != rule.Id).Select(one => one.Name));
        var stored = rule with { Since = Now - Day, ChangedAt = Now };
        connection.Run("""
            UPDATE alert_rules SET kind = @kind, name = @name, definition = @definition, agents = @agents, channels = @channels,
                enabled = @enabled, since = @since, changed_at = @changedAt WHERE id = @id
            """, [.. Parameters(stored), ("@id", stored.Id)]);
        AlertStore.EndSilently(connection, stored.Id, Now);
        return Begun(connection, stored);
    });

    /// <summary>False when there is none. What it found stays in the history.</summary>
    public bool Remove(long id) => database.Write(connection =>
    {
        AlertStore.EndSilently(connection, id, Now);
        return connection.Scalar("DELETE FROM alert_rules WHERE id = @id RETURNING id", ("@id", id)) is not null;
    });

    /// <summary>Removes those that hold somebody's number, with what they found.</summary>
    public static void RemoveMentions(PreparedConnection connection, string phone)
    {
        var somebody = ClientIdentity.Of(phone);
        foreach (var rule in All(connection).Where(rule => rule.Definition.Mentions(rule.Name, somebody)))
        {
            connection.Run("DELETE FROM alerts WHERE rule_id = @id", ("@id", rule.Id)); // they bear its name and conditions
            connection.Run("DELETE FROM alert_rules WHERE id = @id", ("@id", rule.Id));
            FileState.CountDeletion(connection);
        }
        AlertStore.RemoveMentions(connection, somebody);
    }

    internal static List<AlertRule> All(PreparedConnection connection)
    {
        var rules = new List<AlertRule>();
        using var rows = connection.Rows(
            "SELECT id, kind, name, definition, agents, channels, enabled, since, changed_at FROM alert_rules ORDER BY id");
        while (rows.Read())
            rules.Add(new AlertRule
            {
                Id = rows.GetInt64(0),
                Kind = rows.GetString(1),
                Name = rows.GetString(2),
                Definition = AlertJson.Definition(rows.GetString(3)),
                AgentIds = KeptJson.Texts(rows.IsDBNull(4) ? null : rows.GetString(4)) ?? [],
                ChannelIds = AlertJson.Ids(rows.IsDBNull(5) ? null : rows.GetString(5)),
                Enabled = rows.GetInt64(6) != 0,
                Since = rows.GetInt64(7),
                ChangedAt = rows.GetInt64(8),
            });
        return rules;
    }

    /// <summary>The conversations that it picks; null where it picks none, or the list would refuse a condition by now.</summary>
    internal static ConversationFilter? FilterOf(AlertRule rule, ReviewConditions conditions) =>
        rule.Definition.Filters is { } filters
            ? conditions(new ReviewRule { Name = "", Filters = filters, AgentIds = rule.AgentIds }) : null;

    /// <summary>What meets the conditions already is nothing new, also when it changes once more.</summary>
    private AlertRule Begun(PreparedConnection connection, AlertRule rule)
    {
        if (FilterOf(rule, conditions) is not { } filter)
            return rule;
        var recent = connection.Query<long>("""
            SELECT id FROM conversations WHERE start_time >= @since
                OR (start_time IS NULL AND COALESCE(first_seen_at, @now) >= @since)
            """, new { since = rule.Since, now = Now }).AsList();
        AlertStore.Tell(connection, rule.Id, alertId: null,
            RuleMatching.Of(connection, new Dictionary<long, ConversationFilter> { [rule.Id] = filter }, recent).Keys);
        return rule;
    }

    private static (string Name, object? Value)[] Parameters(AlertRule rule) =>
    [
        ("@kind", rule.Kind), ("@name", rule.Name), ("@definition", AlertJson.Write(rule.Definition)),
        ("@agents", rule.AgentIds.Count > 0 ? KeptJson.Write(rule.AgentIds) : null), ("@channels", AlertJson.Write(rule.ChannelIds)),
        ("@enabled", rule.Enabled), ("@since", rule.Since), ("@changedAt", rule.ChangedAt),
    ];

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
