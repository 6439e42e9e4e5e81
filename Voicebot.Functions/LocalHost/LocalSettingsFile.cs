using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.LocalHost;

/// <summary>Reads the values of a local.settings.json as the Functions tools do; the environment goes before it.</summary>
public static class LocalSettingsFile
{
    public const string Name = "local.settings.json";

    private static readonly JsonDocumentOptions Leniently = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="InvalidConfigurationException">The file cannot be read, is not valid JSON, or holds values that are no
    /// texts.</exception>
    public static IConfigurationBuilder AddLocalSettings(this IConfigurationBuilder builder, string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return builder;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Leniently);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidConfigurationException(path, "it must hold a JSON object");
            if (!document.RootElement.TryGetProperty("Values", out var values) || values.ValueKind != JsonValueKind.Object)
                return builder;
            var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase); // of a name that comes twice the last counts
            foreach (var value in values.EnumerateObject())
                settings[value.Name] = Text(path, value);
            return builder.AddInMemoryCollection(settings);
        }
        catch (JsonException exception)
        {
            throw new InvalidConfigurationException(path,
                $"it is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new InvalidConfigurationException(path, exception.Message.TrimEnd('.'));
        }
    }

    private static string? Text(string path, JsonProperty value) => value.Value.ValueKind switch
    {
        JsonValueKind.String => value.Value.GetString(),
        JsonValueKind.Null => null,
        JsonValueKind.Object or JsonValueKind.Array =>
            throw new InvalidConfigurationException(path, $"the value of {value.Name} must be a text"),
        _ => value.Value.GetRawText(),
    };
}
