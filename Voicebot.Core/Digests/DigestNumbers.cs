using System.Globalization;
using Voicebot.Core.Kpis;
using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>Numbers and dates as each language writes them, the same way as the page does; pure.</summary>
internal sealed class DigestNumbers(ReportLanguage language)
{
    public const string None = "–";

    private const int SecondsPerMinute = 60;
    private const int SecondsPerHour = 3600;

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == ReportLanguage.Polish ? "pl-PL" : "en-GB");

    public string Count(double? value) => Written(value, "#,0");

    public string Tenths(double? value) => Written(value, "#,0.0");

    public string Hundredths(double? value) => Written(value, "#,0.00");

    public string Percent(double? rate) => rate is null ? None : Tenths(rate) + "%";

    /// <summary>As somebody typed it: without zeros at its end.</summary>
    public string Typed(double value) => Written(value, "#,0.##");

    /// <summary>Parts of a credit say something only of few.</summary>
    public string Credits(double? value) => Written(value, value is >= 100 ? "#,0" : "#,0.#");

    public string Dollars(double? value, int decimals)
    {
        var amount = Written(value, decimals == 2 ? "#,0.00" : "#,0.000");
        return value is null ? None : language.Choose("$" + amount, amount + "\u00a0USD");
    }

    /// <summary>45 s, 3 min 20 s, 1 godz. 5 min; 45s, 3m 20s, 1h 5m.</summary>
    public string Duration(double? seconds)
    {
        if (seconds is not { } known)
            return None;
        string Part(double value, string english, string polish, string format = "0") =>
            value.ToString(format, culture) + language.Choose(english, "\u00a0" + polish);
        var whole = (long)Math.Round(known, MidpointRounding.AwayFromZero);
        if (whole < SecondsPerMinute)
            return known < 9.95 ? Part(known, "s", "s", "0.#") : Part(whole, "s", "s");
        var (hours, minutes, rest) = (whole / SecondsPerHour, whole % SecondsPerHour / SecondsPerMinute, whole % SecondsPerMinute);
        if (hours > 0)
            return $"{Part(hours, "h", "godz.")} {Part(minutes, "m", "min")}";
        return rest > 0 ? $"{Part(minutes, "m", "min")} {Part(rest, "s", "s")}" : Part(minutes, "m", "min");
    }

    /// <summary>A change in its unit: points, percent or absolute.</summary>
    public string Change(double value, string unit, bool signed = true)
    {
        var size = unit == "absolute" ? Hundredths(Math.Abs(value)) : Tenths(Math.Abs(value));
        var sign = !signed ? "" : value > 0 ? "+" : value < 0 ? "\u2212" : "";
        return sign + size + unit switch
        {
            "points" => language.Choose("\u00a0pp", "\u00a0p.p."),
            "percent" => "%",
            _ => "",
        };
    }

    /// <summary>95%: od +5,5 do +15,6.</summary>
    public string Interval(double low, double high, string unit)
    {
        string Bound(double value) => (value > 0 ? "+" : "") + (unit == "absolute" ? Hundredths(value) : Tenths(value));
        return language.Choose($"95%: {Bound(low)} to {Bound(high)}", $"95%: od {Bound(low)} do {Bound(high)}");
    }

    /// <summary>16–22 listopada 2026, 30 listopada – 6 grudnia 2026, 16–22 November 2026.</summary>
    public string Days(DateOnly from, DateOnly to, bool withYear = true)
    {
        var year = withYear ? " yyyy" : "";
        var end = to.ToString("d MMMM" + year, culture);
        if (from == to)
            return end;
        return (from.Year, from.Month) == (to.Year, to.Month)
            ? $"{from.Day}–{end}"
            : $"{from.ToString(from.Year == to.Year ? "d MMMM" : "d MMMM yyyy", culture)} – {end}";
    }

    /// <summary>Listopad, November: alone, and so in the first case.</summary>
    public string MonthName(Month month, bool withYear)
    {
        var name = month.FirstDay.ToString(withYear ? "MMMM yyyy" : "MMMM", culture);
        return char.ToUpper(name[0], culture) + name[1..];
    }

    /// <summary>25.11.2026, 25 Nov 2026.</summary>
    public string Day(DateOnly day) => day.ToString(language.Choose("d MMM yyyy", "dd.MM.yyyy"), culture);

    public string Moment(DateTimeOffset local) => local.ToString(language.Choose("d MMM yyyy, HH:mm", "dd.MM.yyyy, HH:mm"), culture);

    public static string Time(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Below a chart: pon. 16.11, Mon 16.</summary>
    public string Weekday(DateOnly day) => day.ToString(language.Choose("ddd d", "ddd d.MM"), culture);

    public string ShortDay(DateOnly day) => day.ToString(language.Choose("d MMM", "d.MM"), culture);

    /// <summary>The form of a word that a number needs.</summary>
    public string Plural(long count, string english, string englishMany, string polish, string polishFew, string polishMany)
    {
        if (language != ReportLanguage.Polish)
            return count == 1 ? english : englishMany;
        var (last, lastTwo) = (count % 10, count % 100);
        return count == 1 ? polish : last is >= 2 and <= 4 && lastTwo is < 12 or > 14 ? polishFew : polishMany;
    }

    private string Written(double? value, string format) =>
        value is { } known ? known.ToString(format, culture).Replace('-', '\u2212') : None;
}
