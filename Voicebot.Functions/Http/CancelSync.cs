using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Asks a run to end; what it has stored stays.</summary>
public sealed class CancelSync(VoicebotSettings settings, SyncRunStore runs, SyncService sync, TimeProvider clock)
{
    [Function(nameof(CancelSync))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/sync-logs/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var number = RouteValues.Number(id);
        if (runs.Find(number) is null)
            return Problem.NotFound($"There is no synchronisation {id}.").ToResult();
        if (!sync.Cancel(number))
            return new Problem(StatusCodes.Status409Conflict, "run_not_active",
                $"Synchronisation {id} is over already, so there is nothing to cancel.").ToResult();
        return ApiJson.Ok(SyncLogResponse.Of(runs.Find(number)!, settings.Current.Zone, clock.GetUtcNow()));
    }
}
