using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The list on a phone: two lines a conversation, and the conditions in a sheet.</summary>
[Collection<BrowserCollection>]
public sealed class ConversationCardsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string View = "?view=conversations&month=" + DemoSite.Month;

    protected override ViewportSize Viewport => new() { Width = 360, Height = 740 };

    [Fact]
    public async Task Cards_OfAPage_AreTheRowsOfTheApiAndLargeEnoughToTouch()
    {
        var expected = await demo.ConversationsAsync("month=" + DemoSite.Month);
        await OpenAsync(demo.Server, View);

        await ExpectRowsAsync(expected.Ids());
        await Expect(Page.Locator("table.conversation-table")).ToHaveCountAsync(0);
        var heights = await Page.Locator(".card-link").EvaluateAllAsync<double[]>("cards => cards.map(card => card.getBoundingClientRect().height)");
        Assert.All(heights, height => Assert.InRange(height, 56, 200));
        var first = expected.GetProperty("conversations")[0];
        await Expect(TestId("conversation-row").First).ToContainTextAsync(first.Text("call_summary_title") ?? "Bez tytułu");
    }

    [Fact]
    public async Task Sheet_ConditionSet_ShowsTheRowsOfTheApiAndCountsOnItsButton()
    {
        await OpenAsync(demo.Server, View);
        await Expect(TestId("filter-outcome")).ToBeHiddenAsync();
        await TestId("filter-open").ClickAsync();
        await Expect(TestId("filter-sheet")).ToBeVisibleAsync();

        await TestId("filter-outcome").SelectOptionAsync("failure");
        await TestId("filter-weekday").GetByText("piątek", new() { Exact = true }).ClickAsync();
        await TestId("filter-weekday").GetByText("sobota", new() { Exact = true }).ClickAsync();
        await ExpectQueryAsync("weekday", "5,6");
        await Page.Keyboard.PressAsync("Escape");

        await Expect(TestId("filter-open")).ToBeFocusedAsync();
        await Expect(TestId("filter-open")).ToHaveTextAsync("Filtry2");
        await ExpectRowsAsync((await demo.ConversationsAsync("outcome=failure&weekday=5,6&month=" + DemoSite.Month)).Ids());
        await Expect(TestId("filter-chip").Last).ToHaveTextAsync("Dzień tygodnia: piątek lub sobota");
    }
}
