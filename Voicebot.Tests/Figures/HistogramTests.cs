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
    [InlineData(new byte[] { 0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00, 0x01 })]
    public void Of_DamagedBytes_AreReadAsFarAsTheyGo(byte[] bytes) => Assert.Empty(Histogram.Of(bytes).Counted());

    /// <summary>Distance and count, in as many bytes of seven bits each as they need.</summary>
    [Theory]
    [InlineData(127, 1, new byte[] { 0x7F, 0x01 })]
    [InlineData(128, 1, new byte[] { 0x80, 0x01, 0x01 })]
    [InlineData(300, 200, new byte[] { 0xAC, 0x02, 0xC8, 0x01 })]
    [InlineData(long.MaxValue, 1, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x01 })]
    [InlineData(5, -1, new byte[] { 0x05, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    public void ToBytes_Value_IsWrittenInSevenBitsAByte(long value, long times, byte[] bytes)
    {
        Assert.Equal(bytes, Of([(value, times)]).ToBytes());
        Assert.Equal([(value, times)], Histogram.Of(bytes).Counted());
    }

    [Fact]
    public void BytesOf_Values_AreCountedAndNoneAreNull()
    {
        Assert.Null(Histogram.BytesOf([]));
        Assert.Equal([(2, 1), (7, 2)], Histogram.Of(Histogram.BytesOf([7, 2, 7])).Counted());
    }

    private static Histogram Of((long Value, long Times)[] additions)
    {
        var histogram = new Histogram();
        foreach (var (value, times) in additions)
            histogram.Add(value, times);
        return histogram;
    }
}
