using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Reviews;
using Voicebot.Core.Search;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The rules of the review inbox, and how much each picks.</summary>
public sealed class ListReviewRules(VoicebotSettings settings, ReviewRuleStore rules, RuleCounting counting)
{
    [Function(nameof(ListReviewRules))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/review-rules")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var count = ReviewParameters.Caught.Of(query) ?? false;
        query.Finish();
        return ApiJson.Ok(Answer(rules, counting, settings.Current, count, request.HttpContext.RequestAborted));
    }

    internal static ReviewRulesResponse Answer(ReviewRuleStore rules, RuleCounting counting, EffectiveSettings current, bool count,
        CancellationToken cancellation)
    {
        var unseen = rules.Unseen();
        return new ReviewRulesResponse(
            count ? counting.All([], current.Zone, cancellation) : null, ReviewRule.MostUnseen,
            [.. rules.All().Select(rule => ReviewRuleResponse.Of(rule, ReviewRuleReader.Filter(rule, current) is not null,
                unseen.GetValueOrDefault(rule.Id), count ? Picked(counting, rule, current, cancellation) : null, current))]);
    }

    private static long? Picked(RuleCounting counting, ReviewRule rule, EffectiveSettings current, CancellationToken cancellation)
    {
        try
        {
            return counting.Picked(rule, current.Zone, cancellation);
        }
        catch (QueryTooBroadException)
        {
            return null; // a rule can be read without its number
        }
    }
}
