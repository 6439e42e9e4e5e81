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

/// <summary>Keeps another rule in the place of one.</summary>
public sealed class ReplaceAlertRule(VoicebotSettings settings, AlertRuleStore rules, AlertChannelStore channels, AuditLog audit)
{
    [Function(nameof(ReplaceAlertRule))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/alert-rules/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        var current = settings.Current;
        var rule = AlertRuleReader.Read(await BodyReader.ReadAsync(request), current, channels.All());
        try
        {
            if (rules.Replace(rule with { Id = RouteValues.Number(id) }) is not { } stored)
                return AlertProblems.MissingRule.ToResult();
            audit.Record(request, AuditActions.AlertRules, stored.Name);
            return ApiJson.Ok(AlertRuleResponse.Of(stored, current));
        }
        catch (AlertRefusedException refused)
        {
            return AlertProblems.OfRule(refused).ToResult();
        }
    }
}
