using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The review inbox: conversations that somebody should look at.</summary>
public sealed class ListReviews(VoicebotSettings settings, ReviewStore reviews, AnswerCache answers)
{
    [Function(nameof(ListReviews))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reviews")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var state = ReviewParameters.State.Of(query);
        var asked = new ReviewQuery
        {
            State = state == ReviewParameters.All ? null : state,
            AgentIds = FilterReader.AskedAgents(query, current) ?? [],
            Owner = ReviewParameters.Owner.Of(query),
            Label = ReviewParameters.Label.Of(query),
            RuleId = ReviewParameters.Rule.Of(query),
        };
        var page = Parameters.Page.Of(query);
        var perPage = Parameters.PerPage.Of(query);
        query.Finish();
        return ApiJson.Bytes(ReviewsResponse.Of(reviews.List(asked, page, perPage, cancellation), page, perPage, current));
    });
}
