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

/// <summary>Keeps a rule of the review inbox.</summary>
public sealed class AddReviewRule(VoicebotSettings settings, ReviewRuleStore rules, AuditLog audit)
{
    [Function(nameof(AddReviewRule))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/review-rules")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var rule = ReviewRuleReader.Read(await BodyReader.ReadAsync(request), current);
        try
        {
            var stored = rules.Add(rule);
            audit.Record(request, AuditActions.ReviewRules, stored.Name);
            return ApiJson.Of(ReviewRuleResponse.Of(stored, true, 0, null, current), StatusCodes.Status201Created);
        }
        catch (RuleRefusedException refused)
        {
            return ReviewProblems.Of(refused).ToResult();
        }
    }
}
