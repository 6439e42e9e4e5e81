using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// Whether a conversation was handed over. Tool names are configurable, so the result type and the used features decide;
/// only without any of these does the termination reason speak: free text is weaker than a result.
/// </summary>
public static class Transfers
{
    /// <summary>To a person by telephone; a failed attempt does not count.</summary>
    public static bool ToHuman(IReadOnlyCollection<string> resultTypes, string? terminationReason, ConversationDetail? detail)
    {
        if (HasSucceeded(resultTypes, detail))
            return true;
        if (HasFailed(resultTypes, detail))
            return false;
        // A hand-over to another AI agent also speaks of a transfer, so it must not be mistaken for a person.
        return EndReasons.Classify(terminationReason) == EndReason.Transferred && !SpeaksOfAgent(terminationReason!)
            && !ToAgent(resultTypes, detail);
    }

    /// <summary>How often each result of a transfer came: to a person or to an agent, done or failed.</summary>
    public static IReadOnlyList<(string ResultType, long Count)> Results(IEnumerable<string> resultTypes) =>
    [
        .. resultTypes.Where(type => type.StartsWith("transfer_to_", StringComparison.Ordinal))
            .CountBy(type => type, StringComparer.Ordinal).Select(type => (type.Key, (long)type.Value)),
    ];

    /// <summary>A result says that it was tried in vain, and none that another attempt went well.</summary>
    public static bool HasFailed(IReadOnlyCollection<string> resultTypes, ConversationDetail? detail) =>
        resultTypes.Contains(ToolResult.TransferError) && !HasSucceeded(resultTypes, detail);

    private static bool HasSucceeded(IReadOnlyCollection<string> resultTypes, ConversationDetail? detail) =>
        resultTypes.Any(type => type.StartsWith("transfer_to_number_", StringComparison.Ordinal)
            && type.EndsWith("_success", StringComparison.Ordinal))
        || (detail is not null && (detail.Used("transfer_to_number") || detail.Used("workflow", "phone_number_node")));

    private static bool SpeaksOfAgent(string terminationReason) =>
        terminationReason.Contains("transfer_to_agent", StringComparison.OrdinalIgnoreCase);

    /// <summary>To another AI agent.</summary>
    public static bool ToAgent(IReadOnlyCollection<string> resultTypes, ConversationDetail? detail) =>
        resultTypes.Contains("transfer_to_agent_success")
        || (detail is not null && detail.Json.Items("visited_agents").Select(agent => agent.Text("agent_id")).OfType<string>().Distinct()
            .Skip(1).Any());
}
