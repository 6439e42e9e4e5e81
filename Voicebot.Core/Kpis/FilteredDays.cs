using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>The figures of a filter by day, counted from the rows, whatever the conditions are.</summary>
public sealed class FilteredDays
{
    private FilteredDays(IReadOnlyList<DayFigures> days, PeriodSums sums) => (Days, Sums) = (days, sums);

    /// <summary>Ascending; day 0 holds conversations without a start.</summary>
    public IReadOnlyList<DayFigures> Days { get; }

    public PeriodSums Sums { get; }

    /// <param name="connection">In a snapshot of the caller's.</param>
    public static FilteredDays Of(PreparedConnection connection, ConversationFilter filter)
    {
        var zone = DerivedState.Zone(connection);
        var parameters = new DynamicParameters();
        var where = filter.ToSql(connection, parameters);
        var all = new DayAggregate();
        var days = new SortedDictionary<long, DayAggregate>();
        foreach (var conversation in CountedConversation.Where(connection, where, parameters))
        {
            var localDay = ConversationCounting.DayOf(conversation, zone);
            if (!days.TryGetValue(localDay, out var day))
                days[localDay] = day = new DayAggregate();
            ConversationCounting.Count(all, conversation, zone, 1);
            ConversationCounting.Count(day, conversation, zone, 1);
        }
        return new FilteredDays([.. days.Select(day => day.Value.Figures.On(day.Key))], PeriodSums.Of(all));
    }
}
