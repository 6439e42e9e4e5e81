using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Archiving;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Archives a month, one file per agent; a month that has not changed since keeps its file.</summary>
public sealed class ArchiveMonth(VoicebotSettings settings, Archiver archiver)
{
    [Function(nameof(ArchiveMonth))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/archive")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var agentIds = FilterReader.Agents(query, current);
        var month = Parameters.Month.Of(query);
        query.Finish();
        var archives = await archiver.ArchiveAsync(month!.Value, agentIds, request.HttpContext.RequestAborted);
        return archives.Count == 0 ? Problem.NoData($"in {month}").ToResult() : ApiJson.Ok(ArchiveMonthResponse.Of(archives));
    }
}
