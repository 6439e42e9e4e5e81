namespace Voicebot.Core.Kpis;

/// <summary>In which language figures are named in files and messages.</summary>
public sealed record ReportLanguage(string Code)
{
    public static ReportLanguage English { get; } = new("en");
    public static ReportLanguage Polish { get; } = new("pl");
    public static IReadOnlyList<ReportLanguage> All { get; } = [English, Polish];

    /// <summary>English for a code that is none.</summary>
    public static ReportLanguage Of(string code) => code == Polish.Code ? Polish : English;

    public string Choose(string english, string polish) => this == Polish ? polish : english;
}
