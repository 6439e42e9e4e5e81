using Voicebot.Core.Conversations;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a rule of the review inbox.</summary>
internal static class ReviewRuleReader
{
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static ReviewRule Read(BodyReader body, EffectiveSettings settings)
    {
        var name = KeptName.Read(body, ReviewRule.MaxNameLength);
        var enabled = body.Flag("enabled") ?? true;
        return Conditions(body, settings) with { Name = name, Enabled = enabled };
    }

    /// <summary>One without a name.</summary>
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static ReviewRule Conditions(BodyReader body, EffectiveSettings settings)
    {
        var filters = KeptConditions.Read(body, "a rule is everybody's, for every day", settings);
        if (filters.Count == 0 && !body.HasError("filters"))
            body.Refuse("filters", "must hold at least one condition: a rule that picks everything points at nothing");
        var agents = KeptAgents.Read(body, settings, ReviewRule.MostAgents);
        body.Finish();
        return new ReviewRule { Name = "", Filters = filters, AgentIds = agents };
    }

    /// <summary>Null when the list would refuse a condition by now, or, in a file from elsewhere, there is none.</summary>
    public static ConversationFilter? Filter(ReviewRule rule, EffectiveSettings settings) =>
        rule.Filters.Count > 0 && KeptConditions.Filter(rule.Filters, settings) is { } filter
            ? filter with { AgentIds = rule.AgentIds.Count > 0 ? rule.AgentIds : filter.AgentIds }
            : null;
}
