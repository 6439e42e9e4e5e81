using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Alerts;

/// <summary>SQL over what happened.</summary>
public sealed class AlertStore(Database database)
{
    /// <summary>So many conversations of an alert are named.</summary>
    public const int MostNamed = 10;

    /// <summary>One page, newest first. Page counts from 1.</summary>
    public AlertList List(bool onlyOpen, int page, int perPage, CancellationToken cancellation) => database.Read(connection =>
    {
        using var snapshot = new ReadSnapshot(connection);
        var open = (long)connection.Scalar("SELECT COUNT(*) FROM alerts WHERE ended_at IS NULL")!;
        var total = onlyOpen ? open : (long)connection.Scalar("SELECT COUNT(*) FROM alerts")!;
        var found = Read(connection,
            $"{(onlyOpen ? "WHERE ended_at IS NULL " : "")}ORDER BY began_at DESC, id DESC LIMIT @most OFFSET @from",
            ("@most", (long)perPage), ("@from", (page - 1L) * perPage));
        return new AlertList(total, open, [.. found.Select(alert => alert with
        {
            ConversationIds = [.. Named(connection, alert.Id).Select(one => one.Id)],
            Deliveries = Deliveries(connection, alert.Id),
        })]);
    }, cancellation);

    /// <summary>How often each rule found something that began in the time, the most frequent first.</summary>
    /// <param name="agentIds">Rules of other agents alone are left out; empty for all.</param>
    public IReadOnlyList<(string Rule, long Count)> Began(long from, long until, IReadOnlyList<string> agentIds,
        CancellationToken cancellation) => database.Read(connection =>
    {
        var others = agentIds.Count == 0 ? [] : AlertRuleStore.All(connection)
            .Where(rule => rule.AgentIds.Count > 0 && !rule.AgentIds.Intersect(agentIds).Any()).Select(rule => rule.Id).ToHashSet();
        return Read(connection, "WHERE began_at >= @from AND began_at < @until", ("@from", from), ("@until", until))
            .Where(alert => alert.RuleId is not { } rule || !others.Contains(rule)).GroupBy(alert => alert.Name)
            .Select(of => (of.Key, of.LongCount())).OrderByDescending(of => of.Item2).ThenBy(of => of.Key, StringComparer.Ordinal)
            .ToList();
    }, cancellation);

    internal static List<Alert> Open(PreparedConnection connection) => Read(connection, "WHERE ended_at IS NULL");

    /// <summary>Without its conversations and deliveries.</summary>
    internal static Alert? Find(PreparedConnection connection, long id) =>
        Read(connection, "WHERE id = @id", ("@id", id)).FirstOrDefault();

    /// <summary>The newest conversations that it is about, and what they say of a person.</summary>
    internal static List<(string Id, long? BeganAt, string? Title, string? Phone)> Named(PreparedConnection connection, long alertId) =>
        connection.Query<(string, long?, string?, string?)>("""
            SELECT c.conversation_id, c.start_time, t.title, c.client_phone
            FROM alert_conversations a JOIN conversations c ON c.id = a.conversation LEFT JOIN conversation_texts t ON t.id = c.id
            WHERE a.alert_id = @alertId ORDER BY COALESCE(c.start_time, c.first_seen_at) DESC, c.id DESC LIMIT @most
            """, new { alertId, most = MostNamed }).AsList();

    /// <summary>Null where another instance has begun it already.</summary>
    internal static long? Begin(PreparedConnection connection, AlertRule rule, AlertFinding finding, long now, bool lasts) =>
        (long?)connection.Scalar("""
            INSERT INTO alerts (rule_id, name, kind, subject, facts, began_at, ended_at)
                VALUES (@rule, @name, @kind, @subject, @facts, @now, @ended)
            ON CONFLICT DO NOTHING RETURNING id
            """, ("@rule", rule.Id), ("@name", rule.Name), ("@kind", rule.Kind), ("@subject", finding.Subject),
            ("@facts", AlertJson.Write(finding.Facts)), ("@now", now), ("@ended", lasts ? null : now));

    /// <summary>False where another instance has ended it already.</summary>
    internal static bool End(PreparedConnection connection, long id, long now) =>
        connection.Run("UPDATE alerts SET ended_at = @now WHERE id = @id AND ended_at IS NULL", ("@now", now), ("@id", id)) > 0;

    /// <summary>What a rule found that is another one now, or gone: nobody is told that it is over.</summary>
    internal static void EndSilently(PreparedConnection connection, long ruleId, long now)
    {
        connection.Run("""
            UPDATE alert_deliveries SET state = 'dropped', changed_at = @now
            WHERE state = 'waiting' AND alert_id IN (SELECT id FROM alerts WHERE rule_id = @rule AND ended_at IS NULL)
            """, ("@now", now), ("@rule", ruleId));
        connection.Run("UPDATE alerts SET ended_at = @now WHERE rule_id = @rule AND ended_at IS NULL", ("@now", now), ("@rule", ruleId));
    }

    /// <summary>They count as told from here on.</summary>
    /// <param name="alertId">Null for those that nobody is told of.</param>
    internal static int Tell(PreparedConnection connection, long ruleId, long? alertId, IEnumerable<long> conversations) =>
        connection.Run($"""
            INSERT INTO alert_conversations (rule_id, conversation, alert_id)
                SELECT @rule, c.id, CAST(@alert AS BIGINT) FROM conversations c
                WHERE c.id IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})
            ON CONFLICT (rule_id, conversation) DO NOTHING
            """, ("@rule", ruleId), ("@alert", alertId), ("@ids", Dialect.List(conversations)));

    /// <summary>Those that a rule has told of, among some.</summary>
    internal static HashSet<long> Told(PreparedConnection connection, long ruleId, IEnumerable<long> conversations) =>
        connection.Query<long>($"""
            SELECT conversation FROM alert_conversations
            WHERE rule_id = @ruleId AND conversation IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})
            """, new { ruleId, ids = Dialect.List(conversations) }).ToHashSet();

    /// <summary>What a rule found that is gone, and whose name or conditions hold somebody's number.</summary>
    internal static void RemoveMentions(PreparedConnection connection, ClientIdentity somebody)
    {
        foreach (var alert in Read(connection, "WHERE rule_id IS NULL")
            .Where(alert => alert.Facts.Rule.Mentions(alert.Name, somebody)))
        {
            connection.Run("DELETE FROM alerts WHERE id = @id", ("@id", alert.Id));
            FileState.CountDeletion(connection);
        }
    }

    /// <summary>Takes away what ended long ago.</summary>
    internal static void Prune(PreparedConnection connection, long before) =>
        connection.Run("DELETE FROM alerts WHERE ended_at < @before", ("@before", before));

    private static List<Alert> Read(PreparedConnection connection, string rest,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var alerts = new List<Alert>();
        using var rows = connection.Rows(
            $"SELECT id, rule_id, name, kind, subject, facts, began_at, ended_at FROM alerts {rest}", parameters);
        while (rows.Read())
            alerts.Add(new Alert
            {
                Id = rows.GetInt64(0),
                RuleId = rows.IsDBNull(1) ? null : rows.GetInt64(1),
                Name = rows.GetString(2),
                Kind = rows.GetString(3),
                Subject = rows.GetString(4),
                Facts = AlertJson.Facts(rows.GetString(5)),
                BeganAt = rows.GetInt64(6),
                EndedAt = rows.IsDBNull(7) ? null : rows.GetInt64(7),
            });
        return alerts;
    }

    private static List<AlertDelivery> Deliveries(PreparedConnection connection, long alertId)
    {
        var deliveries = new List<AlertDelivery>();
        using var rows = connection.Rows("""
            SELECT d.id, d.channel_id, c.name, d.about, d.state, d.attempts, d.due_at, d.answer, d.changed_at
            FROM alert_deliveries d JOIN alert_channels c ON c.id = d.channel_id WHERE d.alert_id = @alert ORDER BY d.id
            """, ("@alert", alertId));
        while (rows.Read())
            deliveries.Add(new AlertDelivery
            {
                Id = rows.GetInt64(0),
                AlertId = alertId,
                ChannelId = rows.GetInt64(1),
                Channel = rows.GetString(2),
                About = rows.GetString(3),
                State = rows.GetString(4),
                Attempts = (int)rows.GetInt64(5),
                DueAt = rows.GetInt64(6),
                Answer = rows.IsDBNull(7) ? null : rows.GetString(7),
                ChangedAt = rows.GetInt64(8),
            });
        return deliveries;
    }
}
