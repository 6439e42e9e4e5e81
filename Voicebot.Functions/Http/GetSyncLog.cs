using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class GetSyncLog(VoicebotSettings settings, SyncRunStore runs, TimeProvider clock)
{
    [Function(nameof(GetSyncLog))]
    public IResult Run([
        HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sync-logs/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        return runs.Find(RouteValues.Number(id)) is { } run
            ? ApiJson.Ok(SyncLogResponse.Of(run, settings.Current.Zone, clock.GetUtcNow()))
            : Problem.NotFound($"There is no synchronisation {id}.").ToResult();
    }
}
