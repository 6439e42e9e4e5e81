using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

public sealed class SaveSettings(VoicebotSettings settings, VoicebotOptions options, DemoSwitch demoSwitch, AuditLog audit)
{
    [Function(nameof(SaveSettings))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/settings")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var change = SettingsReader.Read(await BodyReader.ReadAsync(request), loopback: !options.IsExposed);
        if (change.Names.Count > 0)
            audit.Record(request, AuditActions.Settings, detail: string.Join(", ", change.Names));
        settings.Save(change);
        return ApiJson.Ok(SettingsResponse.Of(settings.Current, options, demoSwitch));
    }
}
