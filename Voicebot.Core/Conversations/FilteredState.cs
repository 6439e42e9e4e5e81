using Dapper;
using Voicebot.Core.Columns;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Conversations;

/// <summary>One state of the database, as answers under a filter read it.</summary>
/// <param name="columns">Of the same state; null where the database itself is to be asked.</param>
internal sealed class FilteredState(PreparedConnection connection, ColumnTable? columns, CancellationToken cancellation) : IDisposable
{
    private readonly Dictionary<ConversationFilter, RowSelection> selections = new(ReferenceEqualityComparer.Instance);

    public PreparedConnection Connection => connection;

    public ColumnTable? Columns => columns;

    /// <summary>In which the days of the figures are counted.</summary>
    public ReportingZone Zone => field ??= DerivedState.Zone(connection);

    /// <summary>The conversations that a filter picks, until this state is disposed; null without columns.</summary>
    public RowSelection? Select(ConversationFilter filter)
    {
        if (columns is null)
            return null;
        if (!selections.TryGetValue(filter, out var selection))
            selections[filter] = selection = RowConditions.Select(columns, connection, filter, Zone, cancellation);
        return selection;
    }

    /// <summary>How many conversations both filters pick.</summary>
    public long CountShared(ConversationFilter one, ConversationFilter other)
    {
        if (Select(one) is { } selection && Select(other) is { } others)
            return selection.CountShared(others);
        var parameters = new DynamicParameters();
        var where = FilterSql.Where(one, connection, parameters, also: other);
        return connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM conversations c {where}", parameters);
    }

    public void Dispose()
    {
        foreach (var selection in selections.Values)
            selection.Dispose();
    }
}
