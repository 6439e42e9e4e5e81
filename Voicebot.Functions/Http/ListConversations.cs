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
    private const int DefaultPerPage = 50;
    private const int MaxPerPage = 200;
    private const int MaxPage = 10_000_000;

    [Function(nameof(ListConversations))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/conversations")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var filter = FilterReader.Conditions(query, current);
        var page = query.Whole("page", 1, MaxPage) ?? 1;
        var perPage = query.Whole("per_page", 1, MaxPerPage) ?? DefaultPerPage;
        var sort = Sort(query);
        query.Finish();
        guesses.Check(request, filter);
        return ApiJson.Bytes(
            ConversationListResponse.Of(conversations.List(filter, sort, page, perPage, cancellation), page, perPage, current));
    });

    private static ConversationSort Sort(QueryReader query)
    {
        if (query.Text("sort") is not { } text)
            return ConversationSort.NewestFirst;
        if (ConversationSort.Parse(text) is { } sort)
            return sort;
        query.Refuse("sort", $"must be one of {string.Join(", ", ConversationSort.Fields)}, with '-' before it for descending order");
        return ConversationSort.NewestFirst;
    }
}
