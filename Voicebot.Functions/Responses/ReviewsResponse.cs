using System.ComponentModel;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>One page of the review inbox, newest conversation first.</summary>
internal sealed record ReviewsResponse(
    long Total,
    [property: Description("How many nobody has seen yet, of all agents and whatever was asked for.")] long Unseen,
    int Page,
    int PerPage,
    IReadOnlyList<ReviewResponse> Reviews)
{
    public static ReviewsResponse Of(ReviewList list, int page, int perPage, EffectiveSettings settings) =>
        new(list.Total, list.Unseen, page, perPage, [.. list.Items.Select(one => ReviewResponse.Of(one, settings))]);
}
