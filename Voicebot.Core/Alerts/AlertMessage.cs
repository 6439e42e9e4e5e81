using Voicebot.Core.Kpis;

namespace Voicebot.Core.Alerts;

/// <summary>What a message says, in the language of its channel.</summary>
/// <param name="Title">One line.</param>
/// <param name="Lines">What happened, one fact each.</param>
/// <param name="Links">What each opens and its address.</param>
public sealed record AlertMessage(string Title, IReadOnlyList<string> Lines, IReadOnlyList<(string Text, Uri Address)> Links,
    ReportLanguage Language)
{
    /// <summary>As plain text.</summary>
    public string Text => string.Join("\n", [.. Lines, .. Links.Select(link => $"{link.Text}: {link.Address.AbsoluteUri}")]);
}

/// <summary>A conversation that a message names.</summary>
/// <param name="Title">The vendor's title; null where there is none, or the channel may not have it.</param>
/// <param name="Phone">The client's number; null in the same way.</param>
public sealed record NamedConversation(string Id, DateTimeOffset? BeganAt, string? Title, string? Phone);
