using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class GetKpis(VoicebotSettings settings, KpiService kpis, AnswerCache answers)
{
    [Function(nameof(GetKpis))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/kpis")] HttpRequest request) =>
        answers.AnswerAsync(request, _ =>
    {
        var query = QueryReader.Of(request);
        var filter = FilterReader.Scope(query, settings.Current);
        var compare = Parameters.CompareKpis.Of(query);
        var agentId = FilterReader.AgentText(query);
        query.Finish();
        return ApiJson.Bytes(kpis.Report(filter, agentId, compare == Parameters.Previous));
    });
}
