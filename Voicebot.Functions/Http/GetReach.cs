using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Agents;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>How many conversations ElevenLabs has of an agent, by how far back a first synchronisation goes.</summary>
public sealed class GetReach(VoicebotSettings settings, ReachCount reach)
{
    [Function(nameof(GetReach))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agents/{id}/reach")] HttpRequest request, string id)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var name = Parameters.Zone.Of(query);
        var zone = name is null ? current.Zone : ReportingZone.Find(name);
        if (zone is null && !query.HasError("time_zone"))
            query.Refuse("time_zone", "must be an IANA time zone, such as Europe/Warsaw");
        if (!Agent.IsId(id))
            query.Refuse("id", "must be an agent id of letters, digits, '_' and '-'");
        query.Finish();
        if (current.Connection is not { } connection)
            return Problem.NotConfigured.ToResult();
        return ApiJson.Ok(await reach.OfAsync(connection, id, zone!, request.HttpContext.RequestAborted));
    }
}
