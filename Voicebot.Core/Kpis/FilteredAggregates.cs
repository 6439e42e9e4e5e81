using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Search;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>What the figures of a filter are made of: the daily figures where they suffice, else the rows.</summary>
internal static class FilteredAggregates
{
    /// <summary>The daily figures are few, whatever is asked; rows may be too many, so that only these are limited in work.</summary>
    /// <exception cref="QueryTooBroadException">Counting the rows would take too much work.</exception>
    public static T Read<T>(Database database, QueryLimit limit, ConversationFilter filter, Func<PreparedConnection, T> read,
        CancellationToken cancellation) =>
        filter.IsScope ? database.Read(read, cancellation) : limit.Read(database, read, cancellation);

    public static Aggregates Of(PreparedConnection connection, ConversationFilter filter, ReportingZone zone)
    {
        if (filter.IsScope)
            return new StoredAggregates(connection, filter.ToScope());
        var parameters = new DynamicParameters();
        var where = filter.ToSql(connection, parameters);
        return CountedAggregates.Of(connection, where, parameters, zone);
    }

    /// <summary>
    /// Of the last day only what began before an instant. No figures are kept of parts of days, so that these are counted from the rows.
    /// </summary>
    /// <param name="filter">Its period ends on the day of the instant.</param>
    /// <param name="until">Unix seconds, exclusive; null takes the whole day.</param>
    public static Aggregates Of(PreparedConnection connection, ConversationFilter filter, long? until, ReportingZone zone)
    {
        if (until is null)
            return Of(connection, filter, zone);
        if (!filter.IsScope)
            return Of(connection, filter with { StartsBefore = until }, zone);
        var last = filter.Period.To!.Value;
        var part = Of(connection, filter with { Period = new Period(last, last), StartsBefore = until }, zone);
        return filter.Period.From == last
            ? part
            : new JoinedAggregates(Of(connection, filter with { Period = filter.Period with { To = last.AddDays(-1) } }, zone), part);
    }
}
