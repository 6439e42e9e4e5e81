using Voicebot.Core.Conversations;

namespace Voicebot.Core.Reviews;

/// <summary>Where a conversation stands that somebody should look at.</summary>
public sealed record Review
{
    /// <summary>Of the conversation's row.</summary>
    public long Id { get; init; }
    public string State { get; init; } = ReviewState.New;
    public string? Owner { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];
    /// <summary>Another number after every change by a person.</summary>
    public long Version { get; init; }
    /// <summary>Unix seconds.</summary>
    public long CreatedAt { get; init; }
    public long ChangedAt { get; init; }
    /// <summary>The rules that put it here; none when a person did.</summary>
    public IReadOnlyList<ReviewRule> Reasons { get; init; } = [];
}

/// <summary>With the conversation itself.</summary>
public sealed record ReviewedConversation(Review Review, ConversationRow Row);

/// <summary>One page of them.</summary>
/// <param name="Unseen">How many nobody has seen yet, whatever was asked for.</param>
public sealed record ReviewList(long Total, long Unseen, IReadOnlyList<ReviewedConversation> Items);

/// <summary>One with its history, oldest first.</summary>
public sealed record ReviewWithHistory(ReviewedConversation Item, IReadOnlyList<ReviewEvent> History);
