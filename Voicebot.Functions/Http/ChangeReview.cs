using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Reviews;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Changes where a conversation stands in the review inbox; one that is not in it comes in.</summary>
public sealed class ChangeReview(ReviewStore reviews)
{
    [Function(nameof(ChangeReview))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var change = ReviewReader.Change(await BodyReader.ReadAsync(request), RouteValues.Text(id));
        var caller = Caller.Of(request.HttpContext);
        var changed = reviews.Change([change], caller.RoleText, caller.Name);
        return changed[0].Outcome switch
        {
            ReviewOutcome.Missing => ReviewProblems.MissingConversation.ToResult(),
            ReviewOutcome.Conflict => ReviewProblems.ChangedMeanwhile.ToResult(),
            _ => ApiJson.Ok(ReviewChangesResponse.Of(reviews.Unseen(), changed)),
        };
    }
}
