using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>
/// How the conversations of a period divide: by agent, end reason, language, channel, tool, duration, latency and criterion.
/// </summary>
public sealed class GetBreakdowns(VoicebotSettings settings, BreakdownService breakdowns, AnswerCache answers, GuessGuard guesses)
{
    [Function(nameof(GetBreakdowns))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/breakdowns")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var filter = FilterReader.Conditions(query, settings.Current);
        var compare = Parameters.CompareAgents.Of(query);
        var agentId = FilterReader.AgentText(query);
        query.Finish();
        guesses.Check(request, filter);
        return ApiJson.Bytes(breakdowns.Report(filter, agentId, compare == Parameters.Previous, cancellation));
    });
}
