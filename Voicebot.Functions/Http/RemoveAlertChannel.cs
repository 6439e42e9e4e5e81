using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Core.Auditing;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Removes a channel of alerts; answers with those that are left.</summary>
public sealed class RemoveAlertChannel(VoicebotSettings settings, AlertChannelStore channels, AuditLog audit)
{
    [Function(nameof(RemoveAlertChannel))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/alert-channels/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (!channels.Remove(RouteValues.Number(id)))
            return AlertProblems.MissingChannel.ToResult();
        audit.Record(request, AuditActions.AlertChannels, id);
        return ApiJson.Ok(ListAlertChannels.Answer(channels, settings.Current));
    }
}
