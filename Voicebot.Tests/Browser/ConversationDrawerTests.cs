using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>One conversation, over the list that it came from.</summary>
public sealed class ConversationDrawerTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Month = "month=" + DemoSite.Month;
    private const string View = "?view=conversations&" + Month;

    private ILocator Drawer => TestId("conversation-drawer");

    [Fact]
    public async Task Row_Clicked_OpensTheTranscriptAndEscapeGivesTheFocusBack()
    {
        var id = (await demo.ConversationsAsync(Month + "&sort=-messages")).Ids()[2]!;
        var conversation = await demo.Server.GetJsonAsync("api/conversations/" + id);
        var turns = conversation.GetProperty("transcript");
        await OpenAsync(demo.Server, View + "&sort=-messages");
        await TestId("conversation-row").Nth(2).Locator("td").Last.ClickAsync();

        await Expect(Drawer).ToBeVisibleAsync();
        await ExpectQueryAsync("conversation", id);
        await Expect(Drawer.Locator("#drawer-title")).ToHaveTextAsync(conversation.Text("call_summary_title")!);
        await Expect(Drawer.Locator(".turn")).ToHaveCountAsync(turns.GetArrayLength());
        Assert.Equal(turns.Texts("message").Where(message => message is not null), await Drawer.Locator(".turn-message").AllTextContentsAsync());
        await Expect(Drawer.Locator(".criterion-result")).ToHaveCountAsync(conversation.GetProperty("criteria_results").GetArrayLength());

        await Page.Keyboard.PressAsync("Escape");
        await Expect(Drawer).ToBeHiddenAsync();
        await ExpectQueryAsync("conversation", null);
        await Expect(TestId("conversation-row").Nth(2).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Next_FromTheFirst_WalksAlongTheList()
    {
        var ids = (await demo.ConversationsAsync(Month)).Ids();
        await OpenAsync(demo.Server, View);
        await TestId("conversation-row").First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Drawer.GetByLabel("Poprzednia rozmowa")).ToBeDisabledAsync();

        await Drawer.GetByLabel("Następna rozmowa").ClickAsync();
        await ExpectQueryAsync("conversation", ids[1]);
        await Expect(Drawer.Locator("code").Filter(new() { HasText = ids[1] })).ToBeVisibleAsync();

        await Drawer.GetByLabel("Zamknij").ClickAsync();
        await Expect(Drawer).ToBeHiddenAsync();
        await Expect(TestId("conversation-row").Nth(1).GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await Page.GoForwardAsync();
        await Expect(Drawer).ToBeVisibleAsync();
        await ExpectQueryAsync("conversation", ids[1]);
    }

    [Fact]
    public async Task Address_OfAConversation_OpensItOnAFreshPage()
    {
        var id = (await demo.ConversationsAsync(Month)).Ids()[^1]!;
        await OpenAsync(demo.Server, $"{View}&conversation={id}");

        await Expect(Drawer.Locator("code").Filter(new() { HasText = id })).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("Escape");
        await Expect(Drawer).ToBeHiddenAsync();
        await ExpectQueryAsync("view", "conversations");
    }

    [Fact]
    public async Task Address_OfAnUnknownConversation_SaysSo()
    {
        Errors.Expect("/api/conversations/conv_unknown");
        await OpenAsync(demo.Server, View + "&conversation=conv_unknown");

        await Expect(Drawer.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ten element już nie istnieje.");
        await Expect(Drawer.Locator("#drawer-title")).ToHaveTextAsync("Nie udało się wczytać rozmowy");
    }
}
