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

/// <summary>Keeps another note in the place of one.</summary>
public sealed class ReplaceNote(VoicebotSettings settings, NoteStore notes, AuditLog audit)
{
    [Function(nameof(ReplaceNote))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/notes/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var body = await BodyReader.ReadAsync(request);
        var version = TargetReader.Version(body);
        var note = NoteReader.Read(body, current);
        var caller = Caller.Of(request.HttpContext);
        try
        {
            note = note with { Id = RouteValues.Number(id), Role = caller.RoleText, Who = caller.Name };
            if (notes.Replace(note, version) is not { } stored)
                return NoteProblems.Missing.ToResult();
            audit.Record(request, AuditActions.Notes, $"{stored.Day:O}");
            return ApiJson.Ok(NoteResponse.Of(stored, current));
        }
        catch (NoteRefusedException refused)
        {
            return NoteProblems.Of(refused).ToResult();
        }
    }
}
