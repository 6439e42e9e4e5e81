using Voicebot.Core.Digests;

namespace Voicebot.Functions.Problems;

/// <summary>Why a digest is not found or not stored.</summary>
public static class DigestProblems
{
    public static Problem Missing { get; } =
        Problem.NotFound("There is no digest with this id. Somebody may have removed it; load the page again.");

    public static Problem Of(DigestRefusedException refused) => refused.Refusal == DigestRefusal.NameTaken
        ? new Problem(409, "digest_name_taken", "There is a digest of this name already. Choose another name, or change that digest.")
        : new Problem(409, "too_many_digests",
            $"There are {Digest.MostDigests} digests already, which is as many as there may be. Remove one first.");
}
