using Voicebot.Core.Alerts;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>Alerts, their rules and channels.</summary>
internal static class AlertOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/alerts", "What the rules of alerts found, newest first, and who was told. Kept for 400 days.")
        {
            Query = [AlertParameters.State, Parameters.Page, Parameters.PerPage],
            Answer = typeof(AlertsResponse),
        },
        new("GET", "api/alert-rules", "The rules of alerts, in the order in which they were made.")
        {
            Answer = typeof(AlertRulesResponse),
        },
        new("POST", "api/alert-rules", $"Keeps a rule, and asks it from now on; recorded in the audit log. At most {AlertRule.MostRules}.")
        {
            Body = AlertParameters.Rule,
            Status = 201,
            Answer = typeof(AlertRuleResponse),
        },
        new("POST", "api/alert-rules/preview", "What a rule would say now; nobody is told.")
        {
            Body = AlertParameters.Watched,
            Answer = typeof(AlertPreviewResponse),
        },
        new("PUT", "api/alert-rules/{id}", "Keeps another rule in the place of one, and ends what that one found without a word; recorded "
            + "in the audit log.")
        {
            Body = AlertParameters.Rule,
            Answer = typeof(AlertRuleResponse),
        },
        new("DELETE", "api/alert-rules/{id}", "Removes a rule; what it found stays in the history. Answers with those that are left; "
            + "recorded in the audit log.")
        {
            Answer = typeof(AlertRulesResponse),
        },
        new("GET", "api/alert-channels", "Where alerts are sent, without secrets.")
        {
            Answer = typeof(AlertChannelsResponse),
        },
        new("POST", "api/alert-channels", $"Keeps a channel; recorded in the audit log. At most {AlertChannel.MostChannels}.")
        {
            Body = AlertParameters.Channel,
            Status = 201,
            Answer = typeof(AlertChannelResponse),
        },
        new("PUT", "api/alert-channels/{id}", "Keeps another channel in the place of one; recorded in the audit log.")
        {
            Body = AlertParameters.Channel,
            Answer = typeof(AlertChannelResponse),
        },
        new("DELETE", "api/alert-channels/{id}", "Removes a channel and what it had still to send; answers with those that are left. "
            + "Recorded in the audit log.")
        {
            Answer = typeof(AlertChannelsResponse),
        },
        new("POST", "api/alert-channels/{id}/test", "Sends a message to the channel at once and says what the other side answered.")
        {
            Answer = typeof(AlertTestResponse),
        },
    ];
}
