using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.Search;
using Voicebot.Core.Settings;
using Voicebot.Core.Views;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The named views, and how many conversations each has.</summary>
public sealed class ListViews(VoicebotSettings settings, ViewStore views, ConversationStore conversations, AnswerCache answers)
{
    [Function(nameof(ListViews))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/views")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var scope = FilterReader.Scope(query, current);
        var count = Parameters.Count.Of(query) ?? false;
        query.Finish();
        return ApiJson.Bytes(new ViewsResponse(
            count ? Count(scope, cancellation) : null,
            [.. views.All().Select(view =>
                ViewResponse.Of(view, current, count ? Count(ViewReader.Filter(view, scope, current), cancellation) : null))]));
    });

    private long? Count(ConversationFilter? filter, CancellationToken cancellation)
    {
        try
        {
            return filter is null ? null : conversations.Count(filter, cancellation);
        }
        catch (QueryTooBroadException)
        {
            return null; // a view can be opened without its number
        }
    }
}
