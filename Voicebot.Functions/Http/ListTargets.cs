using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Core.Targets;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>What the figures should reach, and which may have a target.</summary>
public sealed class ListTargets(VoicebotSettings settings, TargetStore targets)
{
    [Function(nameof(ListTargets))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/targets")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return ApiJson.Ok(TargetsResponse.Of(targets.All(), settings.Current));
    }
}
