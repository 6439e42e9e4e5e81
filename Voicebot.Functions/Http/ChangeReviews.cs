using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Reviews;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>The same of several conversations at once; the answer holds what leads back.</summary>
public sealed class ChangeReviews(ReviewStore reviews)
{
    [Function(nameof(ChangeReviews))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var changes = ReviewReader.Changes(await BodyReader.ReadAsync(request));
        var caller = Caller.Of(request.HttpContext);
        var changed = reviews.Change(changes, caller.RoleText, caller.Name);
        return ApiJson.Ok(ReviewChangesResponse.Of(reviews.Unseen(), changed));
    }
}
