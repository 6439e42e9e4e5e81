using Voicebot.Core.Targets;

namespace Voicebot.Functions.Problems;

/// <summary>Why a target is not found or not stored.</summary>
public static class TargetProblems
{
    public static Problem Missing { get; } =
        Problem.NotFound("There is no target with this id. Somebody may have removed it; load the page again.");

    public static Problem Of(TargetRefusedException refused) => refused.Refusal switch
    {
        TargetRefusal.Taken => new Problem(409, "target_exists",
            "This figure has a target for this agent already. Change that one instead of setting another."),
        TargetRefusal.TooMany => new Problem(409, "too_many_targets",
            $"There are {Target.MostTargets} targets already, which is as many as there may be. Remove one first."),
        _ => new Problem(409, "changed_meanwhile",
            "Somebody else has changed this target meanwhile. Nothing was stored; look at it again, and then decide."),
    };
}
