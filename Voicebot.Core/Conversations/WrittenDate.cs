using System.Globalization;
using System.Text.RegularExpressions;

namespace Voicebot.Core.Conversations;

/// <summary>An ISO date, or date and time, as somebody wrote it.</summary>
/// <param name="Written">What it says, whatever its offset.</param>
/// <param name="Offset">Null where it does not say.</param>
/// <param name="IsDay">Without a time.</param>
public readonly partial record struct WrittenDate(DateTime Written, TimeSpan? Offset, bool IsDay)
{
    private const int LongestDate = 40;

    /// <summary>"2026-11-25", "2026-11-25T10:30", "2026-11-25 10:30:00.5+01:00", "2026-11-25T10:30:00Z"; null for anything else.</summary>
    public static WrittenDate? Parse(string text)
    {
        // A glance spares nearly all texts the closer look.
        if (text.Length is < 10 or > LongestDate || text[4] != '-' || Iso().Match(text) is not { Success: true } match)
            return null;
        var isDay = !match.Groups["time"].Success;
        var written = isDay ? match.Groups["day"].Value : $"{match.Groups["day"].Value}T{match.Groups["time"].Value}";
        if (!DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        return OffsetOf(match.Groups["zone"].Value) is var (known, offset) && known ? new WrittenDate(time, offset, isDay) : null;
    }

    /// <summary>
    /// Against one that is asked for: a day takes in all of its times; two that both say their offset are compared as instants, others as
    /// they are written.
    /// </summary>
    public int CompareTo(WrittenDate asked)
    {
        if (asked.IsDay)
            return Written.Date.CompareTo(asked.Written);
        if (Offset is { } offset && asked.Offset is { } other)
            return (Written.Ticks - offset.Ticks).CompareTo(asked.Written.Ticks - other.Ticks);
        return Written.CompareTo(asked.Written);
    }

    private static (bool Known, TimeSpan? Offset) OffsetOf(string zone)
    {
        if (zone.Length == 0)
            return (true, null);
        if (zone is "Z" or "z")
            return (true, TimeSpan.Zero);
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = (int.Parse(digits[..2], CultureInfo.InvariantCulture), digits.Length > 2
            ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0);
        var offset = new TimeSpan(hours, minutes, 0);
        return (hours < 24 && minutes < 60, zone[0] == '-' ? -offset : offset);
    }

    [GeneratedRegex("""
        \A(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?)[0-9]{0,5}
        (?<zone>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?\z
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Iso();
}
