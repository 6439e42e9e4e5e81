using System.ComponentModel;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>What else a person talked about.</summary>
internal sealed record OtherConversationsResponse(
    long Total,
    [property: Description("The person's conversation before this one; null for the first.")] string? PreviousId,
    [property: Description("The person's conversation after this one; null for the last.")] string? NextId,
    [property: Description("The newest of the others, newest first.")] IReadOnlyList<ConversationResponse> Conversations)
{
    public static OtherConversationsResponse Of(PersonsConversations found, EffectiveSettings settings) =>
        new(found.Total, found.PreviousId, found.NextId, [.. found.Rows.Select(row => ConversationResponse.Of(row, settings))]);
}
