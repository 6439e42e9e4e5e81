using Voicebot.Core.Data;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// SQL over the details that open runs still have to read, on a server: whoever is free takes some, and what is stored goes with the
/// transaction that stores it, so that nothing is stored or counted twice. On an embedded database there is one program, whose runs keep
/// theirs in memory.
/// </summary>
public sealed class SyncWork(Database database)
{
    /// <summary>At most so many are taken at once.</summary>
    public const int AtOnce = 16;

    /// <summary>After so long without being renewed, what somebody took is free for others.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);

    /// <summary>How many details the run <c>@id</c> has left, in SQL.</summary>
    internal const string LeftOf = "(SELECT COUNT(*) FROM sync_work w WHERE w.run_id = @id)";

    public bool IsShared => !database.IsEmbedded;

    /// <summary>Adds what a run has to read, in the transaction that plans it; what is there already stays as it is.</summary>
    /// <returns>How many were not there yet.</returns>
    public static int Add(PreparedConnection connection, long runId, IReadOnlyCollection<string> conversationIds, bool vanished) =>
        conversationIds.Count == 0 ? 0 : connection.Run($"""
            INSERT INTO sync_work (run_id, conversation, vanished)
                SELECT @runId, c.id, @vanished FROM conversations c
                WHERE c.conversation_id IN (SELECT value FROM {connection.Dialect.Each("@ids")})
            ON CONFLICT DO NOTHING
            """, ("@runId", runId), ("@vanished", vanished ? 1L : 0L), ("@ids", Dialect.List(conversationIds)));

    /// <summary>Those among these that the taker still has in hand; they are done with the transaction.</summary>
    public static IReadOnlySet<long> Settle(PreparedConnection connection, long runId, string taker, IEnumerable<long> items)
    {
        var settled = new HashSet<long>();
        using var rows = connection.Rows($"""
            DELETE FROM sync_work WHERE run_id = @runId AND taken_by = @taker
                AND conversation IN (SELECT value FROM {connection.Dialect.EachNumber("@items")})
            RETURNING conversation
            """, ("@runId", runId), ("@taker", taker), ("@items", Dialect.List(items)));
        while (rows.Read())
            settled.Add(rows.GetInt64(0));
        return settled;
    }

    /// <summary>Takes away what a run that ends leaves, with the transaction that ends it.</summary>
    public static void Remove(PreparedConnection connection, long runId) =>
        connection.Run("DELETE FROM sync_work WHERE run_id = @runId", ("@runId", runId));

    /// <summary>Takes what nobody has in hand; nobody else gets the same.</summary>
    /// <param name="runId">Of which run.</param>
    /// <param name="taker">Who has it in hand from then on.</param>
    /// <param name="most">One of a few numbers, for which the statement is prepared: the planner has to know how little it is.</param>
    public IReadOnlyList<WorkItem> Take(long runId, string taker, int most) => database.WriteAside(connection =>
    {
        var taken = new List<WorkItem>();
        var gone = new List<long>();
        using (var rows = connection.Rows($"""
            WITH free AS MATERIALIZED (
                SELECT w.conversation FROM sync_work w WHERE w.run_id = @runId AND {IsFree(connection)}
                ORDER BY w.conversation LIMIT {most} FOR UPDATE SKIP LOCKED)
            UPDATE sync_work AS w SET taken_by = @taker, taken_at = {connection.Dialect.Now("")}
            FROM free LEFT JOIN conversations c ON c.id = free.conversation
            WHERE w.run_id = @runId AND w.conversation = free.conversation
            RETURNING w.conversation, c.conversation_id, w.vanished
            """, ("@runId", runId), ("@taker", taker)))
            while (rows.Read())
                if (rows.IsDBNull(1))
                    gone.Add(rows.GetInt64(0)); // erased meanwhile
                else
                    taken.Add(new WorkItem(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2) != 0));
        if (gone.Count > 0)
            Settle(connection, runId, taker, gone);
        return taken;
    });

    /// <summary>Keeps what the taker has in hand.</summary>
    /// <returns>False when the run is over or is to end.</returns>
    public bool Renew(long runId, string taker, IEnumerable<long> inHand) => database.WriteAside(connection =>
    {
        // Never waits: what is locked is being stored.
        connection.Run($"""
            WITH kept AS MATERIALIZED (
                SELECT w.conversation FROM sync_work w WHERE w.run_id = @runId AND w.taken_by = @taker
                    AND w.conversation IN (SELECT value FROM {connection.Dialect.EachNumber("@items")})
                FOR UPDATE OF w SKIP LOCKED)
            UPDATE sync_work AS w SET taken_at = {connection.Dialect.Now("")} FROM kept
            WHERE w.run_id = @runId AND w.conversation = kept.conversation
            """, ("@runId", runId), ("@taker", taker), ("@items", Dialect.List(inHand)));
        return connection.Scalar("SELECT 1 FROM sync_runs WHERE id = @runId AND status = 'running' AND cancel_requested = 0",
            ("@runId", runId)) is not null;
    });

    /// <summary>Gives back what the taker has not done.</summary>
    public void Release(long runId, string taker) => database.WriteAside(connection => connection.Run(
        "UPDATE sync_work SET taken_by = NULL, taken_at = NULL WHERE run_id = @runId AND taken_by = @taker",
        ("@runId", runId), ("@taker", taker)));

    /// <summary>Whether something of the run is still to be done, in whosever hands.</summary>
    public bool IsLeft(long runId) => database.Read(connection =>
        connection.Scalar("SELECT 1 FROM sync_work WHERE run_id = @runId LIMIT 1", ("@runId", runId)) is not null);

    /// <summary>Runs of which something can be taken; without their owners, because who helps does not act for them.</summary>
    public IReadOnlyList<SyncRun> Open() => database.Read(connection =>
    {
        var open = new List<SyncRun>();
        using var rows = connection.Rows($"""
            SELECT r.id, r.agent_id, r.sync_type FROM sync_runs r
            WHERE r.status = 'running' AND r.cancel_requested = 0
                AND EXISTS (SELECT 1 FROM sync_work w WHERE w.run_id = r.id AND {IsFree(connection)})
            ORDER BY r.id
            """);
        while (rows.Read())
            open.Add(new SyncRun { Id = rows.GetInt64(0), AgentId = rows.GetString(1), SyncType = rows.GetString(2) });
        return open;
    });

    private static string IsFree(PreparedConnection connection) =>
        $"(w.taken_by IS NULL OR NOT ({connection.Dialect.LeaseHolds("w.taken_at", LeaseTime)}))";
}
