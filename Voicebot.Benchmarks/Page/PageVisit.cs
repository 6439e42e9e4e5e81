using Microsoft.Playwright;

namespace Voicebot.Benchmarks.Page;

/// <summary>
/// One visit of somebody whose browser has nothing of the page yet. Times in milliseconds since the address was entered.
/// </summary>
/// <param name="FirstFigures">When all twelve stood on the screen.</param>
/// <param name="Filter">From the click on an outcome in the list's filters until the list shows it, median of three.</param>
/// <param name="LayoutShift">Cumulative, as browsers count it; zero is none.</param>
/// <param name="Requests">Up to the figures' own.</param>
public sealed record PageVisit(double FirstPaint, double FirstFigures, double Filter, double LayoutShift, int Requests)
{
    private const string Watch = """
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value;
        }).observe({ type: "layout-shift", buffered: true });
        (function look() {
          const values = [...document.querySelectorAll(".kpi-value")];
          if (values.length >= 12 && values.every((one) => /\d|–/.test(one.textContent))) window.figures = performance.now();
          else requestAnimationFrame(look);
        })();
        """;

    private const string Click = """
        async (box) => {
          const total = () => document.querySelector(".list-total")?.textContent;
          const before = total();
          const began = performance.now();
          box.click();
          const frame = () => new Promise((next) => requestAnimationFrame(next));
          while (total() === before && performance.now() - began < 30_000) await frame();
          await frame(); // drawn
          return performance.now() - began;
        }
        """;

    public static async Task<PageVisit> MakeAsync(IBrowser browser, Uri address, TimeSpan latency)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = latency.TotalMilliseconds,
            ["downloadThroughput"] = -1,
            ["uploadThroughput"] = -1,
        });
        var requests = 0;
        var untilFigures = 0;
        page.Request += (_, request) =>
        {
            requests++;
            if (untilFigures == 0 && request.Url.Contains("/api/kpis", StringComparison.Ordinal))
                untilFigures = requests;
        };
        await page.GotoAsync(address.ToString());
        await page.WaitForFunctionAsync("() => window.figures");
        var figures = await page.EvaluateAsync<double>("() => window.figures");
        var paint = await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var shift = await page.EvaluateAsync<double>("() => window.shift");
        return new(paint, figures, await FilterAsync(page, address), shift, untilFigures);
    }

    private static async Task<double> FilterAsync(IPage page, Uri address)
    {
        await page.GotoAsync(new Uri(address, "?view=conversations&month=2026-10").ToString());
        await page.GetByTestId("conversation-row").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByTestId("filter-button").ClickAsync();
        await page.Locator("[data-condition=outcome]:not(.chip) > summary").ClickAsync();
        var times = new List<double>();
        foreach (var outcome in new[] { "failure", "success", "unknown" })
        {
            var box = page.Locator($"[data-testid=filter-outcome][value={outcome}]");
            await box.WaitForAsync();
            times.Add(await page.EvaluateAsync<double>(Click, await box.ElementHandleAsync()));
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        return Median(times);
    }

    internal static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
