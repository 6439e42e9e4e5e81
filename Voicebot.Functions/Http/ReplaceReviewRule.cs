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

/// <summary>Keeps another rule in the place of one.</summary>
public sealed class ReplaceReviewRule(VoicebotSettings settings, ReviewRuleStore rules, AuditLog audit)
{
    [Function(nameof(ReplaceReviewRule))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/review-rules/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var rule = ReviewRuleReader.Read(await BodyReader.ReadAsync(request), current);
        try
        {
            if (rules.Replace(rule with { Id = RouteValues.Number(id) }) is not { } stored)
                return ReviewProblems.MissingRule.ToResult();
            audit.Record(request, AuditActions.ReviewRules, stored.Name);
            return ApiJson.Ok(ReviewRuleResponse.Of(stored, true, rules.Unseen().GetValueOrDefault(stored.Id), null, current));
        }
        catch (RuleRefusedException refused)
        {
            return ReviewProblems.Of(refused).ToResult();
        }
    }
}
