using System.Collections.Concurrent;
using Voicebot.Core.Time;

namespace Voicebot.Core.Demo;

/// <summary>When conversations begin: the local day patterns of a company in Poland.</summary>
internal sealed class DemoCalendar
{
    private const int MonthsBack = 5;

    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;

    // Conversations per day at volume 1, from Sunday to Saturday.
    private static readonly double[][] PerWeekday =
    [
        [1.3, 16.2, 15.0, 14.2, 13.8, 12.6, 4.2],
        [0, 10.4, 13.0, 12.6, 12.4, 8.2, 2.0],
        [4.6, 8.8, 8.4, 8.0, 8.0, 7.2, 5.2],
    ];

    // Weight of each hour from 0 to 23; the telephone rests at night, the web does not quite.
    private static readonly double[] PhoneHours =
        [0, 0, 0, 0, 0, 0.2, 0.5, 2.5, 8, 12, 13, 12, 9, 6.5, 10, 11, 10.5, 8.5, 5, 3, 1.6, 0.7, 0.2, 0.1];
    private static readonly double[] WebHours =
        [0.8, 0.4, 0.2, 0.1, 0.1, 0.3, 1, 2.5, 5, 7, 8, 8, 6.5, 5.5, 7, 7.5, 7, 6.5, 7, 8, 8.5, 7, 4, 2];

    private readonly ConcurrentDictionary<(int Agent, int Day), long[]> _days = new();

    /// <summary>The local day of an instant (unix seconds).</summary>
    public static DateOnly DayOf(long unix) => Warsaw.Day(unix);

    public static DateTimeOffset LocalTime(long unix) => Warsaw.Local(unix);

    /// <summary>First day with conversations: the first of the month five months before the month of <paramref name="now"/>.</summary>
    public static DateOnly FirstDay(long now)
    {
        var today = DayOf(now);
        return new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsBack);
    }

    /// <summary>
    /// Start times of one agent's local day in unix seconds, ascending, the future included; the place in this list is the key's index.
    /// About a thousand short arrays at most are remembered per half-year of running.
    /// </summary>
    public long[] StartsOf(int agent, DateOnly day) =>
        _days.GetOrAdd((agent, day.DayNumber), static key => Draw(key.Agent, DateOnly.FromDayNumber(key.Day)));

    /// <summary>True when the key is one of the conversations that have begun within the window.</summary>
    public bool TryGetStart(DemoKey key, long now, out long start)
    {
        start = 0;
        var day = DateOnly.FromDayNumber(key.Day);
        if (day < FirstDay(now) || day > DayOf(now))
            return false;
        var starts = StartsOf(key.Agent, day);
        if (key.Index >= starts.Length || starts[key.Index] > now)
            return false;
        start = starts[key.Index];
        return true;
    }

    private static long[] Draw(int agent, DateOnly day)
    {
        var random = new StableRandom(StableRandom.Hash($"{DemoCompany.Agents[agent].Id}/{day:yyyy-MM-dd}"));
        var count = Count(agent, day, random);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var starts = agent == DemoCompany.Payments.Index ? Batches(day, count, random) : Spread(agent, count, random);
        return [.. starts
            .Select(second => midnight.AddSeconds(second))
            .Select(InstantOf)
            .Order()];
    }

    /// <summary>Of an hour that comes twice or is skipped in the nights of the clock change: by winter time.</summary>
    private static long InstantOf(DateTime local)
    {
        var (winter, summer) = (new DateTimeOffset(local, TimeSpan.FromHours(1)), new DateTimeOffset(local, TimeSpan.FromHours(2)));
        var isSummer = Warsaw.Local(winter).Offset == summer.Offset && Warsaw.Local(summer).Offset == summer.Offset;
        return (isSummer ? summer : winter).ToUnixTimeSeconds();
    }

    private static int Count(int agent, DateOnly day, StableRandom random)
    {
        var weekday = (int)day.DayOfWeek;
        if (DemoMood.IsHoliday(day))
        {
            if (agent == DemoCompany.Payments.Index)
                return 0;
            weekday = (int)DayOfWeek.Sunday;
        }
        var expected = PerWeekday[agent][weekday] * DemoMood.Volume(day);
        if (agent != DemoCompany.Payments.Index)
            expected *= 1 + 0.25 * DemoMood.Of(day).Trouble; // unanswered customers call again
        if (expected == 0)
            return 0;
        var noisy = expected * Math.Exp(0.10 * random.NextNormal()) + 0.55 * Math.Sqrt(expected) * random.NextNormal();
        return Math.Max(0, (int)Math.Floor(noisy + random.NextDouble()));
    }

    private static IEnumerable<int> Spread(int agent, int count, StableRandom random)
    {
        var hours = agent == DemoCompany.Web.Index ? WebHours : PhoneHours;
        for (var i = 0; i < count; i++)
            yield return random.Weighted(hours) * 3600 + random.Next(3600);
    }

    /// <summary>Outbound calls go out in batches, one call a minute or so, in office hours only.</summary>
    private static IEnumerable<int> Batches(DateOnly day, int count, StableRandom random)
    {
        int[] openings = day.DayOfWeek == DayOfWeek.Saturday ? [10 * 3600] : [9 * 3600, 11 * 3600, 14 * 3600, 16 * 3600];
        for (var batch = 0; batch < openings.Length; batch++)
        {
            var second = openings[batch] + random.Next(1800);
            for (var i = batch; i < count; i += openings.Length)
            {
                yield return second;
                second += random.Between(40, 260);
            }
        }
    }
}
