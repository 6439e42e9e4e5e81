using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Removes a rule of the review inbox; answers with those that are left.</summary>
public sealed class RemoveReviewRule(VoicebotSettings settings, ReviewRuleStore rules, RuleCounting counting, AuditLog audit)
{
    [Function(nameof(RemoveReviewRule))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/review-rules/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (!rules.Remove(RouteValues.Number(id)))
            return ReviewProblems.MissingRule.ToResult();
        audit.Record(request, AuditActions.ReviewRules, id);
        return ApiJson.Ok(ListReviewRules.Answer(rules, counting, settings.Current, count: false, request.HttpContext.RequestAborted));
    }
}
