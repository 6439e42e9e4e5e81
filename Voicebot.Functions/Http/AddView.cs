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

/// <summary>Keeps a named view.</summary>
public sealed class AddView(VoicebotSettings settings, ViewStore views, AuditLog audit)
{
    [Function(nameof(AddView))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/views")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var view = ViewReader.Read(await BodyReader.ReadAsync(request), current);
        try
        {
            var stored = views.Add(view);
            audit.Record(request, AuditActions.Views, stored.Name);
            return ApiJson.Of(ViewResponse.Of(stored, current), StatusCodes.Status201Created);
        }
        catch (ViewRefusedException refused)
        {
            return ViewProblems.Of(refused).ToResult();
        }
    }
}
