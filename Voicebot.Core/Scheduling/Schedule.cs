using NCrontab;

namespace Voicebot.Core.Scheduling;

/// <summary>An NCRONTAB expression with six fields (seconds first), in UTC, as Azure Functions reads it.</summary>
public sealed class Schedule
{
    // Nine years hold a leap day.
    private static readonly DateTime FirstDay = new(2024, 1, 1);
    private static readonly DateTime LastDay = new(2033, 1, 1);
    private readonly CrontabSchedule crontab;

    private Schedule(string text, CrontabSchedule crontab) => (Text, this.crontab) = (text, crontab);

    public string Text { get; }

    /// <summary>Null when the text is no such expression, or names a day that never comes.</summary>
    public static Schedule? Parse(string text) =>
        CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } crontab
            && crontab.GetNextOccurrence(FirstDay, LastDay) < LastDay
            ? new Schedule(text, crontab)
            : null;

    /// <summary>The first due time after the instant.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => new(crontab.GetNextOccurrence(after.UtcDateTime), TimeSpan.Zero);

    /// <summary>The last due time after <paramref name="since"/> and not after <paramref name="now"/>; null when none was due.</summary>
    public DateTimeOffset? LastDue(DateTimeOffset since, DateTimeOffset now)
    {
        DateTimeOffset? last = null;
        // Only the most recent one matters, so look back a bounded time: no schedule of ours is rarer than a month.
        var start = since > now.AddDays(-62) ? since : now.AddDays(-62);
        var end = now.UtcDateTime.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerSecond)).AddSeconds(1); // exclusive
        foreach (var due in crontab.GetNextOccurrences(start.UtcDateTime, end))
            last = new DateTimeOffset(due, TimeSpan.Zero);
        return last;
    }
}
