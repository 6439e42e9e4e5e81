using System.Diagnostics;

namespace Voicebot.Benchmarks.Product;

/// <summary>How long requests took, in milliseconds.</summary>
public sealed record Latencies(double Median, double P99, double Max, double PerSecond, int Errors)
{
    private const int WarmUp = 30;

    /// <summary>One after another, after a warm-up. The answer of each is read wholly.</summary>
    /// <param name="path">Made anew for each request, so that no answer is a kept one.</param>
    public static async Task<Latencies> SequentialAsync(HttpClient http, int count, Func<int, string> path)
    {
        for (var i = 0; i < WarmUp; i++)
            await http.GetByteArrayAsync(path(-1 - i));
        var times = new List<double>(count);
        var whole = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var watch = Stopwatch.StartNew();
            await http.GetByteArrayAsync(path(i));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Of(times, whole.Elapsed, 0);
    }

    /// <summary>So many readers at once for so long.</summary>
    public static async Task<Latencies> ConcurrentAsync(HttpClient http, int readers, TimeSpan duration, Func<int, string> path)
    {
        var whole = Stopwatch.StartNew();
        var times = new List<double>();
        var errors = 0;
        await Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
        {
            var own = new List<double>();
            for (var i = 0; whole.Elapsed < duration; i++)
            {
                var watch = Stopwatch.StartNew();
                try
                {
                    using var answer = await http.GetAsync(path(reader + i));
                    await answer.Content.ReadAsByteArrayAsync();
                    if (!answer.IsSuccessStatusCode)
                        Interlocked.Increment(ref errors);
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref errors);
                }
                own.Add(watch.Elapsed.TotalMilliseconds);
            }
            lock (times)
                times.AddRange(own);
        }));
        return Of(times, whole.Elapsed, errors);
    }

    private static Latencies Of(List<double> times, TimeSpan whole, int errors)
    {
        times.Sort();
        return new Latencies(times[times.Count / 2], times[(int)((times.Count - 1) * 0.99)], times[^1], times.Count / whole.TotalSeconds, errors);
    }
}
