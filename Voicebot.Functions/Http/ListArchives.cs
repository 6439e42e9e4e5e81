using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Archiving;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class ListArchives(VoicebotSettings settings, ArchiveStore archives)
{
    [Function(nameof(ListArchives))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/archives")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var agentIds = FilterReader.AskedAgents(query, current);
        query.Finish();
        return ApiJson.Ok<IReadOnlyList<ArchiveResponse>>(
            [.. archives.All(agentIds).Select(archive => ArchiveResponse.Of(archive, current.Zone))]);
    }
}
