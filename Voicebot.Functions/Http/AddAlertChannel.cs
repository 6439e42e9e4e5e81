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

/// <summary>Keeps a channel of alerts.</summary>
public sealed class AddAlertChannel(VoicebotSettings settings, AlertChannelStore channels, ChannelAddress addresses, AuditLog audit)
{
    [Function(nameof(AddAlertChannel))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alert-channels")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var channel = AlertChannelReader.Read(await BodyReader.ReadAsync(request), null, addresses);
        try
        {
            var stored = channels.Add(channel);
            audit.Record(request, AuditActions.AlertChannels, stored.Name);
            return ApiJson.Of(AlertChannelResponse.Of(stored, settings.Current), StatusCodes.Status201Created);
        }
        catch (AlertRefusedException refused)
        {
            return AlertProblems.OfChannel(refused).ToResult();
        }
    }
}
