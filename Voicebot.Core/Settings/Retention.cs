using System.Globalization;

namespace Voicebot.Core.Settings;

/// <summary>How many days personal parts of a conversation are kept.</summary>
public static class Retention
{
    public const int MinDays = 1;
    public const int MaxDays = 36_500;
    public const string Rule = "a whole number of days from 1 to 36500";

    /// <summary>Null for anything else.</summary>
    public static int? Days(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= MinDays and <= MaxDays
            ? days : null;
}
