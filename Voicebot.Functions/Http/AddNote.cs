using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Notes;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Keeps a note on a day.</summary>
public sealed class AddNote(VoicebotSettings settings, NoteStore notes, AuditLog audit)
{
    [Function(nameof(AddNote))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notes")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var note = NoteReader.Read(await BodyReader.ReadAsync(request), current);
        var caller = Caller.Of(request.HttpContext);
        try
        {
            var stored = notes.Add(note with { Role = caller.RoleText, Who = caller.Name });
            audit.Record(request, AuditActions.Notes, $"{stored.Day:O}");
            return ApiJson.Of(NoteResponse.Of(stored, current), StatusCodes.Status201Created);
        }
        catch (NoteRefusedException refused)
        {
            return NoteProblems.Of(refused).ToResult();
        }
    }
}
