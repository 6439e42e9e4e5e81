namespace Voicebot.Core.Spreadsheets;

/// <summary>In which language sheets and figures are named.</summary>
public sealed record SheetLanguage(string Code)
{
    public static SheetLanguage English { get; } = new("en");
    public static SheetLanguage Polish { get; } = new("pl");
    public static IReadOnlyList<SheetLanguage> All { get; } = [English, Polish];

    public string Choose(string english, string polish) => this == Polish ? polish : english;
}
