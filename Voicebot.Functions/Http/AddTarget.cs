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

/// <summary>Sets a target.</summary>
public sealed class AddTarget(VoicebotSettings settings, TargetStore targets, AuditLog audit)
{
    [Function(nameof(AddTarget))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/targets")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var target = TargetReader.Read(await BodyReader.ReadAsync(request), current);
        try
        {
            var stored = targets.Add(target);
            audit.Record(request, AuditActions.Targets, stored.Figure);
            return ApiJson.Of(TargetResponse.Of(stored, current), StatusCodes.Status201Created);
        }
        catch (TargetRefusedException refused)
        {
            return TargetProblems.Of(refused).ToResult();
        }
    }
}
