namespace Voicebot.Core.Reviews;

/// <summary>A review after a change was asked for, and what leads back.</summary>
/// <param name="Review">As it stands now; null where there is no such conversation.</param>
/// <param name="Before">As it stood before; null where there was none.</param>
public sealed record ChangedReview(string ConversationId, ReviewOutcome Outcome, Review? Review, Review? Before);
