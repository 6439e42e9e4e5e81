using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Freshness;
using Voicebot.Core.Telemetry;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// SQL over the runs. An open run belongs to its owner as long as its heart beats, by the clock of the server where there is one, and
/// nothing is stored for it by anybody else.
/// </summary>
public sealed class SyncRunStore(Database database, TimeProvider clock)
{
    /// <summary>After so long without a heartbeat the owner is taken for dead.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    private const string Columns = """
        r.id, r.agent_id AS AgentId, r.sync_type AS SyncType, r.status, r.phase, r.period_from AS PeriodFrom, r.period_to AS PeriodTo,
        r.then_type AS ThenType, r.then_from AS ThenFrom, r.then_to AS ThenTo, r.reread_before AS RereadBefore,
            r.requested_at AS RequestedAt,
        r.started_at AS StartedAt, r.finished_at AS FinishedAt, r.heartbeat_at AS HeartbeatAt, r.owner,
            r.cancel_requested AS CancelRequested,
        r.conversations_fetched AS ConversationsFetched, r.new_count AS NewCount, r.updated_count AS UpdatedCount,
            r.details_total AS DetailsTotal,
        r.details_fetched AS DetailsFetched, r.details_failed AS DetailsFailed, r.error_code AS ErrorCode, r.error_message AS ErrorMessage
        """;

    private const string ListWentWell = DataFreshness.ListWentWell;

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>
    /// Queues a run, or finds the open one of that agent: the unique index lets only one be open, in whichever process. Days that
    /// the open one does not list are kept with it and follow.
    /// </summary>
    public SyncRun QueueOrAttach(string agentId, string syncType, SyncWindow? window, long? rereadBefore = null) =>
        database.Write(connection =>
    {
        connection.Execute("""
            INSERT INTO sync_runs (agent_id, sync_type, status, phase, period_from, period_to, reread_before, requested_at)
            VALUES (@agentId, @syncType, 'queued', 'queued', @from, @to, @rereadBefore, @Now)
            ON CONFLICT DO NOTHING
            """, new { agentId, syncType, from = window?.FromText, to = window?.ToText, rereadBefore, Now });
        var open = connection.QuerySingle<SyncRun>(
            $"SELECT {Columns} FROM sync_runs r WHERE r.agent_id = @agentId AND r.status IN ('queued', 'running')", new { agentId });
        if (open.Lists(window))
            return open;
        var then = SyncWindow.After(open)?.Join(window!) ?? window!;
        var follows = open with
        {
            ThenType = open.ThenType == SyncType.Scheduled ? open.ThenType : syncType,
            ThenFrom = then.FromText,
            ThenTo = then.ToText,
        };
        connection.Execute("UPDATE sync_runs SET then_type = @ThenType, then_from = @ThenFrom, then_to = @ThenTo WHERE id = @Id", follows);
        return follows;
    });

    public SyncRun? Find(long id) => database.Read(connection =>
        connection.QuerySingleOrDefault<SyncRun>(
            $"SELECT {Columns}, COALESCE(a.typed_name, a.name) AS AgentName FROM sync_runs r LEFT JOIN agents a ON a.agent_id = "
            + "r.agent_id WHERE r.id = @id", new { id }));

    /// <summary>Newest first.</summary>
    /// <param name="type">One of <see cref="SyncType"/>; null for all.</param>
    public IReadOnlyList<SyncRun> Newest(int limit, IReadOnlyList<string>? agentIds, string? type = null) => database.Read(connection =>
        connection.Query<SyncRun>($"""
            SELECT {Columns}, COALESCE(a.typed_name, a.name) AS AgentName FROM sync_runs r LEFT JOIN agents a ON a.agent_id = r.agent_id
            WHERE {(agentIds is null ? "1 = 1" : "r.agent_id IN @agentIds")} AND {(type is null ? "1 = 1" : "r.sync_type = @type")}
            ORDER BY r.id DESC LIMIT @limit
            """, new { limit, agentIds, type }).ToList());

    /// <summary>Runs that nobody works on: queued ones, and running ones whose owner is gone.</summary>
    /// <param name="isAtWork">Whether the owner works on the run, given whether its lease holds.</param>
    public IReadOnlyList<SyncRun> Orphans(Func<SyncRun, bool, bool> isAtWork) => database.Read(connection =>
        connection.Query<SyncRun, long, (SyncRun Run, bool IsLeased)>($"""
            SELECT {Columns},
                CAST(CASE WHEN r.heartbeat_at >= {connection.Dialect.Now("@Now")} - @lease THEN 1 ELSE 0 END AS BIGINT) AS leased
            FROM sync_runs r WHERE r.status IN ('queued', 'running') ORDER BY r.id
            """, (run, leased) => (run, leased != 0), new { Now, lease = (long)LeaseTime.TotalSeconds }, splitOn: "leased").ToList())
        .Where(one => one.Run.Owner is null || !isAtWork(one.Run, one.IsLeased))
        .Select(one => one.Run).ToList();

    /// <summary>Takes the run if it still is as it was read; null when another process was faster.</summary>
    public SyncRun? TryOwn(SyncRun run, string owner) => database.Write(connection =>
        connection.Execute($"""
            UPDATE sync_runs SET owner = @owner, heartbeat_at = {connection.Dialect.Now("@Now")}, status = 'running', phase = 'listing',
                started_at = COALESCE(started_at, @Now), conversations_fetched = 0
            WHERE id = @Id AND status IN ('queued', 'running') AND owner IS NOT DISTINCT FROM @was AND heartbeat_at IS NOT DISTINCT
                FROM @HeartbeatAt
            """, new { owner, Now, run.Id, was = run.Owner, run.HeartbeatAt }) == 1) ? run with { Owner = owner } : null;

    /// <summary>
    /// Renews the lease; one that had run out as well, as long as nobody has taken the run over. Tells whether the run is still ours and
    /// whether a cancellation was asked for.
    /// </summary>
    public (bool Ours, bool CancelRequested) Beat(long id, string owner) => database.Write(connection =>
    {
        var ours = connection.Execute($"""
            UPDATE sync_runs SET heartbeat_at = {connection.Dialect.Now("@Now")}
            WHERE id = @id AND owner = @owner AND status = 'running'
            """, new { id, owner, Now }) == 1;
        return (ours, connection.ExecuteScalar<bool>("SELECT cancel_requested FROM sync_runs WHERE id = @id", new { id }));
    });

    /// <summary>Gives the run back so that the next start resumes it.</summary>
    public void Release(long id, string owner) => database.Write(connection =>
        connection.Execute("UPDATE sync_runs SET owner = NULL, heartbeat_at = NULL WHERE id = @id AND owner = @owner AND status = "
            + "'running'", new { id, owner }));

    /// <summary>Adds to the counters, in the transaction that stores what they count.</summary>
    /// <exception cref="RunLostException">The run is not its owner's any more; the transaction must not be committed.</exception>
    public static void Count(PreparedConnection connection, SyncRun run, SyncCounts add) => Change(connection, run, """
        conversations_fetched = conversations_fetched + @fetched, new_count = new_count + @new, updated_count = updated_count + @updated,
        details_fetched = details_fetched + @detailsFetched, details_failed = details_failed + @detailsFailed
        """, ("@fetched", add.Fetched), ("@new", add.New), ("@updated", add.Updated), ("@detailsFetched", add.DetailsFetched),
        ("@detailsFailed", add.DetailsFailed));

    /// <summary>The same of details that somebody else than the owner had in hand, whoever the owner is by now.</summary>
    /// <exception cref="RunLostException">The run has ended; the transaction must not be committed.</exception>
    public static void CountHelped(PreparedConnection connection, long runId, SyncCounts add)
    {
        var changed = connection.Run("""
            UPDATE sync_runs SET updated_count = updated_count + @updated, details_fetched = details_fetched + @detailsFetched,
                details_failed = details_failed + @detailsFailed
            WHERE id = @id AND status = 'running'
            """, ("@updated", add.Updated), ("@detailsFetched", add.DetailsFetched), ("@detailsFailed", add.DetailsFailed),
            ("@id", runId));
        if (changed == 0)
            throw new RunLostException(runId);
    }

    /// <summary>How many details this run will have read in the end, as far as it is known.</summary>
    /// <exception cref="RunLostException">As with <see cref="Count"/>.</exception>
    public static void Plan(PreparedConnection connection, SyncRun run, int more) =>
        Change(connection, run, "details_total = details_total + @more", ("@more", more));

    /// <summary>
    /// A resumed run plans anew what is left: what it has read counts, what failed is tried again. On a server what was planned stays,
    /// because others are reading it.
    /// </summary>
    /// <exception cref="RunLostException">As with <see cref="Count"/>.</exception>
    public void BeginDetails(SyncRun run) => database.Write(connection =>
        Change(connection, run, $"details_failed = 0, details_total = details_fetched + {(database.IsEmbedded ? "0" : SyncWork.LeftOf)}"));

    /// <exception cref="RunLostException">As with <see cref="Count"/>.</exception>
    public void EnterDetails(SyncRun run) => database.Write(connection => Change(connection, run, "phase = 'details'"));

    /// <summary>
    /// Changes a run that is its owner's, and keeps everybody else from taking it until the transaction ends.
    /// </summary>
    private static void Change(PreparedConnection connection, SyncRun run, string set,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var changed = connection.Run($"""
            UPDATE sync_runs SET {set}
            WHERE id = @id AND owner = @owner AND status = 'running' AND {connection.Dialect.LeaseHolds("heartbeat_at", LeaseTime)}
            """, [.. parameters, ("@id", run.Id), ("@owner", run.Owner)]);
        if (changed == 0)
            throw new RunLostException(run.Id);
    }

    /// <summary>Ends the run; what was to follow it is queued with the same step, unless it was cancelled.</summary>
    public void Finish(long id, string owner, string status, string? errorCode, string? errorMessage) => database.Write(connection =>
    {
        var ended = connection.Execute("""
            UPDATE sync_runs SET status = @status, phase = 'done', finished_at = @Now, error_code = @errorCode,
                error_message = @errorMessage
            WHERE id = @id AND owner = @owner AND status = 'running'
            """, new { id, owner, status, errorCode, errorMessage, Now });
        if (ended == 1 && !database.IsEmbedded)
            SyncWork.Remove(connection, id);
        if (ended == 1)
            MeasuredRun.Ended(status, errorCode);
        if (ended == 1 && status != SyncStatus.Cancelled)
            connection.Execute("""
                INSERT INTO sync_runs (agent_id, sync_type, status, phase, period_from, period_to, requested_at)
                SELECT agent_id, then_type, 'queued', 'queued', then_from, then_to, @Now FROM sync_runs WHERE id = @id
                    AND then_type IS NOT NULL AND cancel_requested = 0
                """, new { id, Now });
    });

    /// <summary>
    /// Asks for the end of a run. A queued one ends at once; a running one when its worker notices. False when it is over already.
    /// </summary>
    public bool Cancel(long id) => database.Write(connection =>
        connection.Execute("UPDATE sync_runs SET status = 'cancelled', phase = 'done', finished_at = @Now, cancel_requested = 1 WHERE "
            + "id = @id AND status = 'queued'", new { id, Now })
        + connection.Execute("UPDATE sync_runs SET cancel_requested = 1 WHERE id = @id AND status = 'running'", new { id }) > 0);

    /// <summary>
    /// Stores a run that another program ended. Nobody here owned it: its list counts, but not what it says of late changes.
    /// </summary>
    public static void AddEnded(PreparedConnection connection, SyncRun run) => connection.Execute("""
        INSERT INTO sync_runs (agent_id, sync_type, status, phase, period_from, period_to, requested_at, started_at, finished_at,
            conversations_fetched, details_total, details_fetched, error_message)
        VALUES (@AgentId, @SyncType, @Status, 'done', @PeriodFrom, @PeriodTo, @RequestedAt, @StartedAt, @FinishedAt,
            @ConversationsFetched, @DetailsTotal, @DetailsFetched, @ErrorMessage)
        """, run);

    /// <summary>True when a run of ours that began its list on that day or earlier went well since the instant (unix seconds).</summary>
    public bool HasCovered(string agentId, DateOnly from, long since) => database.Read(connection =>
        connection.ExecuteScalar<bool>($"""
            SELECT EXISTS (SELECT 1 FROM sync_runs
                WHERE agent_id = @agentId AND {ListWentWell} AND owner IS NOT NULL AND started_at >= @since AND period_from <= @day)
            """, new { agentId, since, day = from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }));

    /// <summary>
    /// The instant (unix seconds) up to which nights have found everything: the start of the last one whose list went well, or of the
    /// first run at all. Null when there was none.
    /// </summary>
    public long? WatchedUntil(string agentId) => database.Read(connection =>
        connection.ExecuteScalar<long?>($"""
            SELECT COALESCE(
                (SELECT MAX(started_at) FROM sync_runs WHERE agent_id = @agentId AND sync_type = 'scheduled' AND {ListWentWell}),
                (SELECT MIN(started_at) FROM sync_runs WHERE agent_id = @agentId AND period_from IS NOT NULL AND {ListWentWell}))
            """, new { agentId }));

    /// <summary>
    /// Which details a run is to read again that begins now: null when a run since the instant (unix seconds) has done so, else those
    /// read before <paramref name="before"/>, or what an attempt since then that came to nothing had begun with.
    /// </summary>
    public long? RereadBefore(string agentId, long since, long before) => database.Read(connection =>
        connection.ExecuteScalar<bool>(
            $"SELECT EXISTS (SELECT 1 FROM sync_runs WHERE agent_id = @agentId AND reread_before IS NOT NULL AND {ListWentWell} AND "
            + "started_at >= @since)", new { agentId, since })
            ? (long?)null
            : connection.ExecuteScalar<long?>(
                "SELECT MIN(reread_before) FROM sync_runs WHERE agent_id = @agentId AND requested_at >= @since",
                new { agentId, since }) ?? before);

    /// <summary>The agent's nightly runs that were queued since the instant (unix seconds), newest first.</summary>
    public IReadOnlyList<SyncRun> Scheduled(string agentId, long since) => database.Read(connection =>
        connection.Query<SyncRun>(
            $"SELECT {Columns} FROM sync_runs r WHERE r.agent_id = @agentId AND r.sync_type = 'scheduled' AND r.requested_at >= @since "
            + "ORDER BY r.id DESC", new { agentId, since }).ToList());

    public int OpenCount =>
        database.Read(connection => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sync_runs WHERE status IN ('queued', 'running')"));
}

/// <summary>What one transaction adds to a run's counters.</summary>
public readonly record struct SyncCounts(int Fetched = 0, int New = 0, int Updated = 0, int DetailsFetched = 0, int DetailsFailed = 0);
