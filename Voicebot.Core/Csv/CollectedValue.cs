using System.Text.Json;

namespace Voicebot.Core.Csv;

/// <summary>A collected value, stored as JSON, as a spreadsheet cell.</summary>
public static class CollectedValue
{
    /// <summary>Text without its quotes; numbers, booleans and structures as JSON; null stays empty.</summary>
    public static string? Text(string? json)
    {
        if (json is null or "null")
            return null;
        return json.StartsWith('"') ? JsonSerializer.Deserialize<string>(json) : json;
    }
}
