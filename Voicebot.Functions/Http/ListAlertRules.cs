using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Alerts;
using Voicebot.Core.Settings;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Http;

/// <summary>The rules of alerts.</summary>
public sealed class ListAlertRules(VoicebotSettings settings, AlertRuleStore rules)
{
    [Function(nameof(ListAlertRules))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/alert-rules")] HttpRequest request)
    {
        QueryReader.Of(request).Finish();
        return ApiJson.Ok(Answer(rules, settings.Current));
    }

    internal static AlertRulesResponse Answer(AlertRuleStore rules, EffectiveSettings current) =>
        new([.. rules.All().Select(rule => AlertRuleResponse.Of(rule, current))]);
}
