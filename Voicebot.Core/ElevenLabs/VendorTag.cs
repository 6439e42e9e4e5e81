using System.Text.Json;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>A tag of the account's conversations, as people call it.</summary>
public sealed record VendorTag(string Id, string Title)
{
    private const int MostOfAPage = 1_000;

    /// <summary>Those of one page of the list that have a title.</summary>
    internal static IReadOnlyList<VendorTag> ReadAll(JsonElement page) =>
        [.. page.Items("conversation_tags").Take(MostOfAPage)
            .Select(tag => (Id: tag.Text("tag_id"), Title: tag.Text("title")?.Trim()))
            .Where(tag => tag.Id is { Length: > 0 and <= ElevenLabsClient.MaxIdLength } && tag.Title is { Length: > 0 })
            .Select(tag => new VendorTag(tag.Id!, tag.Title!))];
}
