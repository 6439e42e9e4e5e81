using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>Reads the details of one conversation again, now, and stores them.</summary>
public sealed class ConversationRefresh(ElevenLabsClients clients, ConversationIntake intake)
{
    /// <exception cref="ElevenLabsException">NotFound when the vendor no longer has it; what is stored stays as it was.</exception>
    public async Task RefreshAsync(ElevenLabsConnection connection, string conversationId, CancellationToken cancellation)
    {
        var detail = await clients.For(connection).GetConversationAsync(conversationId, cancellation);
        if (detail.ConversationId != conversationId)
            throw new ElevenLabsException(ElevenLabsErrorKind.Malformed,
                "ElevenLabs sent another conversation than the one that was asked for. Try again.");
        intake.StoreDetail(detail);
    }
}
