using Voicebot.Core.Time;

namespace Voicebot.Tests.Time;

public sealed class MonthTests
{
    [Theory]
    [InlineData("2026-11", 2026, 11)]
    [InlineData("2000-01", 2000, 1)]
    [InlineData("2199-12", 2199, 12)]
    public void TryParse_Month_IsReadAndWrittenTheSame(string text, int year, int number)
    {
        Assert.True(Month.TryParse(text, out var month));
        Assert.Equal(new Month(year, number), month);
        Assert.Equal(text, month.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1")]
    [InlineData("2026-011")]
    [InlineData("202611")]
    [InlineData("2026/11")]
    [InlineData(" 2026-11")]
    [InlineData("2026-11 ")]
    [InlineData("1999-12")]
    [InlineData("2200-01")]
    [InlineData("٢٠٢٦-١١")]
    [InlineData("2026-11-01")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(Month.TryParse(text, out _));

    [Theory]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "2024-01")]
    [InlineData("2026-01", "2026-01-01", "2026-01-31", "2025-12")]
    [InlineData("2026-04", "2026-04-01", "2026-04-30", "2026-03")]
    public void Days_OfAMonth_AreItsFirstAndLast(string text, string first, string last, string previous)
    {
        Month.TryParse(text, out var month);

        Assert.Equal(first, month.FirstDay.ToString("yyyy-MM-dd"));
        Assert.Equal(last, month.LastDay.ToString("yyyy-MM-dd"));
        Assert.Equal(previous, month.Previous.ToString());
    }

    [Fact]
    public void CompareTo_Months_OrdersByTime() =>
        Assert.Equal(
            [new Month(2025, 12), new Month(2026, 1), new Month(2026, 11)],
            new[] { new Month(2026, 11), new Month(2025, 12), new Month(2026, 1) }.Order());
}
