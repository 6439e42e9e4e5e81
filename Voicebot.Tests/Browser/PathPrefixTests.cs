using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Behind a proxy that has the program under a path, the page finds its API, files and itself from where it lies.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class PathPrefixTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    public async Task Page_UnderAPath_WorksInEveryView(string page)
    {
        await using var proxy = await PathProxy.StartAsync(demo.Server);
        await OpenAsync(proxy, page + "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        foreach (var (view, content) in Views.ContentOf)
        {
            await TestId("tab-" + view).ClickAsync();
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();
            Assert.Equal(PathProxy.Prefix + page, new Uri(Page.Url).AbsolutePath);
            await Page.ReloadAsync();
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();
        }

        await TestId("tab-dashboard").ClickAsync();
        await TestId("chart-lead").ScrollIntoViewIfNeededAsync();
        await Expect(TestId("chart-lead").Locator("table")).ToHaveCountAsync(0); // a chart, not the table that stands in for it
        Assert.Empty(proxy.Astray);
    }

    [Fact]
    public async Task Files_UnderAPath_AreSaved()
    {
        await using var proxy = await PathProxy.StartAsync(demo.Server);
        await OpenAsync(proxy, "/?view=conversations&month=2026-10");
        await Expect(TestId("export-csv"))
            .ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^/voicebot/api/export-csv"));
        await UnfoldAsync("export-more");
        await AssertSavedAsync(TestId("export-csv"));
        await TestId("tab-archives").ClickAsync();
        await AssertSavedAsync(TestId("archive-row").First.GetByRole(AriaRole.Link));
        await GoToAsync("settings");
        await AssertSavedAsync(TestId("backup"));
        Assert.Empty(proxy.Astray);
    }

    [Fact]
    public async Task Recording_UnderAPath_Plays()
    {
        var id = (await demo.ConversationsAsync("month=2026-10&direction=inbound&duration_min=60&transcript=true")).Ids()[0]!;
        await using var proxy = await PathProxy.StartAsync(demo.Server);
        await OpenAsync(proxy, "/?view=conversations&month=2026-10&conversation=" + id);
        await TestId("turn").Nth(1).ClickAsync();
        await Eventually.True(async () => await TestId("recording")
            .EvaluateAsync<bool>("audio => !audio.paused && audio.currentTime > 0"), "sound");
        Assert.Empty(proxy.Astray);
    }

    [Fact]
    public async Task Icons_UnderAPath_AreThere()
    {
        await using var proxy = await PathProxy.StartAsync(demo.Server);
        await OpenAsync(proxy, "/?month=2026-10");
        await Expect(Page.Locator("link[rel=manifest]")).ToHaveCountAsync(1);
        var named = await Page.EvaluateAsync<string[]>(
            "async () => { const manifest = document.querySelector('link[rel=manifest]').href; const { icons, start_url, scope } = "
            + "await (await fetch(manifest)).json();"
            + " return [manifest, ...icons.map(icon => new URL(icon.src, manifest).href), new URL(start_url, manifest).href, new "
                + "URL(scope, manifest).href,"
            + " ...[...document.querySelectorAll('link[rel*=icon]')].map(link => link.href)]; }");
        Assert.True(named.Length > 5);
        foreach (var address in named)
        {
            Assert.StartsWith(proxy.Origin + PathProxy.Prefix + "/", address, StringComparison.Ordinal);
            Assert.Equal(200, (await Page.APIRequest.GetAsync(address)).Status);
        }
    }

    private async Task OpenAsync(PathProxy proxy, string address)
    {
        proxy.Leaving += Errors.Stop;
        await Page.Clock.SetFixedTimeAsync(((TimeProvider)demo.Server.Services.GetService(typeof(TimeProvider))!).GetUtcNow().UtcDateTime);
        await Page.GotoAsync(proxy.Origin + PathProxy.Prefix + address);
    }

    private async Task AssertSavedAsync(ILocator link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Null(await download.FailureAsync());
        Assert.True(new FileInfo(await download.PathAsync()).Length > 100);
    }
}
