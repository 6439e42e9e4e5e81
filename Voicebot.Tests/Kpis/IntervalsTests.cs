using Voicebot.Core.Kpis;

namespace Voicebot.Tests.Kpis;

public sealed class IntervalsTests
{
    [Theory]
    // Newcombe (1998), table II, method 10, and figures worked out apart.
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(459, 731, 377, 722, 0.0551, 0.1558)]
    public void RateDifference_KnownExamples_AreNewcombes(long part, long whole, long partBefore, long wholeBefore, double low,
        double high)
    {
        var interval = Intervals.RateDifference(part, whole, partBefore, wholeBefore, Confidence.Percent95);

        Assert.Equal(low, interval.Low, 0.0002);
        Assert.Equal(high, interval.High, 0.0002);
    }

    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    public void Wilson_KnownExamples_AreTheirs(long part, long whole, double low, double high)
    {
        var interval = Intervals.Wilson(part, whole, Confidence.Percent95);

        Assert.Equal(low, interval.Low, 0.0002);
        Assert.Equal(high, interval.High, 0.0002);
    }

    /// <summary>Means, standard deviations and counts; the intervals by the exact quantile of Student's distribution.</summary>
    [Theory]
    [InlineData(30, 20.82, 2.77, 40, 22.99, 3.91, -3.76391, -0.57609)]
    [InlineData(30, 10, 1, 30, 9, 4, -0.53222, 2.53222)]
    [InlineData(30, 10, 4, 30, 9, 1, -0.53222, 2.53222)]
    [InlineData(30, 10, 0, 30, 9, 0, 1, 1)]
    public void MeanDifference_WorkedExamples_AreWelchs(long count, double mean, double deviation, long countBefore, double meanBefore,
        double deviationBefore, double low, double high)
    {
        var interval = Intervals.MeanDifference(new Sample(count, mean, deviation * deviation),
            new Sample(countBefore, meanBefore, deviationBefore * deviationBefore), Confidence.Percent95);

        Assert.Equal(low, interval.Low, 0.0004);
        Assert.Equal(high, interval.High, 0.0004);
    }

    [Theory]
    [InlineData(29, 2.0452, 2.7564)]
    [InlineData(60, 2.0003, 2.6603)]
    [InlineData(1000, 1.9623, 2.5808)]
    public void StudentQuantile_Tables_AreMet(double freedom, double at95, double at99)
    {
        Assert.Equal(at95, Confidence.Percent95.StudentQuantile(freedom), 3);
        Assert.Equal(at99, Confidence.Percent99.StudentQuantile(freedom), 2);
    }

    [Fact]
    public void Sample_SumsOrCountedValues_HaveTheSameSpread()
    {
        var counted = Sample.Of([(2.0, 3L), (4.0, 1L), (9.0, 2L)]);
        var summed = Sample.Of(6, 28, 3 * 4 + 16 + 2 * 81);

        Assert.Equal(counted.Mean, summed.Mean, 12);
        Assert.Equal(counted.Variance, summed.Variance, 12);
        Assert.Equal(0, Intervals.MeanDifference(summed, counted, Confidence.Percent95).Low
            + Intervals.MeanDifference(summed, counted, Confidence.Percent95).High, 12);
    }
}
