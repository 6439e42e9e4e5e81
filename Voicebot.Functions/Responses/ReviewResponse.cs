using System.ComponentModel;
using Voicebot.Core.Phones;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>A conversation that somebody should look at, and where that stands.</summary>
internal record ReviewResponse(
    ConversationResponse Conversation,
    [property: Description("new, in_work, done or not_needed.")] string State,
    [property: Description("Who looks after it; null for nobody.")] string? Owner,
    IReadOnlyList<string> Labels,
    [property: Description("The rules that put it here; none when a person did.")] IReadOnlyList<ReviewReasonResponse> Reasons,
    [property: Description("To be given with a change, so that nobody overwrites what another did meanwhile.")] long Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    public static ReviewResponse Of(ReviewedConversation one, EffectiveSettings settings) => new(
        ConversationResponse.Of(one.Row, settings), one.Review.State, one.Review.Owner, one.Review.Labels,
        [.. one.Review.Reasons.Select(ReviewReasonResponse.Of)], one.Review.Version, settings.Zone.Local(one.Review.CreatedAt),
        settings.Zone.Local(one.Review.ChangedAt));
}

/// <summary>A rule that put a conversation before people.</summary>
internal sealed record ReviewReasonResponse(
    long RuleId,
    [property: Description("Of a rule that was there from the start: dropout, error, low_rating, failed.")] string? Kind,
    string Name)
{
    public static ReviewReasonResponse Of(ReviewRule rule) => new(rule.Id, rule.Kind, rule.Name);
}

/// <summary>One with what people did with it, oldest first.</summary>
internal sealed record ReviewDetailResponse : ReviewResponse
{
    public IReadOnlyList<ReviewEventResponse> History { get; init; } = [];

    private ReviewDetailResponse(ReviewResponse review) : base(review) { }

    public static ReviewDetailResponse Of(ReviewWithHistory found, EffectiveSettings settings)
    {
        var client = settings.MaskPhones ? found.Item.Row.Client() : null;
        return new ReviewDetailResponse(Of(found.Item, settings))
        {
            History = [.. found.History.Select(one => ReviewEventResponse.Of(one, client, settings))],
        };
    }
}

/// <summary>One thing that a person did; null is what was left as it was.</summary>
internal sealed record ReviewEventResponse(
    DateTimeOffset At,
    string Role,
    [property: Description("The person's name where a platform signs people in.")] string? Who,
    string? State,
    [property: Description("Empty for nobody.")] string? Owner,
    IReadOnlyList<string>? Labels,
    string? Note)
{
    /// <param name="client">Whose number a note must not show; null where numbers are shown.</param>
    public static ReviewEventResponse Of(ReviewEvent one, ClientIdentity? client, EffectiveSettings settings) => new(
        settings.Zone.Local(one.At), one.Role, one.Who, one.State, one.Owner, one.Labels,
        client is null ? one.Note : client.Within(one.Note));
}
