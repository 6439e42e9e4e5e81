using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Search;

namespace Voicebot.Core.Kpis;

/// <summary>The few figures that stand above a list, of the conversations of any filter; defined as those of the KPIs.</summary>
public sealed record SetFigures(long TotalConversations, long DropoutCount, long TransferCount, double? MedianDurationSecs)
{
    /// <exception cref="QueryTooBroadException">Counting would take too much work.</exception>
    public static SetFigures Of(Database database, QueryLimit limit, ConversationFilter filter, CancellationToken cancellation) =>
        limit.Read(database, connection =>
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(connection, parameters);
        var (total, dropouts, transfers) = (0L, 0L, 0L);
        var durations = new List<(long Value, long Count)>();
        foreach (var (duration, count, dropped, transferred) in
                connection.Query<(long Duration, long Count, long Dropped, long Transferred)>($"""
            SELECT COALESCE(c.duration_seconds, 0), COUNT(*), SUM(c.dropout), SUM(c.finished * c.transferred) FROM conversations c {where}
                GROUP BY 1 ORDER BY 1
            """, parameters))
        {
            total += count;
            dropouts += dropped;
            transfers += transferred;
            if (duration > 0)
                durations.Add((duration, count));
        }
        return new SetFigures(total, dropouts, transfers, Percentiles.Rounded(durations, 0.5));
    }, cancellation);
}
