using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Json;

namespace Voicebot.Core.Reviews;

/// <summary>SQL over the conversations that somebody should look at.</summary>
public sealed class ReviewStore(Database database, TimeProvider clock)
{
    /// <summary>The version of one that no person has changed.</summary>
    internal const long Untouched = 1;

    private const string Columns = """
        r.conversation AS Id, r.state AS State, r.owner AS Owner, r.labels AS Labels, r.version AS Version, r.created_at AS CreatedAt,
        r.changed_at AS ChangedAt
        """;

    /// <summary>One page, newest conversation first. Page counts from 1.</summary>
    public ReviewList List(ReviewQuery query, int page, int perPage, CancellationToken cancellation) => database.Read(connection =>
    {
        using var snapshot = new ReadSnapshot(connection);
        var parameters = new DynamicParameters(new { most = perPage, offset = (page - 1L) * perPage });
        var where = Where(query, connection.Dialect, parameters);
        var found = connection.Query<Stored>($"SELECT {Columns} FROM reviews r {where} ORDER BY r.began_at DESC, r.conversation DESC "
            + "LIMIT @most OFFSET @offset", parameters).AsList();
        var rows = ConversationRows.Of(connection, [.. found.Select(one => one.Id)]);
        return new ReviewList(connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM reviews r {where}", parameters), Unseen(connection),
            [.. WithReasons(connection, found).Zip(rows, (review, row) => new ReviewedConversation(review, row))]);
    }, cancellation);

    /// <summary>How many nobody has seen yet.</summary>
    public long Unseen() => database.Read(Unseen);

    /// <summary>Null when nobody has to look at the conversation, and nobody has.</summary>
    public ReviewWithHistory? Find(string conversationId) => database.Read(connection =>
    {
        using var snapshot = new ReadSnapshot(connection);
        return IdOf(connection, conversationId) is { } id && Find(connection, id.Id) is { } review
            ? new ReviewWithHistory(
                new ReviewedConversation(review, ConversationRows.Of(connection, [id.Id])[0]), History(connection, id.Id))
            : null;
    });

    /// <summary>Changes them all that can be, in their order; one that is not here yet comes in by it.</summary>
    public IReadOnlyList<ChangedReview> Change(IReadOnlyList<ReviewChange> changes, string role, string? who) =>
        database.Write(connection => changes.Select(change => Change(connection, change, role, who)).ToList());

    private ChangedReview Change(PreparedConnection connection, ReviewChange change, string role, string? who)
    {
        if (IdOf(connection, change.ConversationId) is not var (id, agentId, beganAt))
            return new ChangedReview(change.ConversationId, ReviewOutcome.Missing, null, null);
        var before = Find(connection, id);
        if (change.Version is { } version && version != (before?.Version ?? 0))
            return new ChangedReview(change.ConversationId, ReviewOutcome.Conflict, before, before);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var known = before ?? new Review { CreatedAt = now, Version = Untouched };
        var state = change.State == before?.State ? null : change.State;
        var owner = change.Owner == (known.Owner ?? "") ? null : change.Owner;
        var labels = change.Labels?.SequenceEqual(known.Labels) == true ? null : change.Labels;
        if (before is not null && state is null && owner is null && labels is null && change.Note is null)
            return new ChangedReview(change.ConversationId, ReviewOutcome.Unchanged, before, before);
        var after = state ?? known.State;
        connection.Run("""
            INSERT INTO reviews (conversation, agent_id, began_at, state, closed, owner, labels, version, created_at, changed_at)
                VALUES (@id, @agentId, @beganAt, @state, @closed, @owner, @labels, @version, @created, @now)
            ON CONFLICT (conversation) DO UPDATE SET state = excluded.state, closed = excluded.closed, owner = excluded.owner,
                labels = excluded.labels, version = excluded.version, changed_at = excluded.changed_at
            """, ("@id", id), ("@agentId", agentId), ("@beganAt", beganAt ?? now), ("@state", after),
            ("@closed", ReviewState.IsClosed(after)), ("@owner", (owner ?? known.Owner) is { Length: > 0 } name ? name : null),
            ("@labels", (labels ?? known.Labels) is { Count: > 0 } all ? KeptJson.Write(all) : null), ("@version", known.Version + 1),
            ("@created", known.CreatedAt), ("@now", now));
        connection.Run("""
            INSERT INTO review_events (conversation, version, at, role, who, state, owner, labels, note)
                VALUES (@id, @version, @now, @role, @who, @state, @owner, @labels, @note)
            """, ("@id", id), ("@version", known.Version + 1), ("@now", now), ("@role", role), ("@who", who),
            ("@state", before is null ? after : state), ("@owner", owner),
            ("@labels", KeptJson.Write(labels)), ("@note", change.Note));
        return new ChangedReview(change.ConversationId, ReviewOutcome.Changed, Find(connection, id), before);
    }

    private static string Where(ReviewQuery query, Dialect dialect, DynamicParameters parameters)
    {
        var conditions = new List<string>();
        void Add(string condition, string name, object? value)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            parameters.Add(name, value);
        }

        if (query.State is ReviewQuery.Open or ReviewQuery.Closed)
            conditions.Add($"r.closed = {(query.State == ReviewQuery.Closed ? 1 : 0)}");
        else
            Add("r.state = @state", "state", query.State);
        Add("r.owner = @owner", "owner", query.Owner);
        Add($"r.labels IS NOT NULL AND {dialect.ListHas("r.labels", "@label")}", "label", query.Label);
        Add("EXISTS (SELECT 1 FROM review_reasons s WHERE s.conversation = r.conversation AND s.rule_id = @rule)", "rule", query.RuleId);
        if (query.AgentIds.Count > 0)
            Add($"r.agent_id IN (SELECT value FROM {dialect.Each("@agents")})", "agents", Dialect.List(query.AgentIds));
        return conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
    }

    private static long Unseen(PreparedConnection connection) =>
        (long)connection.Scalar("SELECT COUNT(*) FROM reviews WHERE state = 'new'")!;

    private static (long Id, string AgentId, long? BeganAt)? IdOf(PreparedConnection connection, string conversationId)
    {
        using var row = connection.Rows(
            "SELECT id, agent_id, COALESCE(start_time, first_seen_at) FROM conversations WHERE conversation_id = @conversationId",
            ("@conversationId", conversationId));
        return row.Read() ? (row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2)) : null;
    }

    private static Review? Find(PreparedConnection connection, long id) => WithReasons(connection,
        connection.Query<Stored>($"SELECT {Columns} FROM reviews r WHERE r.conversation = @id", new { id }).AsList()).FirstOrDefault();

    private static List<ReviewEvent> History(PreparedConnection connection, long id)
    {
        var history = new List<ReviewEvent>();
        using var rows = connection.Rows(
            "SELECT at, role, who, state, owner, labels, note FROM review_events WHERE conversation = @id ORDER BY version", ("@id", id));
        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
        while (rows.Read())
            history.Add(new ReviewEvent
            {
                At = rows.GetInt64(0),
                Role = rows.GetString(1),
                Who = Text(2),
                State = Text(3),
                Owner = Text(4),
                Labels = KeptJson.Texts(Text(5)),
                Note = Text(6),
            });
        return history;
    }

    private static List<Review> WithReasons(PreparedConnection connection, IReadOnlyList<Stored> found)
    {
        if (found.Count == 0)
            return [];
        var reasons = connection.Query<(long Id, long RuleId)>(
            $"SELECT conversation, rule_id FROM review_reasons WHERE conversation IN (SELECT value FROM "
            + $"{connection.Dialect.EachNumber("@ids")}) ORDER BY rule_id", new { ids = Dialect.List(found.Select(one => one.Id)) })
            .ToLookup(one => one.Id, one => one.RuleId);
        var rules = ReviewRuleStore.All(connection).ToDictionary(rule => rule.Id);
        return [.. found.Select(one => new Review
        {
            Id = one.Id,
            State = one.State,
            Owner = one.Owner,
            Labels = KeptJson.Texts(one.Labels) ?? [],
            Version = one.Version,
            CreatedAt = one.CreatedAt,
            ChangedAt = one.ChangedAt,
            Reasons = [.. reasons[one.Id].Select(id => rules[id])],
        })];
    }

    private sealed record Stored
    {
        public long Id { get; init; }
        public string State { get; init; } = "";
        public string? Owner { get; init; }
        public string? Labels { get; init; }
        public long Version { get; init; }
        public long CreatedAt { get; init; }
        public long ChangedAt { get; init; }
    }
}
