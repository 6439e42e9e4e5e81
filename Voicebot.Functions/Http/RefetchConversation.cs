using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Core.Synchronization;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Reads one conversation from ElevenLabs again, now, and answers with all that is known of it then.</summary>
public sealed class RefetchConversation(VoicebotSettings settings, ConversationStore conversations, ConversationRefresh refresh)
{
    private static readonly Problem Gone = new(StatusCodes.Status404NotFound, "not_at_elevenlabs",
        "ElevenLabs does not have this conversation any more. What is stored here stays; the next synchronisation of its period marks it "
            + "as deleted.");

    [Function(nameof(RefetchConversation))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversations/{id}/refetch")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        (await BodyReader.ReadAsync(request)).Finish();
        var conversationId = RouteValues.Text(id);
        if (conversations.Find(conversationId) is null)
            return Problem.NotFound("There is no conversation with this id. It may belong to a period that has not been synchronised yet.")
                .ToResult();
        var current = settings.Current;
        if (current.Connection is not { } connection)
            return Problem.NotConfigured.ToResult();
        try
        {
            await refresh.RefreshAsync(connection, conversationId, request.HttpContext.RequestAborted);
        }
        catch (ElevenLabsException exception) when (exception.Kind is ElevenLabsErrorKind.NotFound)
        {
            return Gone.ToResult();
        }
        return ApiJson.Ok(ConversationDetailResponse.Of(conversations.Find(conversationId)!, current));
    }
}
