namespace Voicebot.Core.Data;

/// <summary>A transaction has come upon a conversation of an agent that it has not locked.</summary>
public sealed class AgentNotLockedException(string agentId) : Exception($"The agent {agentId} is not locked.")
{
    public string AgentId => agentId;
}
