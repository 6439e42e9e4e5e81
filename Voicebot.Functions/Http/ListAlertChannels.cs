using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>Where alerts are sent.</summary>
public sealed class ListAlertChannels(VoicebotSettings settings, AlertChannelStore channels)
{
    [Function(nameof(ListAlertChannels))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/alert-channels")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return ApiJson.Ok(Answer(channels, settings.Current));
    }

    internal static AlertChannelsResponse Answer(AlertChannelStore channels, EffectiveSettings current) =>
        new([.. channels.All().Select(channel => AlertChannelResponse.Of(channel, current))]);
}
