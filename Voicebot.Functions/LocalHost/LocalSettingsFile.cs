using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.LocalHost;

/// <summary>Reads the values of a local.settings.json as the Functions tools do; the environment goes before it.</summary>
public static class LocalSettingsFile
{
    public const string Name = "local.settings.json";

    /// <exception cref="InvalidConfigurationException">The file is not valid JSON.</exception>
    public static IConfigurationBuilder AddLocalSettings(this IConfigurationBuilder builder, string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return builder;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidConfigurationException([$"{path} must hold a JSON object."]);
            if (!document.RootElement.TryGetProperty("Values", out var values) || values.ValueKind != JsonValueKind.Object)
                return builder;
            // Read here and now: the document is gone when the builder comes to use it.
            return builder.AddInMemoryCollection([.. values.EnumerateObject()
                .Select(value => KeyValuePair.Create(value.Name, value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : value.Value.GetRawText()))]);
        }
        catch (JsonException exception)
        {
            throw new InvalidConfigurationException([$"{path} is not valid JSON: {exception.Message}"]);
        }
    }
}
