using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class GetConversation(VoicebotSettings settings, ConversationStore conversations)
{
    [Function(nameof(GetConversation))]
    public IResult Run([
        HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/conversations/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        return conversations.Find(RouteValues.Text(id)) is { } conversation
            ? ApiJson.Ok(ConversationDetailResponse.Of(conversation, settings.Current))
            : Problem.NotFound("There is no conversation with this id. It may belong to a period that has not been synchronised yet.")
                .ToResult();
    }
}
