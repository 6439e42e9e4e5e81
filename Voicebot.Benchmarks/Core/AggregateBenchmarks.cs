using BenchmarkDotNet.Attributes;
using Voicebot.Core.Figures;

namespace Voicebot.Benchmarks.Core;

/// <summary>Histograms of a year of days, as the percentiles of the KPIs read them.</summary>
[MemoryDiagnoser]
public class AggregateBenchmarks
{
    private byte[][] days = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        days = [.. Enumerable.Range(0, 365).Select(_ =>
        {
            var day = new Histogram();
            for (var i = 0; i < 2_000; i++)
                day.Add((long)(Math.Pow(random.NextDouble(), 2) * 600), 1);
            return day.ToBytes();
        })];
    }

    [Benchmark]
    public int AddUpAYear()
    {
        var sum = new Histogram();
        foreach (var day in days)
            sum.Add(day);
        return sum.Counted().Count;
    }
}
