using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// Draws the images of the README from the demo, with VOICEBOT_IMAGES naming the folder to write to; without it, these are no tests.
/// </summary>
public sealed class ReadmeImages(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [ImageTheory]
    [InlineData("en")]
    [InlineData("pl")]
    public async Task Draw_Images_OfTheReadme(string language)
    {
        var id = (await demo.ConversationsAsync(
            "month=2026-10&direction=inbound&transferred=true&duration_min=100&sort=-messages")).Ids()[0];

        await SizeAsync(1440, 1750);
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        if (language == "en")
            await TestId("language").ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(TestId("lead-amount")).ToBeVisibleAsync();
        await Expect(TestId("agent-comparison").Locator("tbody tr")).ToHaveCountAsync(3);
        await DrawAsync("dashboard", language);

        await SizeAsync(1440, 900);
        await Page.GotoAsync(new Uri(demo.Server.Http.BaseAddress!, $"/?view=conversations&month={DemoSite.Month}&conversation={id}")
            .ToString());
        await Expect(TestId("turn").First).ToBeVisibleAsync();
        await DrawAsync("conversation", language);

        await Page.GotoAsync(new Uri(demo.Server.Http.BaseAddress!, $"/?view=criteria&month={DemoSite.Month}").ToString());
        await Expect(Page.Locator(".worst-list li").First).ToBeVisibleAsync();
        await DrawAsync("criteria", language);

        await Page.GotoAsync(new Uri(demo.Server.Http.BaseAddress!, "/?month=" + DemoSite.Month).ToString());
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Page.Locator(".report-sheet")).ToHaveCountAsync(2);
        // Paper has its margins from the printer.
        await Page.Locator(".report-sheet").First.EvaluateAsync(
            "sheet => Object.assign(sheet.style, { boxSizing: 'content-box', padding: '12mm' })");
        await Page.Locator(".report-sheet").First.ScreenshotAsync(
            new() { Path = Path.Combine(ImageFolder.Asked!, $"report-{language}.png") });

        await Page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await SizeAsync(1440, 1000);
        await Page.GotoAsync(new Uri(demo.Server.Http.BaseAddress!, "/?month=" + DemoSite.Month).ToString());
        await Expect(TestId("agent-comparison").Locator("tbody tr")).ToHaveCountAsync(3);
        await DrawAsync("dashboard-dark", language);

        await SizeAsync(390, 844);
        await Page.GotoAsync(new Uri(demo.Server.Http.BaseAddress!, "/?month=" + DemoSite.Month).ToString());
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await DrawAsync("phone", language);
    }

    private Task SizeAsync(int width, int height) => Page.SetViewportSizeAsync(width, height);

    private async Task DrawAsync(string name, string language)
    {
        await Page.EvaluateAsync("() => document.fonts.ready");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(ImageFolder.Asked!, $"{name}-{language}.png") });
    }
}
