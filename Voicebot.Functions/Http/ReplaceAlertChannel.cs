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

/// <summary>Keeps another channel in the place of one.</summary>
public sealed class ReplaceAlertChannel(VoicebotSettings settings, AlertChannelStore channels, ChannelAddress addresses, AuditLog audit)
{
    [Function(nameof(ReplaceAlertChannel))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/alert-channels/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var known = channels.Find(RouteValues.Number(id));
        var channel = AlertChannelReader.Read(await BodyReader.ReadAsync(request), known, addresses);
        try
        {
            if (known is null || channels.Replace(channel) is not { } stored)
                return AlertProblems.MissingChannel.ToResult();
            audit.Record(request, AuditActions.AlertChannels, stored.Name);
            return ApiJson.Ok(AlertChannelResponse.Of(stored, settings.Current));
        }
        catch (AlertRefusedException refused)
        {
            return AlertProblems.OfChannel(refused).ToResult();
        }
    }
}
