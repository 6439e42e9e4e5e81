using System.Globalization;

namespace Voicebot.Functions.Requests;

/// <summary>How a day is written in requests.</summary>
public static class Dates
{
    public const string Rule = "must be a date written YYYY-MM-DD, from 2000-01-01 to 2199-12-31";

    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000
            and <= 2199 ? date : null;
}
