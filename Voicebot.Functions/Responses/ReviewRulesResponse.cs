using System.ComponentModel;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>The rules of the review inbox in the order in which they were made.</summary>
internal sealed record ReviewRulesResponse(
    [property: Description("Conversations of the last 30 days; null without 'caught'.")] long? Total,
    [property: Description("A rule with so many unseen conversations takes no more.")] int MostUnseen,
    IReadOnlyList<ReviewRuleResponse> Rules);

/// <summary>One rule.</summary>
internal sealed record ReviewRuleResponse(
    long Id,
    [property: Description("Of one that was there from the start: dropout, error, low_rating, failed.")] string? Kind,
    string Name,
    [property: Description(
        "Conditions by the name of their parameter, as in the address of the list.")] IReadOnlyDictionary<string, string> Filters,
    [property: Description("Only these; all agents when empty.")] IReadOnlyList<string> Agents,
    bool Enabled,
    [property: Description("False when the list would refuse a condition by now: it picks nothing.")] bool Usable,
    [property: Description("Conversations that it put here and nobody has seen.")] long Unseen,
    [property: Description("It takes no more until some are seen.")] bool Full,
    [property: Description(
        "Conversations of the last 30 days that it picks; null without 'caught', or where counting takes too long.")] long? CaughtLately,
    DateTimeOffset ChangedAt)
{
    public static ReviewRuleResponse Of(ReviewRule rule, bool usable, long unseen, long? caught, EffectiveSettings settings) => new(
        rule.Id, rule.Kind, rule.Name, rule.Filters, rule.AgentIds, rule.Enabled, usable, unseen, unseen >= ReviewRule.MostUnseen, caught,
        settings.Zone.Local(rule.ChangedAt));
}

/// <summary>What a rule would have picked.</summary>
internal sealed record ReviewPreviewResponse(
    [property: Description("Conversations of the last 30 days that it picks.")] long CaughtLately,
    [property: Description("All conversations of these days, of its agents.")] long Total);
