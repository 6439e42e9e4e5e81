using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Money;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>What the conversations of a month cost, and will.</summary>
public sealed class GetMoney(VoicebotSettings settings, MoneyService money)
{
    [Function(nameof(GetMoney))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/money")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var agentIds = FilterReader.Agents(query, settings.Current);
        var agentId = FilterReader.AgentText(query);
        var month = MoneyParameters.Month.Of(query);
        query.Finish();
        return ApiJson.Ok(money.Report(month, agentIds, agentId, request.HttpContext.RequestAborted));
    }
}
