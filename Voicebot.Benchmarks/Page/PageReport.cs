using Microsoft.Playwright;
using Voicebot.Benchmarks.Filling;
using Voicebot.Benchmarks.Product;

namespace Voicebot.Benchmarks.Page;

/// <summary>
/// What a visitor waits for, in a real browser: first figures and a filter, on a filled database, with time added to each answer. Several
/// versions of the product are visited in turns, so that all of them meet the machine's better and worse moments.
/// </summary>
public static class PageReport
{
    private const int FirstPort = 7394;
    private const int Rounds = 9;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(40);

    private static readonly string[] Browsers =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <param name="folder">Where filled databases are kept.</param>
    /// <param name="size">Conversations.</param>
    /// <param name="others">Folders with other versions' Voicebot.Functions.dll; each gets a copy of the database, which it may
    /// migrate.</param>
    public static async Task RunAsync(string folder, int size, IReadOnlyList<string> others)
    {
        var filled = Path.Combine(folder, $"{size}");
        DatabaseFiller.Fill(filled, size);
        var data = Directory.CreateTempSubdirectory("voicebot-page-").FullName;
        string[] builds = [AppContext.BaseDirectory, .. others];
        var products = new List<ProductProcess>();
        try
        {
            foreach (var (index, build) in builds.Index())
            {
                var own = Directory.CreateDirectory(Path.Combine(data, $"{index}")).FullName;
                File.Copy(Path.Combine(filled, "voicebot.db"), Path.Combine(own, "voicebot.db"));
                // Nobody answers at that address, and nobody asks there before the night.
                products.Add(await ProductProcess.StartAsync(own, FirstPort + index, "http://127.0.0.1:9", build));
            }
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath =
                    Browsers.Prepend(Environment.GetEnvironmentVariable("VOICEBOT_CHROMIUM") ?? "").FirstOrDefault(File.Exists),
                Args = ["--no-sandbox", "--disable-gpu"],
            });
            var visits = builds.Select(_ => new List<PageVisit>()).ToArray();
            for (var round = -1; round < Rounds; round++)
                foreach (var (index, product) in products.Index())
                {
                    var visit = await PageVisit.MakeAsync(browser, product.Http.BaseAddress!, Latency);
                    if (round >= 0) // the first one warms the product up
                        visits[index].Add(visit);
                }
            foreach (var (build, made) in builds.Zip(visits))
                Console.WriteLine($"{build}: {size:N0} conversations, {Latency.TotalMilliseconds} ms added, median of {Rounds}: "
                    + $"first paint {Median(made, one => one.FirstPaint):0} ms, "
                    + $"first figures {Median(made, one => one.FirstFigures):0} ms, a filter {Median(made, one => one.Filter):0} ms; "
                    + $"layout shift {made.Max(one => one.LayoutShift):0.0000}, "
                    + $"{made.Max(one => one.Requests)} requests before the first figures");
        }
        finally
        {
            foreach (var product in products)
                await product.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    private static double Median(IEnumerable<PageVisit> visits, Func<PageVisit, double> of) => PageVisit.Median(visits.Select(of));
}
