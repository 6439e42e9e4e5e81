using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

public sealed class GetKpis(VoicebotSettings settings, KpiService kpis, AnswerCache answers, GuessGuard guesses)
{
    [Function(nameof(GetKpis))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/kpis")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var filter = FilterReader.Conditions(query, settings.Current);
        var compare = Parameters.CompareKpis.Of(query);
        var agentId = FilterReader.AgentText(query);
        query.Finish();
        guesses.Check(request, filter);
        return ApiJson.Bytes(kpis.Report(filter, agentId, compare == Parameters.Previous, cancellation));
    });
}
