namespace Voicebot.Core.Digests;

/// <summary>What the workbook of a letter holds.</summary>
public enum DigestAttached
{
    /// <summary>Everything.</summary>
    Conversations,
    /// <summary>Figures alone: the channel may not have what is said of people.</summary>
    Figures,
    /// <summary>Figures alone: with the conversations it would be too large.</summary>
    FiguresForSize,
}
