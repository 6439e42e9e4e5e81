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

/// <summary>Forgets a named view, for everybody; answers with those that are left.</summary>
public sealed class RemoveView(VoicebotSettings settings, ViewStore views, AuditLog audit)
{
    [Function(nameof(RemoveView))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/views/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (!views.Remove(RouteValues.Number(id)))
            return ViewProblems.Missing.ToResult();
        audit.Record(request, AuditActions.Views, id);
        var current = settings.Current;
        return ApiJson.Ok(new ViewsResponse(null, [.. views.All().Select(view => ViewResponse.Of(view, current))]));
    }
}
