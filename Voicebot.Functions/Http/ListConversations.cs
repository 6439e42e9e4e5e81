using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

public sealed class ListConversations(VoicebotSettings settings, ConversationStore conversations, AnswerCache answers, GuessGuard guesses)
{
    [Function(nameof(ListConversations))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/conversations")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var filter = FilterReader.Conditions(query, current);
        var page = Parameters.Page.Of(query);
        var perPage = Parameters.PerPage.Of(query);
        var sort = Parameters.Sort.Of(query);
        query.Finish();
        guesses.Check(request, filter);
        return ApiJson.Bytes(
            ConversationListResponse.Of(conversations.List(filter, sort, page, perPage, cancellation), page, perPage, current));
    });
}
