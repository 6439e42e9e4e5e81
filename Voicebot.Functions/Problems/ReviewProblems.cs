using Voicebot.Core.Reviews;

namespace Voicebot.Functions.Problems;

/// <summary>Why something of the review inbox is not found or not stored.</summary>
public static class ReviewProblems
{
    public static Problem Missing { get; } =
        Problem.NotFound("This conversation is not in the review inbox. No rule picked it, and nobody put it there.");

    public static Problem MissingConversation { get; } =
        Problem.NotFound("There is no conversation with this id. It may have been erased meanwhile.");

    public static Problem MissingRule { get; } =
        Problem.NotFound("There is no rule with this id. Somebody may have removed it; load the page again.");

    public static Problem ChangedMeanwhile { get; } = new(409, "changed_meanwhile",
        "Somebody else has changed this conversation's review meanwhile. Nothing was stored; look at it again, and then decide.");

    public static Problem Of(RuleRefusedException refused) => refused.Refusal == RuleRefusal.NameTaken
        ? new Problem(409, "rule_name_taken", "There is a rule of this name already. Choose another name, or change that rule.")
        : new Problem(409, "too_many_rules",
            $"There are {ReviewRule.MostRules} rules already, which is as many as there may be. Remove one first.");
}
