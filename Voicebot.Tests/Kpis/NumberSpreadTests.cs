using CsCheck;
using Voicebot.Core.Kpis;

namespace Voicebot.Tests.Kpis;

public sealed class NumberSpreadTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("5 5 5", "")] // all the same
    [InlineData("1 2 2 3", "1–2: 1, 2–3: 2, 3–4: 1")]
    [InlineData("0 10", "0–1: 1, 1–2: 0, 2–3: 0, 3–4: 0, 4–5: 0, 5–6: 0, 6–7: 0, 7–8: 0, 8–9: 0, 9–10: 0, 10–11: 1")]
    [InlineData("0.1 0.3 0.5", "0.1–0.15: 1, 0.15–0.2: 0, 0.2–0.25: 0, 0.25–0.3: 0, 0.3–0.35: 1, 0.35–0.4: 0, 0.4–0.45: 0, "
        + "0.45–0.5: 0, 0.5–0.55: 1")]
    [InlineData("-3 4", "-3–-2: 1, -2–-1: 0, -1–0: 0, 0–1: 0, 1–2: 0, 2–3: 0, 3–4: 0, 4–5: 1")]
    [InlineData("-1e308 1e308", "")] // further apart than a double reaches
    [InlineData("9007199254740992 9007199254740994", "")]
    public void Histogram_Numbers_HasRoundBorders(string numbers, string expected)
    {
        var spread = new NumberSpread();
        foreach (var number in numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            spread.Add(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(", ", spread.Histogram().Select(bar => FormattableString.Invariant(
            $"{bar.From}–{bar.To}: {bar.Count}"))));
    }

    /// <summary>Also past the number of different ones that are kept one by one.</summary>
    [Fact]
    public void Histogram_ManyNumbers_CountsEachInItsBar() => Gen.Select(Gen.Int[1, 10_000].Select(seed => new Random(seed)),
        Gen.Int[-6, 12], Gen.Double[-10, 10], Gen.Int[2, 9_000]).Sample((random, power, middle, count) =>
        {
            var numbers = Enumerable.Range(0, count).Select(_ => (middle + random.NextDouble()) * Math.Pow(10, power)).ToList();
            var spread = new NumberSpread();
            numbers.ForEach(spread.Add);

            var bars = spread.Histogram();

            Assert.InRange(bars.Count, 5, 12);
            // Within a hair's breadth of a border a number may be told of on either side, once there are many.
            Assert.All(bars, bar =>
            {
                var hair = (bar.To - bar.From) * 1e-6;
                Assert.InRange(bar.Count, numbers.Count(number => number >= bar.From + hair && number < bar.To - hair),
                    numbers.Count(number => number >= bar.From - hair && number < bar.To + hair));
            });
            Assert.Equal(count, bars.Sum(bar => bar.Count));
            Assert.Equal(numbers.Average(), spread.Mean!.Value, Math.Abs(numbers.Average()) * 1e-11);
            Assert.Equal((numbers.Min(), numbers.Max()), (spread.Min, spread.Max));
        }, iter: 200);

    [Fact]
    public void Mean_SumPastTheLargestDouble_IsStillANumber()
    {
        var spread = new NumberSpread();
        for (var i = 0; i < 5; i++)
            spread.Add(1.5e308);

        Assert.InRange(spread.Mean!.Value, 1.49e308, 1.5e308);
    }
}
