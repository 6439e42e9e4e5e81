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

/// <summary>Sets another target in the place of one.</summary>
public sealed class ReplaceTarget(VoicebotSettings settings, TargetStore targets, AuditLog audit)
{
    [Function(nameof(ReplaceTarget))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/targets/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var body = await BodyReader.ReadAsync(request);
        var version = TargetReader.Version(body);
        var target = TargetReader.Read(body, current);
        try
        {
            if (targets.Replace(target with { Id = RouteValues.Number(id) }, version) is not { } stored)
                return TargetProblems.Missing.ToResult();
            audit.Record(request, AuditActions.Targets, stored.Figure);
            return ApiJson.Ok(TargetResponse.Of(stored, current));
        }
        catch (TargetRefusedException refused)
        {
            return TargetProblems.Of(refused).ToResult();
        }
    }
}
