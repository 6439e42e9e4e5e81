using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>
/// What of a conversation takes few values, all together: thousands of conversations share one, so that a condition on any of it is
/// decided once for all of them.
/// </summary>
internal sealed record RowProfile
{
    /// <summary>What is counted of it, without its numbers.</summary>
    public required CountedConversation Counted { get; init; }

    /// <summary>Deleted at the vendor, but kept here.</summary>
    public required bool IsDeleted { get; init; }

    /// <summary>A person said or sent something.</summary>
    public bool Talked => Counted.ClientTurnCount > 0;
}
