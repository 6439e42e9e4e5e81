using Voicebot.Core.Json;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;

namespace Voicebot.Core.Conversations;

/// <summary>What is stored of a conversation that it is found by.</summary>
/// <param name="Detail">The compressed detail document.</param>
public sealed record SearchSource(long Id, string? Title, string? Summary, string? Comment, byte[]? Detail, string? ClientPhone,
    string? ClientIds)
{
    /// <summary>The text that the search index is to hold; null when there is nothing to find.</summary>
    public string? Text => SearchText.Of(
        [Title, Summary, Comment, DetailDocument.TranscriptText(Detail is null ? null : CompressedJson.Read(Detail))],
        ClientIdentity.Of(ClientPhone, ClientIds));
}
