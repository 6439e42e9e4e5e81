namespace Voicebot.Core.Synchronization;

/// <summary>The key sees neither the agent nor any of its conversations. Nothing that is stored is touched by the run.</summary>
public sealed class AgentUnseenException(string code, string message) : Exception(message)
{
    /// <summary>A code of <see cref="SyncFailure"/>.</summary>
    public string Code => code;

    /// <param name="stored">How many of the agent's conversations are stored.</param>
    /// <param name="seesOthers">The key sees another of the agents stored here, so that it belongs to the right workspace.</param>
    public static AgentUnseenException Of(string agentId, long stored, bool seesOthers)
    {
        const string Retire =
            "If the agent was deleted at ElevenLabs, retire it in the settings: what is stored of it stays in every figure.";
        if (stored == 0)
            return new AgentUnseenException(SyncFailure.AgentNotFound,
                $"ElevenLabs does not know the agent {agentId}: another workspace or region? Check its id and the key. {Retire}");
        var nothing = $"This key sees none of the {stored} conversations stored here of the agent {agentId}: another workspace or "
            + $"region? Nothing was changed.";
        return seesOthers
            ? new AgentUnseenException(SyncFailure.AgentNotFound,
                $"ElevenLabs does not know the agent {agentId} any more. {nothing} {Retire}")
            : new AgentUnseenException(SyncFailure.KeySeesNothing, $"{nothing} {Retire}");
    }
}
