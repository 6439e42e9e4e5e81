namespace Voicebot.Core.Csv;

/// <summary>What stands between two fields; a Polish or German Excel expects the semicolon.</summary>
public sealed record CsvDelimiter(string Name, char Sign)
{
    public static CsvDelimiter Semicolon { get; } = new("semicolon", ';');

    public static IReadOnlyList<CsvDelimiter> All { get; } = [Semicolon, new("comma", ','), new("tab", '\t')];
}
