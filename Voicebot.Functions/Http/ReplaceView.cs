using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Settings;
using Voicebot.Core.Views;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Keeps another view in the place of one.</summary>
public sealed class ReplaceView(VoicebotSettings settings, ViewStore views, AuditLog audit)
{
    [Function(nameof(ReplaceView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/views/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var view = ViewReader.Read(await BodyReader.ReadAsync(request), current);
        try
        {
            if (views.Replace(view with { Id = RouteValues.Number(id) }) is not { } stored)
                return ViewProblems.Missing.ToResult();
            audit.Record(request, AuditActions.Views, stored.Name);
            return ApiJson.Ok(ViewResponse.Of(stored, current));
        }
        catch (ViewRefusedException refused)
        {
            return ViewProblems.Of(refused).ToResult();
        }
    }
}
