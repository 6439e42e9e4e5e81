using Voicebot.Core.Data;
using Voicebot.Core.Time;

namespace Voicebot.Core.Figures;

/// <summary>
/// Keeps the daily aggregates equal to the rows within one transaction: what a conversation counted before its first
/// change is taken back, and at the end what it counts then is added, whatever the change was.
/// </summary>
internal sealed class CountKeeper(PreparedConnection connection, AgentLocks locks)
{
    private readonly ReportingZone zone = DerivedState.Zone(connection);
    private readonly HashSet<long> touched = [];
    private readonly Dictionary<(string AgentId, long LocalDay), DayAggregate> changes = [];

    /// <summary>To be called before these rows, their answers or their texts change; again is harmless.</summary>
    public void Touch(IEnumerable<long> ids) => Count([.. ids.Where(touched.Add)], -1);

    /// <summary>The row is new: there is nothing to take back.</summary>
    public void TouchNew(long id) => touched.Add(id);

    /// <summary>To be called once, after the last change and before the commit.</summary>
    public void Store()
    {
        Count(touched, 1);
        AggregateWriter.Add(connection, changes);
    }

    private void Count(IReadOnlyCollection<long> ids, int times)
    {
        if (ids.Count == 0)
            return;
        foreach (var conversation in CountedConversation.Among(connection, ids))
        {
            locks.Require(conversation.AgentId);
            var key = (conversation.AgentId, ConversationCounting.DayOf(conversation, zone));
            if (!changes.TryGetValue(key, out var day))
                changes[key] = day = new DayAggregate();
            ConversationCounting.Count(day, conversation, zone, times);
        }
    }
}
