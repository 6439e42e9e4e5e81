using Voicebot.Core.Conversations;

namespace Voicebot.Tests.Support;

/// <summary>Builds conversations; a test names what it is about.</summary>
public static class A
{
    public const string Agent = "agent_one";

    public static Conversation Conversation(string id) => new()
    {
        ConversationId = id,
        AgentId = Agent,
        Status = "done",
        CallSuccessful = "success",
        StartTime = 1_790_000_000,
        Channel = Channel.Phone,
        EndReason = EndReason.AgentEnded,
    };
}
