using System.Globalization;
using System.Text.RegularExpressions;

namespace Voicebot.Tests.Browser;

/// <summary>Figures as a Polish reader expects them: a comma for decimals, and spaces between thousands from five digits on.</summary>
internal static partial class PolishText
{
    public const string None = "–";

    private static readonly NumberFormatInfo Grouped = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = " " };

    public static string Count(long value) => Number(value, 0);

    public static string Decimal(double? value) => value is { } known ? Number(known, 2) : None;

    public static string Percent(double? value) => value is { } known ? Number(known, 2) + "%" : None;

    public static string Credits(double? value) => value is { } known ? Number(known, 1) : None;

    /// <summary>At least cents, at most hundredths of a cent.</summary>
    public static string Usd(double? value) => value is { } known
        ? Math.Round((decimal)known, 4, MidpointRounding.AwayFromZero).ToString(Math.Abs(known) < 10_000 ? "0.00##" : "#,0.00##", Grouped) + " USD"
        : None;

    public static string Duration(double? seconds)
    {
        if (seconds is not { } known)
            return None;
        if (known < 60)
            return Number(known, 1) + " s";
        var whole = (long)Math.Round(known, MidpointRounding.AwayFromZero);
        if (whole >= 3600)
            return $"{whole / 3600} g. {whole % 3600 / 60} min";
        return whole % 60 == 0 ? $"{whole / 60} min" : $"{whole / 60} min {whole % 60} s";
    }

    /// <summary>Text of the page with every kind of space made a plain one.</summary>
    public static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static string Number(double value, int digits)
    {
        var rounded = Math.Round((decimal)value, digits, MidpointRounding.AwayFromZero);
        return rounded.ToString((Math.Abs(rounded) < 10_000 ? "0." : "#,0.") + new string('#', digits), Grouped);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
