using Voicebot.Core.Synchronization;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

public sealed class SettlingTests
{
    private const long Start = 1_790_000_000;
    private const long Duration = 600;
    private const long Day = 24 * 60 * 60;

    [Theory]
    [InlineData("done", true, 0, true)]
    [InlineData("failed", true, 0, true)]
    [InlineData("in-progress", true, 0, false)]
    [InlineData("processing", true, 10 * Day, false)]
    [InlineData("done", false, 0, false)]
    [InlineData("done", false, Day + Duration - 1, false)]
    [InlineData("done", false, Day + Duration, true)]
    [InlineData("failed", false, Day + Duration - 1, false)]
    [InlineData("failed", false, Day + Duration, true)]
    [InlineData("in-progress", false, 10 * Day, false)]
    public void IsSettled_FinishedAndAnalysedOrADayOver_Only(string status, bool hasAnalysis, long secondsAfterStart, bool expected) =>
        Assert.Equal(expected, Settling.IsSettled(
            A.Conversation("one") with
            {
                Status = status,
                StartTime = Start,
                DurationSeconds = Duration,
            }, hasAnalysis, DateTimeOffset.FromUnixTimeSeconds(Start + secondsAfterStart)));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(Start, null, true)]
    [InlineData(Start, 1L, false)]
    [InlineData(Start + 1, null, false)]
    public void IsPast_UnknownStart_CountsAsLongAgo(long? start, long? duration, bool expected) =>
        Assert.Equal(expected, Settling.IsPast(start, duration, DateTimeOffset.FromUnixTimeSeconds(Start + Day)));

    /// <summary>Thirty days since it began, or was first seen if that is later; what is over is not given up.</summary>
    [Theory]
    [InlineData("in-progress", Start, null, 30 * Day - 1, false)]
    [InlineData("in-progress", Start, null, 30 * Day, true)]
    [InlineData("processing", Start, Start + Day, 30 * Day, false)]
    [InlineData("processing", Start, Start + Day, 31 * Day - 1, false)]
    [InlineData("processing", Start, Start + Day, 31 * Day, true)]
    [InlineData("processing", Start, Start - Day, 30 * Day - 1, false)]
    [InlineData("processing", Start, Start - Day, 30 * Day, true)]
    [InlineData("processing", null, Start, 30 * Day - 1, false)]
    [InlineData("processing", null, Start, 30 * Day, true)]
    [InlineData("processing", null, null, 0, true)]
    [InlineData("done", Start, null, 90 * Day, false)]
    [InlineData("failed", Start, null, 90 * Day, false)]
    public void IsGivenUp_Unfinished_AfterThirtyDays(string status, long? start, long? firstSeen, long secondsAfterStart, bool expected) =>
        Assert.Equal(expected, Settling.IsGivenUp(A.Conversation("one") with { Status = status, StartTime = start }, firstSeen,
            DateTimeOffset.FromUnixTimeSeconds(Start + secondsAfterStart)));
}
