using Dapper;
using Voicebot.Core.Agents;
using Voicebot.Core.Columns;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

namespace Voicebot.Core.Conversations;

/// <summary>Reads stored conversations for lists and the detail view.</summary>
public sealed class ConversationStore(Database database, FilteredReading reading)
{
    private readonly TotalsCache totals = new(database);

    /// <summary>One page and the total, read from one snapshot. Page counts from 1.</summary>
    /// <exception cref="QueryTooBroadException">Counting and searching would take too much work.</exception>
    public ConversationList List(ConversationFilter filter, ConversationSort sort, int page, int perPage,
        CancellationToken cancellation = default) =>
        reading.ReadRows(filter.IsScope && sort.IsByStart, state =>
        {
            var (total, ids) = state.Select(filter) is { } selection
                ? Page(state, selection, filter, sort, page, perPage)
                : Page(state.Connection, filter, sort, page, perPage);
            var ordered = ConversationRows.Of(state.Connection, ids);
            var hits = filter.Search is { } search
                ? SearchHits.Of(state.Connection, search, ordered, filter.MaskPhones)
                : new Dictionary<long, SearchHit>();
            return new ConversationList(total, ordered, hits, CriterionNameStore.Of(state.Connection, filter.AgentIds));
        }, cancellation);

    /// <summary>True when at least one conversation matches.</summary>
    public bool Any(ConversationFilter filter, CancellationToken cancellation) =>
        reading.ReadRows(filter.IsScope, state =>
        {
            if (state.Select(filter) is { } selection)
                return selection.Count > 0;
            var parameters = new DynamicParameters();
            return state.Connection.ExecuteScalar<bool>(
                $"SELECT EXISTS (SELECT 1 FROM conversations c {filter.ToSql(state.Connection, parameters)})", parameters);
        }, cancellation);

    /// <summary>How many match.</summary>
    /// <exception cref="QueryTooBroadException">Counting them would take too much work.</exception>
    public long Count(ConversationFilter filter, CancellationToken cancellation) => reading.ReadRows(filter.IsScope, state =>
    {
        if (state.Select(filter) is { } selection)
            return selection.Count;
        var planned = SearchBreadth.Decide(state.Connection, filter);
        return planned.IsScope
            ? AggregateStore.Totals(state.Connection, planned.ToScope()).Sum(day => day.Total)
            : totals.Of(state.Connection, planned);
    }, cancellation);

    public StoredConversation? Find(string conversationId) => database.Read(connection =>
    {
        using var snapshot = new ReadSnapshot(connection);
        var row = connection.QuerySingleOrDefault<ConversationRow>(
            $"SELECT {ConversationColumns.OfRow} FROM conversations c LEFT JOIN conversation_texts t ON t.id = c.id WHERE "
            + "c.conversation_id = @conversationId", new { conversationId });
        return row is null ? null
            : new StoredConversation(row, DetailDocument.Read(connection, row.Id), CriterionNameStore.Of(connection, [row.AgentId]));
    });

    /// <summary>Months with conversations, newest first.</summary>
    public IReadOnlyList<Month> Months(IReadOnlyList<string> agentIds) => database.Read(connection =>
        AggregateStore.Totals(connection, new AggregateScope(agentIds, null, null))
            .Where(day => day.LocalDay > 0).Select(day => Month.Of(DateOnly.FromDayNumber((int)day.LocalDay))).Distinct()
            .OrderDescending().ToList());

    private static (long Total, IReadOnlyList<long> Ids) Page(FilteredState state, RowSelection selection, ConversationFilter filter,
        ConversationSort sort, int page, int perPage)
    {
        var offset = (long)(page - 1) * perPage;
        return (selection.Count, sort.ToRows() is { } order
            ? order.Page(state.Columns!, selection, offset, perPage)
            : PageFinder.Find(state.Connection, filter, sort, offset, perPage, selection.Count, null));
    }

    private (long Total, IReadOnlyList<long> Ids) Page(PreparedConnection connection, ConversationFilter filter, ConversationSort sort,
        int page, int perPage)
    {
        var planned = SearchBreadth.Decide(connection, filter);
        // Where only agents and days are asked for, the totals of the days say how many there are and where a page begins.
        var days = planned.IsScope ? AggregateStore.Totals(connection, planned.ToScope()) : null;
        var total = days?.Sum(day => day.Total) ?? totals.Of(connection, planned);
        return (total, PageFinder.Find(connection, planned, sort, (long)(page - 1) * perPage, perPage, total, days));
    }
}

/// <summary>
/// A page with the total of all pages, where the search was found by row id, and the known names of the agents' criteria by id.
/// </summary>
public sealed record ConversationList(
    long Total, IReadOnlyList<ConversationRow> Rows, IReadOnlyDictionary<long, SearchHit> Hits,
    IReadOnlyDictionary<string, string> CriterionNames);

/// <summary>
/// One conversation with the vendor's detail document, when it has been read, and the known names of its agent's criteria by id.
/// </summary>
public sealed record StoredConversation(ConversationRow Row, string? DetailJson, IReadOnlyDictionary<string, string> CriterionNames);
