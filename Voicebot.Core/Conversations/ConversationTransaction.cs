using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>
/// The one door through which conversations are changed: rows, texts, search index and aggregates change together or not at all.
/// </summary>
public static class ConversationTransaction
{
    private const int MostAttempts = 5;

    /// <summary>Changes conversations of any agents, while nobody else writes anything.</summary>
    public static T WriteConversations<T>(this Database database, Func<ConversationWriter, T> write) =>
        database.Write(connection => Run(connection, AgentLocks.All, write));

    public static void WriteConversations(this Database database, Action<ConversationWriter> write) =>
        database.WriteConversations(writer =>
    {
        write(writer);
        return 0;
    });

    /// <summary>
    /// Changes conversations of a few agents, beside other programs that change those of others. One that turns out to be another
    /// agent's moves under the locks of both, for which the work begins anew.
    /// </summary>
    /// <param name="agentIds">As far as they are known beforehand.</param>
    /// <param name="write">Does the same when it is called again; nothing of an earlier call was stored.</param>
    public static T WriteConversations<T>(this Database database, IEnumerable<string> agentIds, Func<ConversationWriter, T> write)
    {
        var agents = agentIds.ToHashSet(StringComparer.Ordinal);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
            try
            {
                return database.WriteBeside(connection => Run(connection, AgentLocks.Take(connection, agents), write));
            }
            catch (AgentNotLockedException other)
            {
                agents.Add(other.AgentId);
            }
            catch (StorageException race) when (race.IsRace)
            {
                // The other was first with a conversation that both of us list; now it can be seen.
            }
        return database.WriteConversations(write);
    }

    public static void WriteConversations(this Database database, IEnumerable<string> agentIds, Action<ConversationWriter> write) =>
        database.WriteConversations(agentIds, writer =>
    {
        write(writer);
        return 0;
    });

    private static T Run<T>(PreparedConnection connection, AgentLocks locks, Func<ConversationWriter, T> write)
    {
        var writer = new ConversationWriter(connection, locks);
        var result = write(writer);
        writer.Finish();
        return result;
    }
}
