using System.Globalization;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The lead chart: drawn, as a table, by keyboard, and as a way into its days.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class DashboardChartsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    /// <summary>More coloured pixels than any text or axis leaves.</summary>
    private const int Drawn = 300;

    private ILocator Surface => TestId("lead-surface");

    [Fact]
    public async Task Chart_OfEachMeasure_IsDrawnAndSaysItsFinding()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        foreach (var (measure, title) in (Dictionary<string, string>)new()
        {
            ["conversations"] = "Rozmowy dziennie",
            ["cost"] = "Kredyty dziennie",
            ["time"] = "Minuty rozmów dziennie",
            ["errors"] = "Rozmowy z błędem dziennie",
        })
        {
            await TestId("lead-measures").Locator($"input[value={measure}]").CheckAsync();
            await Expect(TestId("chart-lead")).ToContainTextAsync(title);
            await ExpectDrawnAsync(TestId("chart-lead").Locator("canvas"), 2);
            await Expect(TestId("lead-amount"))
                .ToHaveAttributeAsync("aria-label", title + ". " + await TestId("lead-finding").InnerTextAsync());
            Assert.Matches(@"\d.*\. .+: od .+ do .+, ostatnio .+\.", await TestId("lead-finding").InnerTextAsync());
        }
    }

    [Fact]
    public async Task Table_OfTheChart_HoldsTheDaysOfTheApiAndTheSameWeekdaysBefore()
    {
        var kpis = await demo.KpisAsync();
        var days = kpis.GetProperty("daily_trends").EnumerateArray().ToList();
        var before = kpis.GetProperty("previous_trends").EnumerateArray().ToDictionary(day => Date(day.Text("date")!));
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await TestId("lead-table").ClickAsync();
        await Expect(TestId("lead-amount")).ToBeHiddenAsync();

        var rows = await TestId("chart-lead").Locator("tbody tr")
            .EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.cells].map(cell => cell.innerText))");

        Assert.Equal(days.Count, rows.Length);
        Assert.All(days.Zip(rows), pair =>
        {
            var (day, cells) = pair;
            Assert.Equal(
                new[] { day.Whole("failed"), day.Whole("unknown"), day.Whole("success"),
                    day.Whole("failed") + day.Whole("unknown") + day.Whole("success") }.Select(PolishText.Count),
                cells[1..5].Select(PolishText.Plain));
            if (cells[6] == PolishText.None)
                return;
            var (now, then) = (Date(day.Text("date")!), DateOnly.ParseExact(cells[6], "dd.MM.yyyy", CultureInfo.InvariantCulture));
            Assert.Equal((now.DayOfWeek, 28), (then.DayOfWeek, now.DayNumber - then.DayNumber));
            Assert.Equal(PolishText.Count(before[then].Whole("failed") + before[then].Whole("unknown") + before[then].Whole("success")),
                PolishText.Plain(cells[7]));
        });
        Assert.Equal(28, rows.Count(cells => cells[6] != PolishText.None));
        await AssertCountsAsync([.. (await LinksAsync("[data-testid=chart-lead] td:nth-child(2) a")).Take(8)]);

        await TestId("lead-table").ClickAsync();
        await Expect(TestId("lead-amount")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Line_OfTheChart_IsOfSevenDaysSumsAndBeginsWithTheThird()
    {
        var days = (await demo.KpisAsync()).GetProperty("daily_trends").EnumerateArray()
            .Select(day =>
                (Success: day.Whole("success"), All: day.Whole("success") + day.Whole("failed") + day.Whole("unknown"))).ToList();
        var expected = days.Select((_, at) =>
        {
            var window = days.Take(at + 1).TakeLast(7).ToList();
            return window.Count < 3 || window.Sum(day => day.All) < 10
                ? PolishText.None : PolishText.Percent(window.Sum(day => day.Success), window.Sum(day => day.All));
        });
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await TestId("lead-table").ClickAsync();

        var shown = await TestId("chart-lead").Locator("tbody td:nth-child(6)").AllInnerTextsAsync();

        Assert.Equal(expected, shown.Select(PolishText.Plain));
    }

    [Fact]
    public async Task Keyboard_OnTheChart_GoesFromDayToDayNarrowsAndComesBack()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await ExpectDrawnAsync(TestId("chart-lead").Locator("canvas"), 2);
        await Surface.FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(Surface)
            .ToHaveAttributeAsync("aria-valuetext",
                new System.Text.RegularExpressions.Regex("^piątek, 30 października;.*Sukces: .*Zakończone: "));
        await Expect(Page.Locator(".lead-tip-title")).ToHaveTextAsync("piątek, 30 października");
        await Page.Keyboard.PressAsync("PageDown");
        await Expect(Surface)
            .ToHaveAttributeAsync("aria-valuetext",
                new System.Text.RegularExpressions.Regex("^piątek, 23 października, wobec: piątek, 25 września;.*, wcześniej "));

        await Page.Keyboard.PressAsync("Enter");
        await ExpectQueryAsync("from", "2026-10-23");
        await ExpectQueryAsync("to", "2026-10-23");
        await ExpectQueryAsync("view", null);
        await ExpectTotalAsync("from=2026-10-23&to=2026-10-23");

        await Page.Keyboard.PressAsync("Escape");
        await ExpectQueryAsync("month", DemoSite.Month);
        await ExpectTotalAsync("month=" + DemoSite.Month);
    }

    [Fact]
    public async Task Day_Clicked_NarrowsThePageToIt()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await ExpectDrawnAsync(TestId("chart-lead").Locator("canvas"), 2);
        await TestId("lead-amount").ScrollIntoViewIfNeededAsync();
        var middle = await MiddleOfDayAsync(15);
        await Page.Mouse.MoveAsync(middle.X, middle.Y);
        await Expect(Page.Locator(".lead-tip-title")).ToHaveTextAsync("piątek, 16 października");
        await Expect(Page.Locator(".lead-tip-before")).ToHaveTextAsync("wobec: piątek, 18 września");

        await Page.Mouse.ClickAsync(middle.X, middle.Y);

        await ExpectQueryAsync("from", "2026-10-16");
        await ExpectQueryAsync("to", "2026-10-16");
        await ExpectTotalAsync("from=2026-10-16&to=2026-10-16");
        await TestId("kpi-conversion").Locator(".lead-outcome-failure a").ClickAsync();
        await ExpectListedAsync((await demo.ConversationsAsync("from=2026-10-16&to=2026-10-16&status=finished&outcome=failure"))
            .Whole("total"));
    }

    [Fact]
    public async Task Drag_OverDays_ZoomsAndTheButtonGoesBack()
    {
        await OpenAsync(demo.Server, "?period=last_month");
        await ExpectDrawnAsync(TestId("chart-lead").Locator("canvas"), 2);
        await TestId("lead-amount").ScrollIntoViewIfNeededAsync();
        var (from, to) = (await MiddleOfDayAsync(4), await MiddleOfDayAsync(10));

        // Escape gives it up.
        await DragAsync(from, to);
        await Expect(Page.Locator(".lead-selection")).ToBeVisibleAsync();
        await Surface.PressAsync("Escape");
        await Expect(Page.Locator(".lead-selection")).ToBeHiddenAsync();
        await Page.Mouse.UpAsync();
        await ExpectQueryAsync("period", "last_month");

        await DragAsync(from, to);
        await Page.Mouse.UpAsync();
        await ExpectQueryAsync("from", "2026-10-05");
        await ExpectQueryAsync("to", "2026-10-11");
        await ExpectTotalAsync("from=2026-10-05&to=2026-10-11");

        await Expect(TestId("zoom-out")).ToContainTextAsync("1–31 października");
        await TestId("zoom-out").ClickAsync();
        await ExpectQueryAsync("period", "last_month");
        await Expect(TestId("zoom-out")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task FutureDays_OfARunningMonth_AreOnTheAxisAndEmpty()
    {
        await OpenAsync(demo.Server);
        await ExpectDrawnAsync(TestId("chart-lead").Locator("canvas"), 2);
        await Surface.FocusAsync();
        await Page.Keyboard.PressAsync("End");

        await Expect(Surface).ToHaveAttributeAsync("aria-valuemax", "30");
        await Expect(Surface).ToHaveAttributeAsync("aria-valuetext", "poniedziałek, 30 listopada; jeszcze przed nami");
        await TestId("lead-table").ClickAsync();
        await Expect(TestId("chart-lead").Locator("tbody tr")).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task Csv_OfTheChart_HoldsItsDays()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("chart-lead").GetByTestId("chart-csv").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());

        Assert.Equal("Rozmowy dzień po dniu.csv", download.SuggestedFilename);
        Assert.StartsWith("Dzień;Niepowodzenie;Nieznany;Sukces;Razem;", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal((32, "01.10.2026"), (lines.Length, lines[1][..10]));
    }

    [Fact]
    public async Task Refresh_Clicked_UpdatesTheChartsInPlaceAndMovesNothing()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await ExpectDrawnAsync(TestId("chart-lead").Locator("canvas"), 2);
        await Expect(TestId("chart-languages").Locator(".bar").First).ToBeVisibleAsync();
        var ids = $"async () => {{ const {{ Chart }} = await import('/{PageBundle.ChartLibrary}'); return "
            + "[...document.querySelectorAll('canvas')].map(canvas => Chart.getChart(canvas)?.id).join(); }";
        var before = await Page.EvaluateAsync<string>(ids);
        Assert.Matches(@"^\d+,\d+$", before);
        await Page.EvaluateAsync(
            "() => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shifts += "
            + "entry.value; })).observe({ type: 'layout-shift' }); }");

        await Page.RunAndWaitForResponseAsync(() => TestId("refresh").ClickAsync(), response => response.Url.Contains("/api/breakdowns?"));
        await Expect(Page.Locator("[role=status]").Filter(new() { HasText = "Dane są aktualne" })).ToHaveCountAsync(1);

        Assert.Equal(before, await Page.EvaluateAsync<string>(ids));
        Assert.Equal(0, await Page.EvaluateAsync<double>("() => window.shifts"));
    }

    private async Task DragAsync((float X, float Y) from, (float X, float Y) to)
    {
        await Page.Mouse.MoveAsync(from.X, from.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 4 });
    }

    /// <summary>Where a day stands in the window.</summary>
    private async Task<(float X, float Y)> MiddleOfDayAsync(int index)
    {
        var place = await Page.EvaluateAsync<float[]>(
            $$"""
            async () => {
              const { Chart } = await import("/{{PageBundle.ChartLibrary}}");
              const canvas = document.querySelector("[data-testid=lead-amount]");
              const { left, top, height } = canvas.getBoundingClientRect();
              return [left + Chart.getChart(canvas).scales.x.getPixelForValue({{index}}), top + height / 2];
            }
            """);
        return (place[0], place[1]);
    }

    private async Task ExpectTotalAsync(string apiQuery)
    {
        var total = (await demo.KpisAsync(apiQuery)).Whole("total_conversations");
        Assert.NotEqual(0, total);
        await Expect(TestId("kpi-direction").Locator(".kpi-n"))
            .ToHaveTextAsync($"n = {PolishText.Count(total)} {PolishText.Plural(total, "rozmowa", "rozmowy", "rozmów")}");
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

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
        Assert.NotEmpty(links);
        foreach (var (count, query) in links)
            Assert.Equal($"{query}: {count}", $"{query}: {PolishText.Count((await demo.ConversationsAsync(query)).Whole("total"))}");
    }
}
