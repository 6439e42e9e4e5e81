using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>On a telephone nothing but the boxes of wide tables scrolls sideways.</summary>
public sealed class NarrowScreenTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    protected override ViewportSize Viewport => new() { Width = 360, Height = 740 };

    [Theory]
    [InlineData("pl")]
    [InlineData("en")]
    public async Task Views_At360Pixels_FitTheScreen(string language)
    {
        await OpenAsync(demo.Server, "?from=2026-10-01&to=2026-10-31");
        if (language == "en")
        {
            await TestId("more-button").ClickAsync();
            await TestId("language").ClickAsync();
        }
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        foreach (var (view, content) in Views.ContentOf)
        {
            await GoToAsync(view);
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();
            await AssertFitsAsync();
        }
    }

    [Fact]
    public async Task Drawer_At360Pixels_FitsTheScreen()
    {
        await OpenAsync(demo.Server, "?view=conversations&month=2026-10&sort=-messages&direction=inbound");
        await TestId("filter-button").ClickAsync();
        await AssertFitsAsync();
        await Page.Keyboard.PressAsync("Escape");
        await TestId("conversation-row").First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.Locator(".turn").First).ToBeVisibleAsync();
        foreach (var summary in await Page.Locator(".tool summary").AllAsync())
            await summary.ClickAsync();

        await AssertFitsAsync();
        Assert.Equal(0, await Page.Locator(".drawer-body").EvaluateAsync<int>("body => body.scrollWidth - body.clientWidth"));
    }

    /// <summary>With the demo on offer, which only the program itself has.</summary>
    [Fact]
    public async Task Wizard_At360Pixels_FitsTheScreen()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        using var product = await ProductProcess.StartAsync(vendor, folder.FullPath, apiKey: "");
        await Page.GotoAsync(product.Http.BaseAddress!.ToString());
        await Expect(TestId("demo-enter")).ToBeVisibleAsync();

        await AssertFitsAsync();
        Errors.Stop(); // the program goes before the page does
    }

    [Fact]
    public async Task AuditLog_At360Pixels_ScrollsInItsBox()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        var archives = await (await server.Http.PostAsync("api/archive?month=2026-10", null)).JsonAsync();
        (await server.Http.GetAsync($"api/download-csv/{archives.GetProperty("archives")[0].Whole("id")}")).Dispose();
        await OpenAsync(server, "?view=settings");
        await TestId("audit-log").Locator("summary").ClickAsync();
        await Expect(TestId("audit-log").Locator("tbody tr").First).ToBeVisibleAsync();

        await AssertFitsAsync();
    }

    /// <summary>The names of the elements that stick out, to read in the failure.</summary>
    private async Task AssertFitsAsync()
    {
        var outside = await Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : ["the page", ...[...document.querySelectorAll("body *")]
              .filter(node => node.getBoundingClientRect().right > innerWidth && !node.closest(".table-box > *, .tabs > *"))
              .map(node => `${node.tagName} ${node.className} ${Math.round(node.getBoundingClientRect().right)}`)]
            """);
        Assert.Empty(outside);
    }
}
