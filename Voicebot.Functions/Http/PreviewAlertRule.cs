using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>What a rule of alerts would say now, before anybody keeps it.</summary>
public sealed class PreviewAlertRule(VoicebotSettings settings, AlertRounds rounds, RuleCounting counting)
{
    [Function(nameof(PreviewAlertRule))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alert-rules/preview")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var rule = AlertRuleReader.Watched(await BodyReader.ReadAsync(request), current);
        var stop = request.HttpContext.RequestAborted;
        if (rule.Definition.Filters is { } filters)
        {
            var picks = new ReviewRule { Name = "", Filters = filters, AgentIds = rule.AgentIds };
            var caught = counting.Picked(picks, current.Zone, stop) ?? 0;
            return ApiJson.Ok(new AlertPreviewResponse(caught > 0 ? "alert" : "nothing", [], caught));
        }
        var verdict = rounds.Verdict(rule, stop);
        var state = verdict.IsUndecided ? "undecided" : verdict.Standing.Count > 0 ? "alert" : "nothing";
        return ApiJson.Ok(new AlertPreviewResponse(state, [.. verdict.Standing.Select(one => AlertFactsResponse.Of(one.Facts))], null));
    }
}
