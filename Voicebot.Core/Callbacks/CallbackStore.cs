using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

namespace Voicebot.Core.Callbacks;

/// <summary>
/// SQL over people who should be called back: their call failed or broke off, nobody transferred them to a person, and no later
/// conversation of theirs went well, with whichever agent. Whether it did follows from the conversations at every question; stored is
/// only what people did.
/// </summary>
public sealed class CallbackStore(Database database, QueryLimit limit, TimeProvider clock)
{
    /// <summary>One page of those in a state. Page counts from 1.</summary>
    /// <exception cref="QueryTooBroadException">There were too many conversations within the days.</exception>
    public CallbackList List(CallbackQuery query, int page, int perPage, ReportingZone zone, CancellationToken cancellation) =>
        limit.Read(database, connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            var people = People(connection, query, zone);
            var asked = PeopleToCall.InOrder(people.Where(one => one.State == query.State), query.State, zone)
                .Skip((int)Math.Min((page - 1L) * perPage, int.MaxValue)).Take(perPage).ToList();
            return new CallbackList(Counts(people), CriterionNameStore.Of(connection, query.AgentIds), Items(connection, asked, zone));
        }, cancellation);

    /// <summary>How many stand where.</summary>
    public CallbackCounts Count(CallbackQuery query, ReportingZone zone, CancellationToken cancellation) =>
        Counts(limit.Read(database, connection =>
        {
            using var snapshot = new ReadSnapshot(connection);
            return People(connection, query, zone);
        }, cancellation));

    /// <summary>Marks them all that can be, in their order.</summary>
    /// <param name="pauseHours">After which one who did not answer comes back, in working time.</param>
    public IReadOnlyList<ChangedCallback> Change(IReadOnlyList<CallbackChange> changes, int pauseHours, ReportingZone zone, string role,
        string? who) => database.Write(connection => changes.Select(change =>
    {
        if (Person(connection, change.ConversationId) is not var (id, person))
            return new ChangedCallback(change.ConversationId, CallbackOutcome.Missing, null, null);
        if (person is not { } known)
            return new ChangedCallback(change.ConversationId, CallbackOutcome.NoNumber, null, null);
        var before = CallbackMarks.Of(connection, known);
        if (change.Version is { } version && version != (before?.Version ?? 0))
            return new ChangedCallback(change.ConversationId, CallbackOutcome.Conflict, before, before);
        var mark = Marked(change, before, id, pauseHours, zone) with { Role = role, Who = who };
        CallbackMarks.Store(connection, known, mark);
        return new ChangedCallback(change.ConversationId, CallbackOutcome.Changed, mark, before);
    }).ToList());

    private CallbackMark Marked(CallbackChange change, CallbackMark? before, long conversation, int pauseHours, ReportingZone zone)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var isVain = change.Action == CallbackAction.NoAnswer;
        return new CallbackMark
        {
            Conversation = conversation,
            State = change.Action,
            MarkedAt = now,
            Until = isVain ? change.Until ?? CallbackPause.EndOf(now, pauseHours, zone) : null,
            WantedAt = change.Action switch
            {
                CallbackAction.Wanted => now,
                CallbackAction.Waiting => null,
                _ => before?.WantedAt,
            },
            Tries = isVain ? (before is { Closes: false } ? before.Tries : 0) + 1 : 0,
            Note = change.Note is null ? before?.Note : change.Note.Length == 0 ? null : change.Note,
            Version = (before?.Version ?? 0) + 1,
        };
    }

    private List<PersonToCall> People(PreparedConnection connection, CallbackQuery query, ReportingZone zone)
    {
        var now = clock.GetUtcNow();
        var from = zone.StartOf(zone.Day(now).AddDays(1 - query.Days));
        var agents = query.AgentIds.ToHashSet(StringComparer.Ordinal);
        return PeopleToCall.Of(Calls(connection, from, agents), CallbackMarks.All(connection, agents), from, now.ToUnixTimeSeconds());
    }

    private static IEnumerable<PersonsCall> Calls(PreparedConnection connection, long from, IReadOnlySet<string> agentIds)
    {
        using var rows = connection.Rows("""
            SELECT person_key, id, start_time, start_time + COALESCE(duration_seconds, 0),
                CAST(CASE WHEN call_successful = 'success' THEN 1 ELSE 0 END AS BIGINT) AS succeeded, agent_id
            FROM conversations
            WHERE start_time >= @from AND person_key IS NOT NULL AND finished = 1 AND (call_successful = 'success'
                OR (transferred = 0 AND (call_successful = 'failure' OR dropout = 1 OR technical_error = 1)))
            ORDER BY start_time, succeeded DESC
            """, ("@from", from));
        while (rows.Read())
            yield return new PersonsCall(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4) == 1,
                agentIds.Contains(rows.GetString(5)));
    }

    private static CallbackCounts Counts(List<PersonToCall> people) => new(
        people.Count(one => one.State == CallbackState.Waiting), people.Count(one => one.State == CallbackState.Later),
        people.Count(one => one.State == CallbackState.Done));

    private static List<Callback> Items(PreparedConnection connection, List<PersonToCall> people, ReportingZone zone)
    {
        var rows = ConversationRows.Of(connection, [.. people.Select(one => one.Conversation)]);
        return [.. people.Zip(rows, (one, row) =>
            new Callback(row, one.FailedCount, one.State, TalkTimes.Of(connection, row.Id, zone), one.Mark))];
    }

    private static (long Id, long? Person)? Person(PreparedConnection connection, string conversationId)
    {
        using var row = connection.Rows("SELECT id, person_key FROM conversations WHERE conversation_id = @conversationId",
            ("@conversationId", conversationId));
        return row.Read() ? (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1)) : null;
    }
}
