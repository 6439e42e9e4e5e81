using Dapper;
using Voicebot.Core.Columns;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>Who comes back among the conversations of a filter. No figures of days can tell it.</summary>
internal static class People
{
    // About half a second of the database's work, before the columns are there or without them.
    private const int MostRows = 200_000;

    /// <param name="total">How many conversations the filter picks.</param>
    /// <returns>Null where there are too many to be counted from rows.</returns>
    public static RepeatedPeople? Repeated(FilteredState state, ConversationFilter filter, long total)
    {
        if (state.Select(filter) is { } selection)
            return PeopleCounting.Of(selection);
        if (total > MostRows)
            return null;
        var parameters = new DynamicParameters();
        var where = filter.ToSql(state.Connection, parameters);
        return state.Connection.QuerySingle<RepeatedPeople>($"""
            SELECT COUNT(*) AS Numbers, CAST(COALESCE(SUM(times), 0) AS BIGINT) AS Conversations
            FROM (SELECT COUNT(*) AS times FROM conversations c {where} {(where.Length == 0 ? "WHERE" : "AND")} c.person_key IS NOT NULL
                GROUP BY c.person_key HAVING COUNT(*) > 1) people
            """, parameters);
    }
}
