using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>On a wide screen a conversation is read beside its list.</summary>
public sealed class ReadingViewTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string View = "?view=conversations&direction=inbound&sort=-messages&month=" + DemoSite.Month;

    protected override ViewportSize Viewport => new() { Width = 1440, Height = 900 };

    [Fact]
    public async Task Keys_FromTheListOnwards_OpenReadAndClose()
    {
        var ids = (await demo.ConversationsAsync("direction=inbound&sort=-messages&month=" + DemoSite.Month)).Ids();
        await OpenAsync(demo.Server, View);
        await Expect(Page.Locator("table.conversation-table")).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("Enter");
        await ExpectQueryAsync("conversation", ids[1]);
        await Expect(TestId("conversation-drawer")).ToBeVisibleAsync();
        await Expect(Page.Locator(".conversation-cards .opened")).ToHaveAttributeAsync("data-id", ids[1]!);
        await Expect(Page.Locator(".conversation-cards .opened a")).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("j");
        await ExpectQueryAsync("conversation", ids[2]);
        await Page.Keyboard.PressAsync("k");
        await Page.Keyboard.PressAsync("k");
        await ExpectQueryAsync("conversation", ids[0]);

        await Page.Keyboard.PressAsync("Escape");
        await Expect(TestId("conversation-drawer")).ToBeHiddenAsync();
        await Expect(Page.Locator("table.conversation-table")).ToBeVisibleAsync();
        await Expect(Page.Locator($"tr[data-id='{ids[0]}'] a")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Pane_ReadToItsEnd_HasThePlayerInSightAndTheListBesideIt()
    {
        var ids = (await demo.ConversationsAsync("direction=inbound&sort=-messages&month=" + DemoSite.Month)).Ids();
        await OpenAsync(demo.Server, View + "&conversation=" + ids[0]);
        await Expect(Page.Locator(".turn").First).ToBeVisibleAsync();

        await Page.Locator(".turn").Last.ScrollIntoViewIfNeededAsync();

        await Expect(TestId("play")).ToBeInViewportAsync();
        await Expect(Page.Locator(".conversation-cards .opened")).ToBeInViewportAsync();
        var (list, pane) = (await Page.Locator(".conversation-cards").BoundingBoxAsync(),
            await TestId("conversation-drawer").BoundingBoxAsync());
        Assert.True(list!.X + list.Width <= pane!.X + 1, $"The list ends at {list.X + list.Width}, the pane begins at {pane.X}.");
        Assert.True(pane.X + pane.Width <= 1440);
    }

    [Fact]
    public async Task Window_MadeNarrower_ShowsTheSameConversationOverTheList()
    {
        var ids = (await demo.ConversationsAsync("direction=inbound&sort=-messages&month=" + DemoSite.Month)).Ids();
        await OpenAsync(demo.Server, View + "&conversation=" + ids[0]);
        await Expect(Page.Locator(".turn").First).ToBeVisibleAsync();

        await Page.SetViewportSizeAsync(1280, 900);

        await Expect(Page.Locator("table.conversation-table")).ToBeVisibleAsync();
        await Expect(Page.Locator("dialog.drawer:modal")).ToBeVisibleAsync();
        await Expect(Page.Locator(".turn").First).ToBeVisibleAsync();
    }
}
