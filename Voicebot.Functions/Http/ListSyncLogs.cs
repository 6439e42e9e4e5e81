using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class ListSyncLogs(VoicebotSettings settings, SyncRunStore runs, TimeProvider clock)
{
    [Function(nameof(ListSyncLogs))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sync-logs")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var limit = Parameters.Runs.Of(query);
        var type = Parameters.KindOfRun.Of(query);
        var agentIds = FilterReader.AskedAgents(query, current);
        query.Finish();
        return ApiJson.Ok<IReadOnlyList<SyncLogResponse>>(
            [.. runs.Newest(limit, agentIds, type).Select(run => SyncLogResponse.Of(run, current.Zone, clock.GetUtcNow()))]);
    }
}
