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

/// <summary>Removes a rule of alerts; answers with those that are left.</summary>
public sealed class RemoveAlertRule(VoicebotSettings settings, AlertRuleStore rules, AuditLog audit)
{
    [Function(nameof(RemoveAlertRule))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/alert-rules/{id}")] HttpRequest request, string id)
    {
        QueryReader.Of(request).Finish();
        if (!rules.Remove(RouteValues.Number(id)))
            return AlertProblems.MissingRule.ToResult();
        audit.Record(request, AuditActions.AlertRules, id);
        return ApiJson.Ok(ListAlertRules.Answer(rules, settings.Current));
    }
}
