namespace Voicebot.Core.Settings;

/// <summary>A value as people write it into an environment file, where one tool takes quotes off and the next keeps them.</summary>
public static class WrittenValue
{
    private const int MostShown = 100;
    private static readonly string[] Pairs = ["\"\"", "''", "“”", "„”", "‘’"];

    /// <summary>Without the blanks around it and one pair of matching quotes; null when nothing is left.</summary>
    public static string? Of(string? written)
    {
        var value = written?.Trim() ?? "";
        if (value.Length > 1 && Array.Exists(Pairs, pair => value[0] == pair[0] && value[^1] == pair[1]))
            value = value[1..^1].Trim();
        return value.Length == 0 ? null : value;
    }

    /// <summary>For a message: on one line, and not endless.</summary>
    public static string Shown(string value)
    {
        var line = string.Concat(value.Select(sign => char.IsControl(sign) ? $"\\u{(int)sign:x4}" : sign.ToString()));
        return line.Length <= MostShown ? line : line[..MostShown] + "…";
    }
}
