using CsCheck;
using Voicebot.Core.Figures;

namespace Voicebot.Tests.Figures;

public sealed class HistogramTests
{
    private static readonly Gen<(long Value, long Times)[]> Additions = Gen.Select(Gen.Long[0, 5_000_000], Gen.Long[1, 900]).Array[0, 60];

    [Fact]
    public void ToBytes_AnyCounts_AreReadBackTheSame() => Additions.Sample(additions =>
    {
        var histogram = Of(additions);

        Assert.Equal(histogram.Counted(), Histogram.Of(histogram.ToBytes()).Counted());
        Assert.Equal(additions.Sum(one => one.Times), histogram.Counted().Sum(one => one.Count));
    });

    [Fact]
    public void Add_TakenBack_LeavesWhatWasBefore() => Gen.Select(Additions, Additions).Sample((before, change) =>
    {
        var histogram = Of(before);
        histogram.Add(Of(change));
        histogram.Add(Of(change).ToBytes(), -1);

        Assert.Equal(Of(before).Counted(), histogram.Counted());
        Assert.Equal(before.Length == 0, histogram.IsEmpty);
    });

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 5 })]
    [InlineData(new byte[] { 0x80, 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void Of_DamagedBytes_AreReadAsFarAsTheyGo(byte[] bytes) => Assert.Empty(Histogram.Of(bytes).Counted());

    private static Histogram Of((long Value, long Times)[] additions)
    {
        var histogram = new Histogram();
        foreach (var (value, times) in additions)
            histogram.Add(value, times);
        return histogram;
    }
}
