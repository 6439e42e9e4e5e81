using System.ComponentModel;
using Voicebot.Core.Time;

namespace Voicebot.Core.Callbacks;

/// <summary>When a person talked on the telephone before, in the reporting zone; what is not known is not guessed.</summary>
public sealed record BestTime(
    [property: Description("The local hour in which it begins, 0 to 23.")] int FromHour,
    [property: Description("The local hour before which it ends, 1 to 24.")] int ToHour,
    [property: Description("weekdays or weekends, when all these conversations were then; else any.")] string Days,
    [property: Description("Conversations in these hours.")] int Conversations,
    [property: Description("All that are known of the person.")] int Known)
{
    public const string Weekdays = "weekdays";
    public const string Weekends = "weekends";
    public const string AnyDay = "any";

    public static IReadOnlyList<string> AllDays { get; } = [Weekdays, Weekends, AnyDay];

    /// <summary>Of hours that follow one another those with the most conversations, the earlier ones of equal; null without any.</summary>
    /// <param name="starts">When the person called, or answered; unix seconds.</param>
    public static BestTime? Of(IReadOnlyCollection<long> starts, ReportingZone zone)
    {
        var local = starts.Select(zone.Local).ToList();
        var hours = local.ToLookup(start => start.Hour);
        BestTime? best = null;
        for (var from = 0; from < 24; from++)
        {
            if (!hours.Contains(from))
                continue;
            var to = from;
            while (to < 24 && hours.Contains(to))
                to++;
            var within = local.FindAll(start => start.Hour >= from && start.Hour < to);
            if (best is null || within.Count > best.Conversations)
                best = new BestTime(from, to, DaysOf(within), within.Count, local.Count);
            from = to;
        }
        return best;
    }

    private static string DaysOf(List<DateTimeOffset> starts)
    {
        var free = starts.Count(start => start.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return free == 0 ? Weekdays : free == starts.Count ? Weekends : AnyDay;
    }
}
