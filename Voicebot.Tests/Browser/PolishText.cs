using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// Figures as a Polish reader expects them: a comma for decimals, spaces between thousands, and one precision per figure.
/// </summary>
internal static partial class PolishText
{
    public const string None = "–";

    private static readonly NumberFormatInfo Grouped = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = " " };

    public static string Count(long value) => Number(value, 0);

    public static string Decimal(double? value, int digits) => value is { } known ? Fixed(known, digits) : None;

    /// <summary>The conversion of a report.</summary>
    public static string Percent(JsonElement kpis) => Percent(kpis.Whole("successful_count"), kpis.Whole("finished_count"));

    /// <summary>A rate, rounded once from its counts.</summary>
    public static string Percent(long part, long whole) => whole > 0 ? Fixed(100.0 * part / whole, 1) + "%" : None;

    public static string Credits(double? value) => value is { } known ? Number(known, known >= 100 ? 0 : 1) : None;

    public static string Usd(double? value, int digits = 2) => value is { } known ? Fixed(known, digits) + " USD" : None;

    public static string Change(double value, string unit) =>
        (value < 0 ? "\u2212" : value > 0 ? "+" : "") + Fixed(Math.Abs(value), 1) + unit;

    /// <summary>The form of a word that goes with a number.</summary>
    public static string Plural(long count, string one, string few, string many) =>
        count == 1 ? one : count % 10 is >= 2 and <= 4 && count % 100 is < 12 or > 14 ? few : many;

    public static string Duration(double? seconds)
    {
        if (seconds is not { } known)
            return None;
        if (known < 9.95)
            return Number(known, 1) + " s";
        var whole = (long)Math.Round(known, MidpointRounding.AwayFromZero);
        if (whole < 60)
            return $"{whole} s";
        if (whole >= 3600)
            return $"{whole / 3600} godz. {whole % 3600 / 60} min";
        return whole % 60 == 0 ? $"{whole / 60} min" : $"{whole / 60} min {whole % 60} s";
    }

    /// <summary>Text of the page with every kind of space made a plain one.</summary>
    public static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static string Number(double value, int digits)
    {
        var rounded = Math.Round((decimal)value, digits, MidpointRounding.AwayFromZero);
        return rounded.ToString("#,0." + new string('#', digits), Grouped);
    }

    private static string Fixed(double value, int digits) =>
        Math.Round((decimal)value, digits, MidpointRounding.AwayFromZero).ToString("#,0." + new string('0', digits), Grouped);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
