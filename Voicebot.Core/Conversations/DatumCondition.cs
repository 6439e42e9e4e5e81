using System.Text.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>A collected datum that has a value, or has this one.</summary>
/// <param name="DataId">The vendor's id of the datum.</param>
/// <param name="Value">The value as it is shown; null is any but none.</param>
public sealed record DatumCondition(string DataId, string? Value)
{
    /// <summary>Parts the value from whom no text may name; neither holds it, for JSON writes it otherwise.</summary>
    private const char Separator = '\u001e';

    /// <param name="stored">The value as JSON, the separator, and the client's number and other ids, a line each, while they are
    /// masked.</param>
    /// <param name="asked">As it is shown.</param>
    internal static bool IsShownAs(string? stored, string asked)
    {
        if (stored is null)
            return false;
        var at = stored.IndexOf(Separator, StringComparison.Ordinal);
        var json = stored[..at];
        var text = json.StartsWith('"') ? JsonSerializer.Deserialize(json, DatumText.Default.String)! : json;
        var lines = stored[(at + 1)..].Split('\n', 2);
        var shown = lines.Length == 2 ? ClientIdentity.Of(lines[0], lines[1]).Within(text) : text;
        return string.Equals(shown?.Trim(), asked, StringComparison.OrdinalIgnoreCase);
    }
}
