using System.ComponentModel;
using System.Text.Json;
using Voicebot.Core.Reviews;

namespace Voicebot.Functions.Responses;

/// <summary>What became of changes in the review inbox, in the order in which they were asked for.</summary>
internal sealed record ReviewChangesResponse(
    [property: Description("How many nobody has seen yet.")] long Unseen,
    IReadOnlyList<ReviewChangeResponse> Reviews)
{
    public static ReviewChangesResponse Of(long unseen, IEnumerable<ChangedReview> changes) =>
        new(unseen, [.. changes.Select(ReviewChangeResponse.Of)]);
}

/// <summary>One of them.</summary>
internal sealed record ReviewChangeResponse(
    string ConversationId,
    [property: Description("changed; unchanged, because it was so already; conflict, because somebody else was first; or missing.")]
    string Outcome,
    [property: Description("As it stands now; null where there is no such conversation.")] ReviewStanding? Now,
    [property: Description("What leads back; null where it was not in the inbox.")] ReviewStanding? Before)
{
    public static ReviewChangeResponse Of(ChangedReview one) => new(one.ConversationId,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(one.Outcome.ToString()), ReviewStanding.Of(one.Review), ReviewStanding.Of(one.Before));
}

/// <summary>Where a conversation stands in the inbox.</summary>
internal sealed record ReviewStanding(string State, string? Owner, IReadOnlyList<string> Labels, long Version)
{
    public static ReviewStanding? Of(Review? review) =>
        review is null ? null : new(review.State, review.Owner, review.Labels, review.Version);
}
