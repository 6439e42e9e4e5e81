using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Where one conversation stands in the review inbox, and what people did with it.</summary>
public sealed class GetReview(VoicebotSettings settings, ReviewStore reviews)
{
    [Function(nameof(GetReview))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        return reviews.Find(RouteValues.Text(id)) is { } found
            ? ApiJson.Ok(ReviewDetailResponse.Of(found, settings.Current))
            : ReviewProblems.Missing.ToResult();
    }
}
