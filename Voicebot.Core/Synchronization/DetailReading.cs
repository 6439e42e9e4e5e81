using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Synchronization;

/// <summary>The details of one conversation as read, or the error.</summary>
public sealed record DetailReading(string ConversationId, ConversationDetail? Detail, ElevenLabsException? Error)
{
    /// <summary>Stored, but no longer in the vendor's list.</summary>
    public bool Vanished { get; init; }

    /// <summary>What it was in hand as (see <see cref="WorkItem.Id"/>).</summary>
    internal long Work { get; init; }

    /// <summary>The room that it takes until it is stored.</summary>
    internal ByteBudget.Share? Share { get; init; }
}
