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

/// <summary>Keeps a rule of alerts.</summary>
public sealed class AddAlertRule(VoicebotSettings settings, AlertRuleStore rules, AlertChannelStore channels, AuditLog audit)
{
    [Function(nameof(AddAlertRule))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/alert-rules")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var rule = AlertRuleReader.Read(await BodyReader.ReadAsync(request), current, channels.All());
        try
        {
            var stored = rules.Add(rule);
            audit.Record(request, AuditActions.AlertRules, stored.Name);
            return ApiJson.Of(AlertRuleResponse.Of(stored, current), StatusCodes.Status201Created);
        }
        catch (AlertRefusedException refused)
        {
            return AlertProblems.OfRule(refused).ToResult();
        }
    }
}
