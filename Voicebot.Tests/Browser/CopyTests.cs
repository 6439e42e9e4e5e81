using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// Links and ids are copied also where the browser has no clipboard for scripts: over plain http in a company's network.
/// </summary>
public sealed class CopyTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string WithoutClipboard = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });";

    private const string Listen =
        "() => document.addEventListener('copy', () => { window.copied = "
            + "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd); })";

    [Fact]
    public async Task CopyLink_WithoutAClipboard_CopiesTheSelection()
    {
        await Page.AddInitScriptAsync(WithoutClipboard);
        await OpenAsync(demo.Server, "?month=2026-10");
        await Page.EvaluateAsync(Listen);

        await TestId("copy-link").ClickAsync();
        await TestId("copy-fixed").ClickAsync();

        await Expect(Page.Locator(".toast")).ToContainTextAsync("Skopiowano");
        Assert.Equal(Page.Url, await Page.EvaluateAsync<string>("() => window.copied"));
        await Expect(TestId("copy-link")).ToBeFocusedAsync();
        await Expect(Page.Locator("textarea")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task CopyId_InTheDialogWithoutAClipboard_CopiesTheSelection()
    {
        var id = (await demo.ConversationsAsync("month=2026-10")).Ids()[0]!;
        await Page.AddInitScriptAsync(WithoutClipboard);
        await OpenAsync(demo.Server, "?view=conversations&month=2026-10&conversation=" + id);
        await Page.EvaluateAsync(Listen);

        await TestId("conversation-drawer").GetByRole(AriaRole.Button, new() { Name = "Kopiuj id" }).ClickAsync();

        await Expect(Page.Locator(".toast")).ToContainTextAsync("Skopiowano");
        Assert.Equal(id, await Page.EvaluateAsync<string>("() => window.copied"));
    }

    [Fact]
    public async Task CopyLink_WhereTheBrowserForbidsIt_SaysSoAndShowsTheLink()
    {
        await Page.AddInitScriptAsync(WithoutClipboard + "document.execCommand = () => false;");
        await OpenAsync(demo.Server, "?month=2026-10");

        await TestId("copy-link").ClickAsync();
        await TestId("copy-fixed").ClickAsync();

        await Expect(Page.Locator(".toast")).ToContainTextAsync("nie pozwala");
        await Expect(Page.Locator(".toast")).ToContainTextAsync(Page.Url);
    }
}
