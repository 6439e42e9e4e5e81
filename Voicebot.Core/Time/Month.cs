using System.Globalization;

namespace Voicebot.Core.Time;

/// <summary>A calendar month of the reporting zone, written <c>YYYY-MM</c>.</summary>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public DateOnly FirstDay => new(Year, Number, 1);
    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);
    public Month Previous => Of(FirstDay.AddDays(-1));

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Accepts exactly <c>YYYY-MM</c> between 2000 and 2199.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 }
            || !DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < 2000 or > 2199)
            return false;
        month = Of(day);
        return true;
    }

    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
