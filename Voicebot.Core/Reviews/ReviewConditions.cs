using Voicebot.Core.Conversations;

namespace Voicebot.Core.Reviews;

/// <summary>
/// Reads the conditions of a rule as the address of the list is read; null for what the list would refuse by now. What an address can say
/// is known where addresses are read.
/// </summary>
public delegate ConversationFilter? ReviewConditions(ReviewRule rule);
