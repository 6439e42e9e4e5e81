using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Functions.Responses;

/// <summary>An agent that took part in a conversation.</summary>
internal sealed record VisitedAgentResponse(string AgentId, string? BranchId)
{
    public static IReadOnlyList<VisitedAgentResponse> Of(JsonElement detail) =>
    [
        .. detail.Items("visited_agents").Where(agent => agent.Text("agent_id") is not null)
            .Select(agent => new VisitedAgentResponse(agent.Text("agent_id")!, agent.Text("branch_id"))),
    ];
}
