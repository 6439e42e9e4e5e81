using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>How many conversations a rule would have picked lately, before anybody keeps it.</summary>
public sealed class PreviewReviewRule(VoicebotSettings settings, RuleCounting counting)
{
    [Function(nameof(PreviewReviewRule))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/review-rules/preview")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var rule = ReviewRuleReader.Conditions(await BodyReader.ReadAsync(request), current);
        var stop = request.HttpContext.RequestAborted;
        return ApiJson.Ok(new ReviewPreviewResponse(
            counting.Picked(rule, current.Zone, stop) ?? 0, counting.All(rule.AgentIds, current.Zone, stop)));
    }
}
