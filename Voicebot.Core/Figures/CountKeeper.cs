using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Figures;

/// <summary>
/// Keeps the daily aggregates equal to the rows within one transaction: what a conversation counted before its first
/// change is taken back, and at the end what it counts then is added, whatever the change was.
/// </summary>
internal sealed class CountKeeper(PreparedConnection connection)
{
    private readonly ReportingZone zone = DerivedState.Zone(connection);
    private readonly HashSet<long> touched = [];
    private readonly Dictionary<(string AgentId, long LocalDay), DayAggregate> changes = [];

    /// <summary>To be called before the row, its answers or its texts change; again is harmless.</summary>
    public void Touch(long id)
    {
        if (touched.Add(id))
            Count(id, -1);
    }

    /// <summary>The row is new: there is nothing to take back.</summary>
    public void TouchNew(long id) => touched.Add(id);

    /// <summary>To be called once, after the last change and before the commit.</summary>
    public void Store()
    {
        foreach (var id in touched)
            Count(id, 1);
        foreach (var ((agentId, localDay), change) in changes)
            AggregateWriter.Add(connection, agentId, localDay, change);
    }

    private void Count(long id, int times)
    {
        if (CountedConversation.Find(connection, id) is not { } conversation)
            return;
        var key = (conversation.AgentId, ConversationCounting.DayOf(conversation, zone));
        if (!changes.TryGetValue(key, out var day))
            changes[key] = day = new DayAggregate();
        ConversationCounting.Count(day, conversation, zone, times);
    }
}
