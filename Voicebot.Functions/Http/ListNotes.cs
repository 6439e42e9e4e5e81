using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Notes;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>What people noted on days.</summary>
public sealed class ListNotes(VoicebotSettings settings, NoteStore notes)
{
    [Function(nameof(ListNotes))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/notes")] HttpRequest request)
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var agentIds = FilterReader.AskedAgents(query, current);
        var period = FilterReader.Scope(query, current).Period;
        query.Finish();
        return ApiJson.Ok(NotesResponse.Of(notes.Of(period, agentIds), current));
    }
}
