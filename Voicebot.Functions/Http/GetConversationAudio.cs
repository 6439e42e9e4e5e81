using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Recordings;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;

namespace Voicebot.Functions.Http;

/// <summary>The recording of a conversation, in ranges as a player asks for them; the API key stays here.</summary>
public sealed class GetConversationAudio(VoicebotSettings settings, ConversationStore conversations, RecordingCache recordings)
{
    private static readonly Problem NoAudio = new(StatusCodes.Status404NotFound, "no_audio",
        "There is no recording of this conversation. Text conversations have none, and the agent's privacy settings may keep or delete "
            + "them.");

    // ElevenLabs may still have it, but who had the words forgotten did not mean the voice to stay.
    private static readonly Problem Forgotten = new(StatusCodes.Status404NotFound, "texts_forgotten",
        "The texts of this conversation were forgotten here, and its recording with them. If ElevenLabs still has it, it can be listened "
            + "to there.");

    [Function(nameof(GetConversationAudio))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/conversations/{id}/audio")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (conversations.Find(RouteValues.Text(id)) is not { } conversation)
            return Problem.NotFound("There is no conversation with this id. It may belong to a period that has not been synchronised yet.")
                .ToResult();
        if (conversation.Row.TextsForgottenAt is not null)
            return Forgotten.ToResult();
        if (IsWithoutAudio(conversation))
            return NoAudio.ToResult();
        if (settings.Current.Connection is not { } connection)
            return Problem.NotConfigured.ToResult();
        try
        {
            var recording = await recordings.GetAsync(connection, conversation.Row.ConversationId,
                () => conversations.Find(conversation.Row.ConversationId) is { Row.TextsForgottenAt: null },
                request.HttpContext.RequestAborted);
            return TypedResults.Stream(recording.Content, recording.MediaType, lastModified: recording.FetchedAt,
                enableRangeProcessing: true);
        }
        catch (ElevenLabsException exception) when (exception.Kind is ElevenLabsErrorKind.NotFound)
        {
            return NoAudio.ToResult();
        }
    }

    /// <summary>The details say so; as long as they are not known, the vendor is asked.</summary>
    private static bool IsWithoutAudio(StoredConversation conversation) =>
        conversation.DetailJson is { } json && !new ConversationDetail(VendorJson.Stored(json)).HasAudio;
}
