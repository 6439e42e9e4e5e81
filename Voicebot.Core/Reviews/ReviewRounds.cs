using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;

namespace Voicebot.Core.Reviews;

/// <summary>
/// Asks the rules about the conversations that changed since the last round, be it by a run, a webhook or another instance: in sets, and
/// beside everything else, so that nobody waits. After a change of a rule, and where nobody knows any more what changed, about those of
/// the last week. A round that was done already changes nothing.
/// </summary>
public sealed class ReviewRounds(Database database, ReviewConditions conditions, TimeProvider clock)
{
    private const int AtOnce = 1_000;
    private const long Week = 7 * 86_400;

    private (long Changes, long Rules)? seen; // that led to nothing, and is not stored for itself

    /// <summary>Looks through what is new.</summary>
    /// <returns>How many conversations were looked at.</returns>
    public int Run(CancellationToken cancellation)
    {
        var (progress, mark, changed) = database.Read(Look, cancellation);
        var all = changed ?? database.Read(connection => Recent(connection, progress.Since), cancellation);
        var stored = false;
        foreach (var portion in all.OrderDescending().Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            stored |= LookAt(portion, progress.Since, cancellation);
        }
        seen = (mark, progress.RulesVersion);
        if (stored)
            database.WriteAside(connection =>
            {
                ReviewProgress.Store(connection, mark, progress.RulesVersion);
                return true;
            });
        return all.Count;
    }

    /// <returns>How far everything stands, and what changed; null for what nobody knows any more.</returns>
    private (ReviewProgress Progress, long Mark, IReadOnlyList<long>? Changed) Look(PreparedConnection connection)
    {
        using var snapshot = new ReadSnapshot(connection);
        var progress = ReviewProgress.Of(connection);
        var mark = ChangeLog.Mark(connection);
        var (next, applied) = seen is { } known ? (known.Changes, known.Rules) : (progress.NextChange, progress.RulesApplied);
        // A database that was restored or moved counts on from another place.
        return (progress, mark.Next, applied != progress.RulesVersion || next is not { } from || from > mark.Next
            ? null
            : ChangeLog.Since(connection, mark with { Next = from }));
    }

    /// <summary>Those of the last week, and all that nobody has seen yet.</summary>
    private List<long> Recent(PreparedConnection connection, long since) => connection.Query<long>("""
        SELECT id FROM conversations WHERE start_time >= @from OR (start_time IS NULL AND COALESCE(first_seen_at, @now) >= @from)
        UNION SELECT conversation FROM reviews WHERE state = 'new'
        """, new { from = Math.Max(since, Now - Week), now = Now }).AsList();

    private bool LookAt(long[] ids, long since, CancellationToken cancellation)
    {
        var (picked, changes) = database.Read(connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            var candidates = Candidates(connection, ids, since);
            if (candidates.Count == 0)
                return (new Dictionary<long, IReadOnlySet<long>>(), false);
            var found = RuleMatching.Of(connection, Rules(connection), [.. candidates.Select(one => one.Id)]);
            return (found, !new ReviewSorting(connection, Now).Take(candidates, found).IsEmpty);
        }, cancellation);
        if (changes)
            database.Write(connection => // where others may have been first, or an erasure
                new ReviewSorting(connection, Now).Take(Candidates(connection, ids, since), picked).Store());
        return changes;
    }

    /// <summary>Newest first. One that is older comes only when it has come before people already.</summary>
    private List<ReviewCandidate> Candidates(PreparedConnection connection, long[] ids, long since) =>
        connection.Query<(long Id, string AgentId, long BeganAt)>($"""
            SELECT c.id, c.agent_id, COALESCE(c.start_time, c.first_seen_at, @now) AS began_at FROM conversations c
            WHERE c.id IN (SELECT value FROM {connection.Dialect.EachNumber("@ids")})
                AND (COALESCE(c.start_time, c.first_seen_at, @now) >= @since
                    OR EXISTS (SELECT 1 FROM reviews r WHERE r.conversation = c.id))
            ORDER BY began_at DESC, c.id DESC
            """, new { ids = Dialect.List(ids), since, now = Now }).Select(one => new ReviewCandidate(one.Id, one.AgentId, one.BeganAt))
            .ToList();

    private Dictionary<long, ConversationFilter> Rules(PreparedConnection connection)
    {
        var rules = new Dictionary<long, ConversationFilter>();
        foreach (var rule in ReviewRuleStore.All(connection).Where(rule => rule.Enabled))
            if (conditions(rule) is { } filter)
                rules[rule.Id] = filter;
        return rules;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
