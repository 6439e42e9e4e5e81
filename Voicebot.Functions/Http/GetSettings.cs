using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Functions.Demo;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class GetSettings(VoicebotSettings settings, VoicebotOptions options, DemoSwitch demoSwitch)
{
    [Function(nameof(GetSettings))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/settings")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return ApiJson.Ok(SettingsResponse.Of(settings.Current, options, demoSwitch));
    }
}
