using System.Globalization;
using System.Text;

namespace Voicebot.Core.ElevenLabs;

/// <summary>A path with an escaped query; null values are left out.</summary>
internal sealed class QueryText(string path)
{
    private readonly StringBuilder text = new(path);
    private char separator = '?';

    public QueryText Add(string name, string? value)
    {
        if (value is null)
            return this;
        text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        separator = '&';
        return this;
    }

    /// <summary>The key is repeated for each value.</summary>
    public QueryText Add(string name, IReadOnlyList<string> values)
    {
        foreach (var value in values)
            Add(name, value);
        return this;
    }

    public QueryText Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
