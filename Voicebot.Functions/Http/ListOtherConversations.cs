using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>
/// The other conversations of the person of one conversation. It is asked by the conversation, so that no number can be tried here.
/// </summary>
public sealed class ListOtherConversations(VoicebotSettings settings, SamePerson persons)
{
    [Function(nameof(ListOtherConversations))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
        Route = "api/conversations/{id}/others")] HttpRequest request, string id)
    {
        var query = QueryReader.Of(request);
        var limit = Parameters.Others.Of(query);
        query.Finish();
        return persons.Others(RouteValues.Text(id), limit) is { } found
            ? ApiJson.Ok(OtherConversationsResponse.Of(found, settings.Current))
            : Problem.NotFound("There is no conversation with this id.").ToResult();
    }
}
