using System.ComponentModel;
using Voicebot.Core.Alerts;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>The rules of alerts in the order in which they were made.</summary>
internal sealed record AlertRulesResponse(IReadOnlyList<AlertRuleResponse> Rules);

/// <summary>One rule; what does not belong to its kind is null.</summary>
internal sealed record AlertRuleResponse(
    long Id,
    string Name,
    [property: Description("figure, conversations or system.")] string Kind,
    string? Figure,
    string? Operator,
    double? Value,
    int? Days,
    int? LeastN,
    IReadOnlyDictionary<string, string>? Filters,
    [property: Description("problem or silence.")] string? Event,
    int? Hours,
    int? Percent,
    bool? Forecast,
    [property: Description("Only these; all agents when empty.")] IReadOnlyList<string> Agents,
    [property: Description("Ids of the channels that tell it; all when empty.")] IReadOnlyList<long> Channels,
    bool Enabled,
    DateTimeOffset ChangedAt)
{
    public static AlertRuleResponse Of(AlertRule rule, EffectiveSettings settings)
    {
        var watched = rule.Definition;
        return new AlertRuleResponse(rule.Id, rule.Name, rule.Kind, watched.Figure, watched.Operator, watched.Value, watched.Days,
            watched.LeastN, watched.Filters, watched.Event, watched.Hours, watched.Percent,
            watched.Forecast, rule.AgentIds, rule.ChannelIds, rule.Enabled,
            settings.Zone.Local(rule.ChangedAt));
    }
}

/// <summary>What a rule would say now.</summary>
internal sealed record AlertPreviewResponse(
    [property: Description("alert, nothing, or undecided where too little is known to say.")] string State,
    IReadOnlyList<AlertFactsResponse> Found,
    [property: Description("Of single conversations: how many of the last 30 days meet the conditions.")] long? CaughtLately);
