using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voicebot.Core.Alerts;

/// <summary>
/// How rules, facts and channels lie in our own tables. What is not of their shape, in a file that somebody brought, is empty.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AlertDefinition))]
[JsonSerializable(typeof(AlertFacts))]
[JsonSerializable(typeof(ChannelSettings))]
[JsonSerializable(typeof(ChannelSecret))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
internal sealed partial class AlertJson : JsonSerializerContext
{
    public static string Write(AlertDefinition definition) => JsonSerializer.Serialize(definition, Default.AlertDefinition);

    public static string Write(AlertFacts facts) => JsonSerializer.Serialize(facts, Default.AlertFacts);

    public static string Write(ChannelSettings settings) => JsonSerializer.Serialize(settings, Default.ChannelSettings);

    public static string Write(ChannelSecret secret) => JsonSerializer.Serialize(secret, Default.ChannelSecret);

    public static string? Write(IReadOnlyList<long> ids) =>
        ids.Count == 0 ? null : JsonSerializer.Serialize(ids, Default.IReadOnlyListInt64);

    public static AlertDefinition Definition(string json) => Read(() => JsonSerializer.Deserialize(json, Default.AlertDefinition));

    public static AlertFacts Facts(string json) => Read(() => JsonSerializer.Deserialize(json, Default.AlertFacts));

    public static ChannelSettings Settings(string json) => Read(() => JsonSerializer.Deserialize(json, Default.ChannelSettings));

    public static ChannelSecret Secret(string json) => Read(() => JsonSerializer.Deserialize(json, Default.ChannelSecret));

    public static IReadOnlyList<long> Ids(string? json)
    {
        try
        {
            return json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListInt64) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static T Read<T>(Func<T?> read) where T : class, new()
    {
        try
        {
            return read() ?? new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }
}
