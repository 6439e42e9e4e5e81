namespace Voicebot.Core.Columns;

/// <summary>The values behind codes.</summary>
internal readonly struct Codes<T>(T[] values, int count)
{
    /// <summary>By code; the first is that of none.</summary>
    public ReadOnlySpan<T> Values => values.AsSpan(0, count);
}
