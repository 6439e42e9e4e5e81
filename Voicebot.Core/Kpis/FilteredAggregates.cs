using Dapper;
using Voicebot.Core.Columns;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Kpis;

/// <summary>
/// What the figures of a filter are made of: the daily figures where they suffice, else the columns in memory, and the rows where these
/// are not there.
/// </summary>
internal static class FilteredAggregates
{
    public static Aggregates Of(FilteredState state, ConversationFilter filter)
    {
        if (filter.IsScope)
            return new StoredAggregates(state.Connection, filter.ToScope());
        if (state.Select(filter) is { } selection)
            return new ColumnAggregates(state.Columns!, selection, state.Zone);
        var parameters = new DynamicParameters();
        return CountedAggregates.Of(state.Connection, filter.ToSql(state.Connection, parameters), parameters, state.Zone);
    }

    /// <summary>The same, summed up, with the people who came back.</summary>
    /// <param name="until">See below.</param>
    public static PeriodSums Sums(FilteredState state, ConversationFilter filter, Aggregates aggregates, long? until = null)
    {
        var sums = PeriodSums.Of(aggregates);
        return sums with
        {
            People = People.Repeated(state, until is null ? filter : filter with { StartsBefore = until }, sums.Figures.Total),
        };
    }

    /// <summary>
    /// Of the last day only what began before an instant. No figures are kept of parts of days, so that these are counted from the rows.
    /// </summary>
    /// <param name="filter">Its period ends on the day of the instant.</param>
    /// <param name="until">Unix seconds, exclusive; null takes the whole day.</param>
    public static Aggregates Of(FilteredState state, ConversationFilter filter, long? until)
    {
        if (until is null)
            return Of(state, filter);
        if (!filter.IsScope)
            return Of(state, filter with { StartsBefore = until });
        var last = filter.Period.To!.Value;
        var part = Of(state, filter with { Period = new Period(last, last), StartsBefore = until });
        return filter.Period.From == last
            ? part
            : new JoinedAggregates(Of(state, filter with { Period = filter.Period with { To = last.AddDays(-1) } }), part);
    }
}
