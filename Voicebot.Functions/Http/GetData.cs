using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>What was collected in the conversations of a period, datum by datum.</summary>
public sealed class GetData(VoicebotSettings settings, DataService data, AnswerCache answers, GuessGuard guesses)
{
    [Function(nameof(GetData))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/data")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var filter = FilterReader.Conditions(query, settings.Current);
        var agentId = FilterReader.AgentText(query);
        query.Finish();
        guesses.Check(request, filter);
        return ApiJson.Bytes(data.Report(filter, agentId, cancellation));
    });
}
