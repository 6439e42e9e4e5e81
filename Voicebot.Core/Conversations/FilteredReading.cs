using Voicebot.Core.Columns;
using Voicebot.Core.Data;
using Voicebot.Core.Search;

namespace Voicebot.Core.Conversations;

/// <summary>
/// How answers under a filter are read: from one state of the database, from columns in memory where these are there, and limited in
/// work where the database may have to look at every conversation.
/// </summary>
public sealed class FilteredReading(Database database, QueryLimit limit, ColumnStore columns)
{
    /// <param name="filter">Agents and days alone are answered from what is kept of days, which is little whatever is asked.</param>
    /// <exception cref="QueryTooBroadException">It would take too much work.</exception>
    internal T Read<T>(ConversationFilter filter, Func<FilteredState, T> read, CancellationToken cancellation) =>
        filter.IsScope
            ? ReadScope(columns: null, read, cancellation)
            : limit.Read(database, connection => Read(connection, columns, read, cancellation), cancellation);

    /// <summary>The same, of what the figures of days do not tell of agents and days either.</summary>
    internal T ReadWithColumns<T>(ConversationFilter filter, Func<FilteredState, T> read, CancellationToken cancellation) =>
        filter.IsScope ? ReadScope(columns, read, cancellation) : Read(filter, read, cancellation);

    /// <summary>The same of lists, whose rows may have to be gone through even for agents and days.</summary>
    /// <param name="byDays">The totals of the days say already how many there are, and where a page begins.</param>
    /// <exception cref="QueryTooBroadException">It would take too much work.</exception>
    internal T ReadRows<T>(bool byDays, Func<FilteredState, T> read, CancellationToken cancellation) =>
        limit.Read(database, connection => Read(connection, byDays ? null : columns, read, cancellation), cancellation);

    private T ReadScope<T>(ColumnStore? columns, Func<FilteredState, T> read, CancellationToken cancellation) =>
        database.Read(connection => Read(connection, columns, read, cancellation), cancellation);

    private static T Read<T>(PreparedConnection connection, ColumnStore? columns, Func<FilteredState, T> read,
        CancellationToken cancellation)
    {
        using var session = columns?.Open(connection) ?? new ColumnSession(new ReadSnapshot(connection), null);
        using var state = new FilteredState(connection, session.Table, cancellation);
        return read(state);
    }
}
