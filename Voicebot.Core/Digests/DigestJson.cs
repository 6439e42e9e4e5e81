using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voicebot.Core.Digests;

/// <summary>How recipients lie in our own tables. What is not of their shape, in a file that somebody brought, is nobody.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<DigestRecipient>))]
internal sealed partial class DigestJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<DigestRecipient> recipients) =>
        JsonSerializer.Serialize(recipients, Default.IReadOnlyListDigestRecipient);

    public static IReadOnlyList<DigestRecipient> Recipients(string json)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize(json, Default.IReadOnlyListDigestRecipient) ?? [])
                .Where(one => one is { Address: not null, Language: not null })];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
