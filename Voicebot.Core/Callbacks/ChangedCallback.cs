namespace Voicebot.Core.Callbacks;

/// <summary>A person's mark after a change was asked for, and what leads back.</summary>
/// <param name="Mark">As it stands now; null for none.</param>
/// <param name="Before">As it stood before; null for none.</param>
public sealed record ChangedCallback(string ConversationId, CallbackOutcome Outcome, CallbackMark? Mark, CallbackMark? Before);
