using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The bar that stays above every view: what the figures are about, how old they are, and links to them.</summary>
public sealed class ContextBarTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Copied = "() => navigator.clipboard.readText()";

    [Fact]
    public async Task Link_OfThisMonth_HoldsItsNameOrItsDays()
    {
        await Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await OpenAsync(demo.Server, "?view=criteria");

        await TestId("copy-link").ClickAsync();
        await TestId("copy-relative").ClickAsync();
        await Expect(Page.Locator(".toast")).ToContainTextAsync("Ten miesiąc");
        Assert.EndsWith("?view=criteria&period=this_month", await Page.EvaluateAsync<string>(Copied), StringComparison.Ordinal);

        await TestId("copy-link").ClickAsync();
        await TestId("copy-fixed").ClickAsync();
        await Expect(Page.Locator(".toast")).ToContainTextAsync("ten sam okres");
        Assert.EndsWith("?view=criteria&month=2026-11", await Page.EvaluateAsync<string>(Copied), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfDaysThatHaveNoName_IsCopiedAtOnce()
    {
        await Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await OpenAsync(demo.Server, "?from=2026-10-05&to=2026-10-11");

        await TestId("copy-link").ClickAsync();

        await Expect(Page.Locator(".toast")).ToContainTextAsync("5–11 października");
        Assert.Equal(Page.Url, await Page.EvaluateAsync<string>(Copied));
    }

    [Fact]
    public async Task Refresh_WithNewConversationsAtTheVendor_FetchesThem()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_old").At("2026-11-02T10:00:00Z").Talks(3));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await OpenAsync(server, "?view=conversations");
        await ExpectListedAsync(1);
        vendor.Add(new ConversationBuilder("conv_new").At("2026-11-10T09:00:00Z").Talks(3));

        await TestId("refresh").ClickAsync();

        await ExpectListedAsync(2);
        Assert.Equal(["conv_new", "conv_old"], await RowIdsAsync());
        await Expect(Page.Locator("[role=status]").Filter(new() { HasText = "Dane są aktualne" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task TableOfConversations_IsFewTabStopsAfterTheSkipLink()
    {
        await OpenAsync(demo.Server, "?view=conversations&month=2026-10");
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("main")).ToBeFocusedAsync();

        var stops = 0;
        while (!await Page.EvaluateAsync<bool>("() => document.activeElement.closest('thead, tbody') !== null") && stops < 20)
        {
            await Page.Keyboard.PressAsync("Tab");
            stops++;
        }
        Assert.InRange(stops, 1, 8);
    }

    [Fact]
    public async Task At360Pixels_OneButtonSaysWhatItIsAboutAndOpensIt()
    {
        await Page.SetViewportSizeAsync(360, 740);
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Expect(TestId("scope-button")).ToContainTextAsync("październik 2026");
        await Expect(TestId("scope-button")).ToContainTextAsync("Wszyscy agenci");

        await TestId("scope-button").ClickAsync();
        await Expect(TestId("scope-sheet")).ToBeVisibleAsync();
        await PickMonthAsync("2026-09");
        await ExpectQueryAsync("month", "2026-09");
        await Page.Keyboard.PressAsync("Escape"); // the picker
        await Page.Keyboard.PressAsync("Escape");
        await Expect(TestId("scope-sheet")).ToBeHiddenAsync();
        await Expect(TestId("scope-button")).ToBeFocusedAsync();

        await TestId("actions-button").ClickAsync();
        await Expect(TestId("actions-sheet").GetByTestId("export-xlsx")).ToBeVisibleAsync();
        await Expect(TestId("actions-sheet").GetByTestId("print")).ToBeVisibleAsync();
    }
}
