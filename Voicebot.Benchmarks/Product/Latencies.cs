using System.Diagnostics;
using System.Net;

namespace Voicebot.Benchmarks.Product;

/// <summary>How long requests took, in milliseconds.</summary>
public sealed record Latencies(double Median, double P99, double Max, double PerSecond, int Errors)
{
    private const int WarmUp = 30;

    /// <summary>What was asked for is too much work at this size.</summary>
    public static Latencies Refused { get; } = new(double.NaN, double.NaN, double.NaN, 0, 1);

    /// <summary>One after another, after a warm-up. The answer of each is read wholly.</summary>
    /// <param name="path">Made anew for each request, so that no answer is a kept one.</param>
    public static async Task<Latencies> SequentialAsync(HttpClient http, int count, Func<int, string> path)
    {
        for (var i = 0; i < WarmUp; i++)
            if (!await ReadAsync(http, path(-1 - i)))
                return Refused;
        var times = new List<double>(count);
        var whole = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var watch = Stopwatch.StartNew();
            if (!await ReadAsync(http, path(i)))
                return Refused;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Of(times, whole.Elapsed, 0);
    }

    /// <summary>
    /// False when the product refuses the question as too much work; its limit counts work, so that it does on every machine.
    /// </summary>
    private static async Task<bool> ReadAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.UnprocessableEntity ? false : answer.EnsureSuccessStatusCode().IsSuccessStatusCode;
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
        return new Latencies(times[times.Count / 2], times[(int)((times.Count - 1) * 0.99)], times[^1],
            times.Count / whole.TotalSeconds, errors);
    }
}
