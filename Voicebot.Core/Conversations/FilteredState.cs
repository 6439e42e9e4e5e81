using Voicebot.Core.Columns;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Time;

namespace Voicebot.Core.Conversations;

/// <summary>One state of the database, as answers under a filter read it.</summary>
/// <param name="columns">Of the same state; null where the database itself is to be asked.</param>
internal sealed class FilteredState(PreparedConnection connection, ColumnTable? columns, CancellationToken cancellation) : IDisposable
{
    private readonly List<RowSelection> selections = [];

    public PreparedConnection Connection => connection;

    public ColumnTable? Columns => columns;

    /// <summary>In which the days of the figures are counted.</summary>
    public ReportingZone Zone => field ??= DerivedState.Zone(connection);

    /// <summary>The conversations that a filter picks, until this state is disposed; null without columns.</summary>
    public RowSelection? Select(ConversationFilter filter)
    {
        if (columns is null)
            return null;
        var selection = RowConditions.Select(columns, connection, filter, Zone, cancellation);
        selections.Add(selection);
        return selection;
    }

    public void Dispose()
    {
        foreach (var selection in selections)
            selection.Dispose();
    }
}
