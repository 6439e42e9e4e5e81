using Voicebot.Core.Agents;
using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// To which agent a conversation belongs. The lists of two agents can both show one that was handed over; it belongs to the agent
/// of its detail, once, whichever list was read last.
/// </summary>
internal sealed class ConversationOwners(PreparedConnection connection)
{
    private readonly HashSet<string> known = AgentStore.All(connection).Select(agent => agent.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>An agent that nobody configured owns nothing: its conversations would count nowhere.</summary>
    public string Of(ConversationDetail? detail, StoredDocuments? stored, ConversationListItem? list, SyncRun run) =>
        Known(detail?.AgentId) ?? Known(stored?.AgentId) ?? Known(list?.AgentId) ?? run.AgentId;

    private string? Known(string? agentId) => agentId is not null && known.Contains(agentId) ? agentId : null;
}
