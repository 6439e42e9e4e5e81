using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Conversations;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>The whole telephone numbers of one conversation; recorded.</summary>
public sealed class RevealPhones(ConversationStore conversations, AuditLog audit)
{
    [Function(nameof(RevealPhones))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/conversations/{id}/reveal")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        (await BodyReader.ReadAsync(request)).Finish();
        if (conversations.Find(RouteValues.Text(id)) is not { } conversation)
            return Problem.NotFound("There is no conversation with this id.").ToResult();
        audit.Record(request, AuditActions.Reveal, conversation.Row.ConversationId);
        return ApiJson.Ok(new RevealResponse(conversation.Row.AgentPhone, conversation.Row.ClientPhone));
    }
}
