using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Agents;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The configured agents, or with <c>source=elevenlabs</c> those that the key can see: also the test of a key.</summary>
public sealed class ListAgents(VoicebotSettings settings, KeyTest keyTest)
{
    [Function(nameof(ListAgents))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agents")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var source = Parameters.Source.Of(query);
        query.Finish();
        var current = settings.Current;
        if (source != Parameters.Vendor)
            return ApiJson.Ok(AgentsResponse.Of(current));
        if (current.Connection is not { } connection)
            return Problem.NotConfigured.ToResult();
        var agents = await keyTest.ListAgentsAsync(connection, current.IsRegionChosen, request.HttpContext.RequestAborted);
        return ApiJson.Ok(new VendorAgentsResponse(
            [.. agents.Select(agent =>
                new VendorAgentResponse(agent.Id, Agent.Foreign(agent.Name) ?? agent.Id, current.ActiveAgentIds.Contains(agent.Id)))]));
    }
}
