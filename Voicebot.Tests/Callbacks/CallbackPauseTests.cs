using System.Globalization;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Callbacks;

/// <summary>When somebody who did not answer comes back to the list.</summary>
public sealed class CallbackPauseTests
{
    [Theory]
    [InlineData("2026-11-10T09:30+01:00", 4, "2026-11-10T13:30+01:00")]
    [InlineData("2026-11-10T15:00+01:00", 4, "2026-11-11T09:00+01:00")] // 19:00 is no working time
    [InlineData("2026-11-10T02:00+01:00", 4, "2026-11-10T09:00+01:00")]
    [InlineData("2026-11-13T16:00+01:00", 4, "2026-11-16T09:00+01:00")] // over the weekend
    [InlineData("2026-11-14T08:00+01:00", 4, "2026-11-16T09:00+01:00")]
    [InlineData("2026-11-10T09:00+01:00", 24, "2026-11-11T09:00+01:00")]
    [InlineData("2026-03-27T16:00+01:00", 4, "2026-03-30T09:00+02:00")] // clocks were changed on Sunday
    public void EndOf_ATry_IsInWorkingTime(string now, int hours, string expected)
    {
        var zone = ReportingZone.Find("Europe/Warsaw")!;
        Assert.Equal(At(expected), CallbackPause.EndOf(At(now), hours, zone));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("2026-11-09T09:10Z 2026-11-10T09:50Z", "9-10 weekdays 2/2")]
    [InlineData("2026-11-09T23:10Z", "23-24 weekdays 1/1")]
    [InlineData("2026-11-09T00:10Z 2026-11-08T23:10Z 2026-11-08T00:10Z", "0-1 any 2/3")]
    [InlineData("2026-11-08T12:00Z 2026-11-07T13:00Z 2026-11-09T18:00Z", "12-14 weekends 2/3")]
    public void BestTime_OfCalls_IsTheBusiestStretch(string starts, string? expected)
    {
        var best = BestTime.Of([.. starts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(At)], ReportingZone.Utc);
        Assert.Equal(expected, best is null ? null : $"{best.FromHour}-{best.ToHour} {best.Days} {best.Conversations}/{best.Known}");
    }

    private static long At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
}
