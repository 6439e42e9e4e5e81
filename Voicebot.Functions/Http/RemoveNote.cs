using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Notes;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Removes a note; answers with those that are left.</summary>
public sealed class RemoveNote(VoicebotSettings settings, NoteStore notes, AuditLog audit)
{
    [Function(nameof(RemoveNote))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/notes/{id}")] HttpRequest request, string id)
    {
        var query = QueryReader.Of(request);
        var version = Parameters.Version.Of(query);
        query.Finish();
        try
        {
            if (!notes.Remove(RouteValues.Number(id), version))
                return NoteProblems.Missing.ToResult();
        }
        catch (NoteRefusedException refused)
        {
            return NoteProblems.Of(refused).ToResult();
        }
        audit.Record(request, AuditActions.Notes, id);
        return ApiJson.Ok(NotesResponse.Of(notes.Of(Period.AllTime, null), settings.Current));
    }
}
