using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Functions.Demo;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Stores any subset of the settings, all or nothing.</summary>
public sealed class SaveSettings(VoicebotSettings settings, KeyTest keyTest, VoicebotOptions options, DemoSwitch demoSwitch,
    AuditLog audit)
{
    [Function(nameof(SaveSettings))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/settings")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var change = SettingsReader.Read(await BodyReader.ReadAsync(request), loopback: !options.IsExposed);
        if (change.TestKey && Tested(change) is { } connection)
            await keyTest.ListAgentsAsync(connection, settings.Current.IsRegionChosen, request.HttpContext.RequestAborted);
        if (change.Names.Count > 0)
            audit.Record(request, AuditActions.Settings, detail: string.Join(", ", change.Names));
        settings.Save(change);
        return ApiJson.Ok(SettingsResponse.Of(settings.Current, options, demoSwitch));
    }

    /// <summary>With what is to be stored where it is given, else with what is in force; null without any key.</summary>
    private ElevenLabsConnection? Tested(SettingsChange change)
    {
        var current = settings.Current;
        return (change.ApiKey ?? current.ApiKey) is { } key ? new ElevenLabsConnection(change.BaseUrl ?? current.BaseUrl, key) : null;
    }
}
