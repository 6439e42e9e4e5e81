using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voicebot.Core.Money;

/// <summary>
/// How the settings lie in our own table. What is not of their shape, in a file that somebody brought, is as if never set.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MoneySettings))]
internal sealed partial class MoneyJson : JsonSerializerContext
{
    public static string Write(MoneySettings settings) =>
        JsonSerializer.Serialize(settings with { Version = 0, ChangedAt = null }, Default.MoneySettings);

    public static MoneySettings Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.MoneySettings) is { IsSound: true } read ? read : new MoneySettings();
        }
        catch (JsonException)
        {
            return new MoneySettings();
        }
    }
}
