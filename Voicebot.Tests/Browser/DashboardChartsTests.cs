using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The charts and the heat map, drawn and as tables.</summary>
public sealed class DashboardChartsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    /// <summary>More coloured pixels than any text or axis leaves.</summary>
    private const int Drawn = 1_000;

    [Fact]
    public async Task Charts_MonthOfTheDemo_AreDrawnInColours()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator("canvas")).ToHaveCountAsync(14);

        foreach (var canvas in await Page.Locator("canvas").AllAsync())
        {
            await canvas.ScrollIntoViewIfNeededAsync(); // charts far below are drawn when they come into sight
            await ExpectDrawnAsync(canvas, 1);
        }
        await Expect(Page.Locator("canvas[aria-label*='{']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Table_OfEachChart_TakesItsPlaceAndGivesItBack()
    {
        var breakdowns = await demo.Server.GetJsonAsync("api/breakdowns?month=" + DemoSite.Month);
        int Rows(string name) => breakdowns.GetProperty(name).GetArrayLength();
        int Buckets(string name) => breakdowns.GetProperty(name).GetProperty("buckets").GetArrayLength();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        foreach (var (chart, rows) in (Dictionary<string, int>)new()
        {
            ["conversion"] = 3,
            ["direction"] = 3,
            ["volume"] = 31,
            ["outcomes"] = 31,
            ["duration"] = 31,
            ["cost"] = 31,
            ["funnel"] = 9,
            ["durations"] = Buckets("durations"),
            ["latency"] = Buckets("response_latency"),
            ["endReasons"] = Rows("end_reasons"),
            ["tools"] = Rows("tools"),
            ["channels"] = Rows("channels"),
            ["languages"] = Rows("languages"),
            ["sources"] = Rows("sources"),
        })
        {
            var card = TestId("chart-" + chart);
            await card.ScrollIntoViewIfNeededAsync();
            await Expect(card.Locator("canvas")).ToBeVisibleAsync();

            await card.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(card.Locator("canvas")).ToBeHiddenAsync();
            await Expect(card.Locator("tbody tr")).ToHaveCountAsync(rows);
            var links = await LinksAsync($"[data-testid=chart-{chart}] td:nth-child(2) a");
            if (chart != "latency") // its turns are no conversations
                Assert.NotEmpty(links);
            if (chart is not ("duration" or "cost")) // they show an average or a sum, not a count
                await AssertCountsAsync(links);

            await card.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(card.Locator("canvas")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task HeatMap_MonthOfTheDemo_ShowsEveryHourOfTheWeek()
    {
        var grid = new long[7, 24];
        foreach (var cell in (await demo.KpisAsync()).GetProperty("hourly_volume").EnumerateArray())
            grid[cell.Whole("weekday") - 1, cell.Whole("hour")] = cell.Whole("total");

        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var cells = TestId("heat-map").Locator("td");
        await Expect(cells).ToHaveCountAsync(7 * 24);
        var shown = await cells.AllTextContentsAsync();

        Assert.Equal(grid.Cast<long>(), shown.Select(long.Parse));
        Assert.Contains(shown, text => text != "0");
        await AssertCountsAsync([.. (await LinksAsync("[data-testid=heat-map] td a")).Take(6)]);

        await TestId("heat-map").Locator("td a").First.ClickAsync();
        await ExpectQueryAsync("view", "conversations");
        await Expect(TestId("filter-chip").First).ToContainTextAsync("Dzień tygodnia: ");
    }

    [Fact]
    public async Task Refresh_Clicked_UpdatesTheChartsInPlaceAndMovesNothing()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await TestId("chart-volume").ScrollIntoViewIfNeededAsync();
        await ExpectDrawnAsync(TestId("chart-volume").Locator("canvas"), 1);
        var ids = $"async () => {{ const {{ Chart }} = await import('/{PageBundle.ChartLibrary}'); return [...document.querySelectorAll('canvas')].map(canvas => Chart.getChart(canvas)?.id).join(); }}";
        var before = await Page.EvaluateAsync<string>(ids);
        Assert.Matches(@"^\d+,", before);
        await Page.EvaluateAsync("() => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifts += entry.value; })).observe({ type: 'layout-shift' }); }");

        await Page.RunAndWaitForResponseAsync(() => TestId("refresh").ClickAsync(), response => response.Url.Contains("/api/breakdowns?"));
        await Expect(Page.Locator("[role=status]").Filter(new() { HasText = "Odświeżono wskaźniki" })).ToHaveCountAsync(1);

        Assert.Equal(before, await Page.EvaluateAsync<string>(ids));
        Assert.Equal(0, await Page.EvaluateAsync<double>("() => window.shifts"));
    }

    [Fact]
    public async Task Comparison_OfTheAgents_ShowsTheFiguresOfEach()
    {
        var agents = (await demo.Server.GetJsonAsync("api/agents")).GetProperty("agents").EnumerateArray().ToList();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var rows = TestId("agent-comparison").Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(agents.Count);
        for (var at = 0; at < agents.Count; at++)
        {
            var kpis = await demo.KpisAsync($"month={DemoSite.Month}&agent_id={agents[at].Text("id")}");
            await Expect(rows.Nth(at).Locator("th")).ToHaveTextAsync(agents[at].Text("name")!);
            await Expect(rows.Nth(at).Locator("td").Nth(1)).ToHaveTextAsync(PolishText.Percent(kpis));
        }
        await AssertCountsAsync(await LinksAsync("[data-testid=agent-comparison] td:nth-child(2) a"));

        await TestId("agent-picker").ClickAsync();
        await TestId("agent-choice").Nth(1).CheckAsync();
        await Expect(TestId("agent-comparison")).ToBeHiddenAsync();
        await TestId("agent-choice").Nth(2).CheckAsync();
        await ExpectQueryAsync("agent", $"{agents[0].Text("id")},{agents[1].Text("id")}");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(TestId("agent-picker")).ToHaveTextAsync("2 agentów");
        var both = await demo.KpisAsync($"month={DemoSite.Month}&agent_id={agents[0].Text("id")},{agents[1].Text("id")}");
        await Expect(TestId("kpi-direction").Locator(".kpi-n")).ToHaveTextAsync($"n = {PolishText.Count(both.Whole("total_conversations"))} {PolishText.Plural(both.Whole("total_conversations"), "rozmowa", "rozmowy", "rozmów")}");
    }

    [Fact]
    public async Task Bar_Clicked_OpensTheConversationsOfItsDay()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var canvas = TestId("chart-volume").Locator("canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        await ExpectDrawnAsync(canvas, 1);
        await canvas.ClickAsync(); // its middle: the 16th

        await ExpectQueryAsync("from", "2026-10-16");
        await ExpectQueryAsync("to", "2026-10-16");
        await ExpectListedAsync((await demo.ConversationsAsync("from=2026-10-16&to=2026-10-16")).Whole("total"));
    }

    [Fact]
    public async Task Numbers_OfTheCards_OpenAsManyConversations()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        var links = await LinksAsync(".kpi:not([data-testid=kpi-cost]):not([data-testid=kpi-scoring]) dd a");

        Assert.Equal(21, links.Count);
        await AssertCountsAsync(links);
    }

    private static Task ExpectDrawnAsync(ILocator canvases, int count) => Eventually.True(async () =>
    {
        var coloured = await canvases.EvaluateAllAsync<int[]>(
            """
            canvases => canvases.map(canvas => {
              const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              let coloured = 0;
              for (let at = 0; at < data.length; at += 4) {
                const [red, green, blue, alpha] = data.slice(at, at + 4);
                if (alpha && Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured++;
              }
              return coloured;
            })
            """);
        return coloured.Length == count && coloured.All(pixels => pixels > Drawn);
    }, $"{count} drawn charts");

    private async Task AssertCountsAsync(IReadOnlyList<(string Text, string Query)> links)
    {
        foreach (var (count, query) in links)
            Assert.Equal($"{query}: {count}", $"{query}: {PolishText.Count((await demo.ConversationsAsync(query)).Whole("total"))}");
    }

    /// <summary>The text of each link and what its list asks the API for.</summary>
    private async Task<IReadOnlyList<(string Text, string Query)>> LinksAsync(string selector)
    {
        var links = await Page.Locator(selector).EvaluateAllAsync<string[][]>("links => links.map(link => [link.innerText, link.search])");
        return [.. links.Select(link => (PolishText.Plain(link[0]), link[1].Replace("?view=conversations&", "", StringComparison.Ordinal).Replace("agent=", "agent_id=", StringComparison.Ordinal)))];
    }
}
