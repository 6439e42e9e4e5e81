using System.Diagnostics;
using Voicebot.Benchmarks.Filling;

namespace Voicebot.Benchmarks.Product;

/// <summary>The table of the README: the same work on databases of growing size, by the product as a process.</summary>
public static class Report
{
    private const int Port = 7391;

    public static async Task RunAsync(string folder, IReadOnlyList<int> sizes)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, "
            + $"{System.Runtime.InteropServices.RuntimeInformation.OSDescription}, "
            + $"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
        var columns = new List<(string Size, Dictionary<string, string> Figures)>();
        foreach (var size in sizes)
        {
            var data = Path.Combine(folder, $"{size}");
            DatabaseFiller.Fill(data, size);
            columns.Add(($"{size:N0}", await MeasureAsync(data, size)));
        }
        Console.WriteLine($"| work | {string.Join(" | ", columns.Select(column => column.Size))} |");
        Console.WriteLine($"| --- | {string.Join(" | ", columns.Select(_ => "---"))} |");
        foreach (var work in columns[0].Figures.Keys)
            Console.WriteLine($"| {work} | {string.Join(" | ", columns.Select(column => column.Figures[work]))} |");
    }

    private static async Task<Dictionary<string, string>> MeasureAsync(string data, int size)
    {
        (await ProductProcess.StartAsync(data, Port)).DisposeAsync().AsTask().Wait(); // warms the file cache
        await using var product = await ProductProcess.StartAsync(data, Port);
        var http = product.Http;
        await Task.Delay(2_000);
        var figures = new Dictionary<string, string>
        {
            ["start to first answer, s"] = $"{product.FirstAnswer.TotalSeconds:0.00}",
            ["memory idle, MB"] = $"{product.Megabytes:0}",
        };

        async Task Add(string work, int count, Func<int, string> path)
        {
            var times = await Latencies.SequentialAsync(http, count, path);
            figures[work] = times == Latencies.Refused ? "refused: too much work" : $"{times.Median:0.0} ms (p99 {times.P99:0.0})";
        }

        var lastPage = (size + 49) / 50;
        // Each request is written another way, so that none is answered from the kept answers.
        await Add("KPIs of a month", 60, i => $"api/kpis?month=2026-10&agent_id={Agents(i)}");
        await Add("KPIs of a month, with the month before", 60, i => $"api/kpis?month=2026-10&compare=previous&agent_id={Agents(i)}");
        await Add("KPIs, all time", 60, i => $"api/kpis?agent_id={Agents(i)}");
        await Add("KPIs, all time, kept answer", 200, _ => "api/kpis");
        await Add("breakdowns, all time", 30, i => $"api/breakdowns?agent_id={Agents(i)}");
        await Add("list, first page", 60, i => $"api/conversations?page={Zeros(i)}1");
        await Add("list, a page in the middle", 60, i => $"api/conversations?page={Zeros(i)}{Math.Max(1, lastPage / 2)}");
        await Add("list, deepest page", 60, i => $"api/conversations?page={Zeros(i)}{lastPage}");
        await Add("list with filters, first time", 15, i => $"api/conversations?outcome=failure&direction=inbound&duration_min={50 + i}");
        await Add("list by criterion, a month", 8, i => $"api/conversations?month=2026-10&criterion=polite:failure&duration_min={50 + i}");
        await Add("list by longest duration", 8, i => $"api/conversations?sort=-duration&page={40 + i}");
        await Add("search of a rare word", 15, i => $"api/conversations?search=żółwserviceanie&page={40 + i}");
        await Add("search of a frequent word", 8, i => $"api/conversations?search=karta&page={40 + i}");
        figures["KPI requests per second, 8 connections"] =
            $"{(await Latencies.ConcurrentAsync(http, 8, TimeSpan.FromSeconds(5), _ => "api/kpis?month=2026-10")).PerSecond:N0}";
        await ExportAsync(product, figures);
        figures["memory after all this, MB"] = $"{product.Megabytes:0}";
        return figures;
    }

    private static string Agents(int i) => string.Join(',', SampleConversations.Agents) + new string(',', i + 31);

    private static string Zeros(int i) => new('0', i + 31);

    private static async Task ExportAsync(ProductProcess product, Dictionary<string, string> figures)
    {
        var watch = Stopwatch.StartNew();
        await using var stream = await product.Http.GetStreamAsync("api/export-csv");
        var buffer = new byte[256 * 1024];
        var (bytes, peak, next) = (0L, 0.0, 0L);
        while (await stream.ReadAsync(buffer) is > 0 and var read)
        {
            bytes += read;
            if (watch.ElapsedMilliseconds < next)
                continue;
            peak = Math.Max(peak, product.Megabytes);
            next = watch.ElapsedMilliseconds + 200;
        }
        figures["CSV of everything"] =
            $"{watch.Elapsed.TotalSeconds:0.0} s ({bytes / 1e6 / watch.Elapsed.TotalSeconds:0} MB/s, {bytes / 1e6:N0} MB)";
        figures["memory during the export, MB"] = $"{peak:0}";
    }
}
