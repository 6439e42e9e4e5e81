namespace Voicebot.Core.Demo;

/// <summary>
/// How the company fared on a day. Everything here follows from the date alone, never from the clock:
/// what a conversation was like must not depend on when it is read.
/// </summary>
/// <param name="Quality">−1 before the voicebots were improved, towards +1 after.</param>
/// <param name="Trouble">0 on a usual day, up to 1 while the customer database did not answer the tools.</param>
/// <param name="Outage">What was down from 10:00 to 13:00 that day: nothing, the account's credits, or the language model.</param>
internal readonly record struct DemoMood(double Quality, double Trouble, DemoOutage Outage)
{
    public static DemoMood Of(DateOnly day) => new(QualityOf(day), TroubleOf(day), OutageOf(day));

    /// <summary>Relative volume: slow growth that levels off, and the seasons (quiet summers, busy autumns).</summary>
    public static double Volume(DateOnly day)
    {
        ReadOnlySpan<double> seasons = [1.02, 0.98, 1.00, 0.98, 0.96, 0.95, 0.88, 0.87, 1.04, 1.06, 1.08, 0.97];
        var growth = 0.82 + 0.36 / (1 + Math.Exp(-(MonthsSince2026(day) - 8.5) / 2));
        return growth * seasons[day.Month - 1];
    }

    /// <summary>Sundays apart: Polish public holidays, with those that move with Easter.</summary>
    public static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (1, 6) or (5, 1) or (5, 3) or (8, 15) or (11, 1) or (11, 11) or (12, 24) or (12, 25) or (12, 26)
        || (day.DayNumber - Easter(day.Year).DayNumber) is 0 or 1 or 60;

    private static double MonthsSince2026(DateOnly day) => (day.Year - 2026) * 12 + day.Month - 1 + day.Day / 31.0;

    private static double QualityOf(DateOnly day) => 2 / (1 + Math.Exp(-(MonthsSince2026(day) - 8.5) / 1.8)) - 1;

    /// <summary>The week around 15 April and 15 October is bad, the one around 15 January and 15 July less so.</summary>
    private static double TroubleOf(DateOnly day)
    {
        foreach (var month in (ReadOnlySpan<int>)[1, 4, 7, 10])
        {
            var middle = new DateOnly(day.Year, month, 15);
            var monday = middle.AddDays(-(((int)middle.DayOfWeek + 6) % 7));
            var into = day.DayNumber - monday.DayNumber;
            if (into is < 0 or > 6)
                continue;
            // It starts on Monday, is worst until Thursday, and is half repaired for the weekend.
            var severity = into switch { 0 => 0.7, <= 3 => 1.0, 4 => 0.8, _ => 0.4 };
            return month is 4 or 10 ? severity : severity * 0.3;
        }
        return 0;
    }

    private static DemoOutage OutageOf(DateOnly day)
    {
        if (day.Month % 3 != 2 || day.Day is < 4 or > 12)
            return DemoOutage.None;
        var first = new DateOnly(day.Year, day.Month, 4);
        while (first.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsHoliday(first))
            first = first.AddDays(1);
        return day != first ? DemoOutage.None : day.Month is 5 or 11 ? DemoOutage.LanguageModel : DemoOutage.Quota;
    }

    /// <summary>Gregorian computus (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}

internal enum DemoOutage
{
    None,
    Quota,
    LanguageModel,
}
