using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Reads the details of telephone conversations without numbers again, of every month.</summary>
public sealed class RefetchDetails(VoicebotSettings settings, SyncService sync)
{
    [Function(nameof(RefetchDetails))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/refetch-details")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var agentIds = FilterReader.Agents(query, current);
        query.Finish();
        (await BodyReader.ReadAsync(request)).Finish();
        if (current.Connection is null || current.ActiveAgentIds.Count == 0)
            return Problem.NotConfigured.ToResult();
        var (count, runs) = sync.RefetchDetails([.. agentIds.Where(current.ActiveAgentIds.Contains)]);
        var message = count == 0 ? "No telephone conversation lacks its numbers."
            : $"The details of {count} telephone conversation(s) without numbers are being read again.";
        return ApiJson.Ok(new RefetchResponse("ok", message, count, StartedRunResponse.Of(runs, null)));
    }
}
