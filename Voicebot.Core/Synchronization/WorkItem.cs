namespace Voicebot.Core.Synchronization;

/// <summary>The details of one conversation that a run has to read, in somebody's hand.</summary>
/// <param name="Id">The number of the conversation's row.</param>
/// <param name="ConversationId">The vendor's id.</param>
/// <param name="Vanished">Stored, but no longer in the vendor's list.</param>
public readonly record struct WorkItem(long Id, string ConversationId, bool Vanished);
