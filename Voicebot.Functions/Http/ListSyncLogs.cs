using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class ListSyncLogs(VoicebotSettings settings, SyncRunStore runs, TimeProvider clock)
{
    private const int DefaultLimit = 50;

    [Function(nameof(ListSyncLogs))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sync-logs")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var limit = query.Whole("limit", 1, 500) ?? DefaultLimit;
        var type = query.OneOf("sync_type", SyncType.All);
        var agentIds = FilterReader.AskedAgents(query, current);
        query.Finish();
        return ApiJson.Ok<IReadOnlyList<SyncLogResponse>>(
            [.. runs.Newest(limit, agentIds, type).Select(run => SyncLogResponse.Of(run, current.Zone, clock.GetUtcNow()))]);
    }
}
