using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

public sealed class SaveSettings(VoicebotSettings settings, VoicebotOptions options)
{
    [Function(nameof(SaveSettings))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/settings")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        settings.Save(SettingsReader.Read(await BodyReader.ReadAsync(request)));
        return ApiJson.Ok(SettingsResponse.Of(settings.Current, options));
    }
}
