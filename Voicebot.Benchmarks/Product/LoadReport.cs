using System.Net.Http.Json;
using Voicebot.Benchmarks.Filling;
using Voicebot.Benchmarks.Vendor;

namespace Voicebot.Benchmarks.Product;

/// <summary>Many readers for a minute, while a sync writes.</summary>
public static class LoadReport
{
    private const int Port = 7393;
    private const int Readers = 200;
    private const int NewConversations = 60_000;
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(string folder, int size)
    {
        var filled = Path.Combine(folder, $"{size}");
        DatabaseFiller.Fill(filled, size);
        var data = Directory.CreateTempSubdirectory("voicebot-load-").FullName;
        try
        {
            File.Copy(Path.Combine(filled, "voicebot.db"), Path.Combine(data, "voicebot.db")); // the sync changes it
            await using var vendor = await QuickVendor.StartAsync(NewConversations, TimeSpan.FromMilliseconds(20));
            await using var product = await ProductProcess.StartAsync(data, Port, vendor.Url);
            string[] paths = ["api/kpis?month=2026-10", "api/conversations?month=2026-10", "api/conversations?page=3", "api/kpis",
                "api/months", "api/breakdowns?month=2026-10", "api/conversations/conv_0000007", "api/sync-logs"];
            (await product.Http.PostAsJsonAsync("api/sync", new { start_date = "2026-09-01", end_date = "2026-11-01" }))
                .EnsureSuccessStatusCode();
            var times = await Latencies.ConcurrentAsync(product.Http, Readers, Duration, i => paths[i % paths.Length]);
            Console.WriteLine($"{Readers} readers, {Duration.TotalSeconds:0} s, {size:N0} conversations, {vendor.DetailRequests:N0} "
                + $"details synced meanwhile:");
            Console.WriteLine($"{times.PerSecond:N0} answers per second, median {times.Median:0.0} ms, p99 {times.P99:0.0} ms "
                + $"({times.P99 / times.Median:0.0} × the median), longest {times.Max:0} ms, {times.Errors} errors, "
                + $"{product.Megabytes:0} MB");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
