using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>The dashboard at 360 pixels: one column, figures as rows, the last sections as rows that open.</summary>
public sealed class DashboardPhoneTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    protected override ViewportSize Viewport => new() { Width = 360, Height = 740 };

    [Fact]
    public async Task Sections_OnThePhone_OpenOneByOne()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        var durations = TestId("chart-durations");
        var fold = durations.Locator(".panel-fold");
        await Expect(fold).ToContainTextAsync("Jak długo trwają mediana ");
        await Expect(durations.Locator(".histogram")).ToBeHiddenAsync();

        await fold.ClickAsync();
        await Expect(durations.Locator(".histogram")).ToBeVisibleAsync();
        await Expect(fold).ToHaveAttributeAsync("aria-expanded", "true");

        await fold.ClickAsync();
        await Expect(durations.Locator(".histogram")).ToBeHiddenAsync();
        await Page.SetViewportSizeAsync(1280, 900);
        await Expect(durations.Locator(".histogram")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Figures_OnThePhone_AreRowsAtLeast56High()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(TestId("agent-row")).ToHaveCountAsync(3);

        var heights = await Page.Locator(".kpi, .panel-fold:visible, [data-testid=agent-row]")
            .EvaluateAllAsync<double[]>("rows => rows.map(row => row.getBoundingClientRect().height)");

        Assert.Equal(14 + 13 + 3, heights.Length); // of what there is nothing of, nothing is said
        Assert.All(heights, height => Assert.InRange(height, 55.9, 80));
    }
}
