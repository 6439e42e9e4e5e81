using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Conversations;

/// <summary>
/// Finds the rows of a page without walking through all pages before it: by the totals of the days where only agents and
/// days are asked for, else from the nearer end.
/// </summary>
internal static class PageFinder
{
    /// <param name="days">Totals per local day, newest first, where the filter asks for agents and days only.</param>
    public static IReadOnlyList<long> Find(
        PreparedConnection connection, ConversationFilter filter, ConversationSort sort, long offset, int count, long total,
            IReadOnlyList<(long LocalDay, long Total)>? days)
    {
        var left = (int)Math.Min(count, total - offset);
        if (left <= 0)
            return [];
        if (days is not null && sort.IsByStart && SeekDay(connection, days, sort, offset) is { } seek)
            return Ids(connection, filter, sort, seek.Skip, left, seek.Condition, seek.Instant);
        var fromEnd = total - offset - left;
        return fromEnd < offset
            ? [.. Enumerable.Reverse(Ids(connection, filter, sort.Reverse(), fromEnd, left))]
            : Ids(connection, filter, sort, offset, left);
    }

    /// <summary>Where the page's first day begins, and how many of its rows come before the page; null when some have no start.</summary>
    private static (string Condition, long Instant, long Skip)? SeekDay(PreparedConnection connection,
        IReadOnlyList<(long LocalDay, long Total)> days, ConversationSort sort, long offset)
    {
        if (days.Count > 0 && days[^1].LocalDay == 0)
            return null;
        var zone = DerivedState.Zone(connection);
        foreach (var (localDay, total) in sort.IsDescending ? days : days.Reverse())
        {
            if (offset < total)
            {
                var day = DateOnly.FromDayNumber((int)localDay);
                return sort.IsDescending ? ("c.start_time < @seek", zone.EndOf(day), offset)
                    : ("c.start_time >= @seek", zone.StartOf(day), offset);
            }
            offset -= total;
        }
        return null;
    }

    private static List<long> Ids(PreparedConnection connection, ConversationFilter filter, ConversationSort sort, long skip, int count,
        string? condition = null, long seek = 0)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(connection, parameters);
        if (condition is not null)
            where += (where.Length == 0 ? "WHERE " : " AND ") + condition;
        parameters.Add("seek", seek);
        parameters.Add("skip", skip);
        parameters.Add("count", count);
        var order = sort.ToSql(connection.Dialect);
        return connection.Query<long>($"SELECT c.id FROM conversations c {where} {order} LIMIT @count OFFSET @skip", parameters).AsList();
    }
}
