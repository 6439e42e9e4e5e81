using Voicebot.Core.Time;

namespace Voicebot.Tests.Time;

public sealed class PeriodTests
{
    [Fact]
    public void Of_Month_SpansItsDays() =>
        Assert.Equal(new Period(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), new Month(2026, 2)), Period.Of(new Month(2026, 2)));

    [Fact]
    public void AllTime_Ends_AreOpen() => Assert.Equal((null, null, null), (Period.AllTime.From, Period.AllTime.To, Period.AllTime.Month));
}
