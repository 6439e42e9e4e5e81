using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>A newcomer without a mouse: from the empty folder to a filtered list, a conversation, and back.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class KeyboardTests(SharedBrowser browser) : BrowserTest(browser)
{
    protected override string Locale => "en-GB";

    [Fact]
    public async Task FirstRun_WithTheKeyboardOnly_ReachesAConversation()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_good").At("2026-11-02T10:00:00Z").Talks(3),
            new ConversationBuilder("conv_bad").At("2026-11-03T10:00:00Z").Outcome("failure").Talks(3));
        var regions = new VendorRegions((VendorRegions.Europe, vendor));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);
        await Page.AddInitScriptAsync(
            "for (const kind of ['pointerdown', 'mousedown', 'touchstart']) "
            + "addEventListener(kind, () => { window.touched = true; }, true);");
        await OpenAsync(server);
        await TabToAsync(TestId("wizard").Locator("input[type=radio]:checked"));
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Page.GetByLabel("European Union")).ToBeCheckedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await TabToAsync(TestId("wizard-key"));
        await Page.Keyboard.TypeAsync(VendorSimulator.Key);
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator("[aria-current=step] h2")).ToHaveTextAsync("Agents");
        await TabToAsync(Page.GetByLabel("Second agent"));
        await Page.Keyboard.PressAsync("Space");
        await Expect(Page.GetByLabel("Second agent")).Not.ToBeCheckedAsync();
        await TabToAsync(TestId("range-3_months"));
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(TestId("range-this_month")).ToBeCheckedAsync();
        await TabToAsync(TestId("wizard-next"));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(TestId("first-run")).ToContainTextAsync("complete");
        await TabToAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }));
        await Page.Keyboard.PressAsync("Enter");

        var failures = TestId("kpi-conversion").Locator(".lead-outcome-failure a");
        await Expect(failures).ToHaveTextAsync("1");
        await TabToAsync(failures);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(TestId("conversation-row")).ToHaveCountAsync(1);
        await TabToAsync(TestId("conversation-row").GetByRole(AriaRole.Link));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(TestId("conversation-drawer").Locator("#drawer-title")).ToHaveTextAsync("Title of conv_bad");

        // The focus stays within the drawer however often it moves.
        for (var tab = 0; tab < 30; tab++)
            await Page.Keyboard.PressAsync("Tab");
        Assert.True(await Page.EvaluateAsync<bool>(
            "() => document.activeElement === document.body || document.querySelector('dialog.drawer').contains(document.activeElement)"));
        await Page.Keyboard.PressAsync("Escape");
        await Expect(TestId("conversation-row").GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await TabToAsync(TestId("export-xlsx"));
        var file = await Page.RunAndWaitForDownloadAsync(() => Page.Keyboard.PressAsync("Enter"));
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.False(await Page.EvaluateAsync<bool>("() => window.touched === true"), "something was clicked or touched");
    }

    /// <summary>Presses Tab until the element has the focus, as someone does who sees only where the focus is.</summary>
    private async Task TabToAsync(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var tab = 0; tab < 80; tab++)
        {
            if (await target.EvaluateAsync<bool>("node => node === document.activeElement"))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab never comes to {target}");
    }
}
