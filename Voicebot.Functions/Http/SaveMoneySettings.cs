using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Auditing;
using Voicebot.Core.Money;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Sets how money is counted, in the place of what was set before.</summary>
public sealed class SaveMoneySettings(VoicebotSettings settings, MoneySettingsStore money, AuditLog audit)
{
    private static readonly Problem Changed = new(409, "changed_meanwhile",
        "Somebody else has changed these settings meanwhile. Nothing was stored; look at them again, and then decide.");

    [Function(nameof(SaveMoneySettings))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/money")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var body = await BodyReader.ReadAsync(request);
        var version = body.Whole("version", 0, int.MaxValue);
        var wanted = MoneyReader.Read(body, current, money.Current);
        if (money.Replace(wanted, version) is not { } stored)
            return Changed.ToResult();
        audit.Record(request, AuditActions.Money, stored.Currency);
        return ApiJson.Ok(stored with { ChangedAt = stored.ChangedAt is { } changed ? current.Zone.Local(changed) : null });
    }
}
