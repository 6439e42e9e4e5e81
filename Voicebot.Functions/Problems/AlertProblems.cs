using Voicebot.Core.Alerts;

namespace Voicebot.Functions.Problems;

/// <summary>Why something of the alerts is not found or not stored.</summary>
public static class AlertProblems
{
    public static Problem MissingRule { get; } =
        Problem.NotFound("There is no rule with this id. Somebody may have removed it; load the page again.");

    public static Problem MissingChannel { get; } =
        Problem.NotFound("There is no channel with this id. Somebody may have removed it; load the page again.");

    public static Problem OfRule(AlertRefusedException refused) => refused.Refusal == AlertRefusal.NameTaken
        ? new Problem(409, "rule_name_taken", "There is a rule of this name already. Choose another name, or change that rule.")
        : new Problem(409, "too_many_rules",
            $"There are {AlertRule.MostRules} rules already, which is as many as there may be. Remove one first.");

    public static Problem OfChannel(AlertRefusedException refused) => refused.Refusal == AlertRefusal.NameTaken
        ? new Problem(409, "channel_name_taken", "There is a channel of this name already. Choose another name, or change that channel.")
        : new Problem(409, "too_many_channels",
            $"There are {AlertChannel.MostChannels} channels already, which is as many as there may be. Remove one first.");
}
