using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Settings;
using Voicebot.Core.Targets;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Removes a target; answers with those that are left.</summary>
public sealed class RemoveTarget(VoicebotSettings settings, TargetStore targets, AuditLog audit)
{
    [Function(nameof(RemoveTarget))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/targets/{id}")] HttpRequest request, string id)
    {
        var query = QueryReader.Of(request);
        var version = Parameters.Version.Of(query);
        query.Finish();
        try
        {
            if (!targets.Remove(RouteValues.Number(id), version))
                return TargetProblems.Missing.ToResult();
        }
        catch (TargetRefusedException refused)
        {
            return TargetProblems.Of(refused).ToResult();
        }
        audit.Record(request, AuditActions.Targets, id);
        return ApiJson.Ok(TargetsResponse.Of(targets.All(), settings.Current));
    }
}
