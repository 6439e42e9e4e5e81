using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The list on a phone: two lines a conversation, and the conditions in a sheet.</summary>
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
        var heights = await Page.Locator(".card-link")
            .EvaluateAllAsync<double[]>("cards => cards.map(card => card.getBoundingClientRect().height)");
        Assert.All(heights, height => Assert.InRange(height, 56, 200));
        var first = expected.GetProperty("conversations")[0];
        await Expect(TestId("conversation-row").First).ToContainTextAsync(first.Text("call_summary_title") ?? "Bez tytułu");
    }

    [Fact]
    public async Task Sheet_ConditionsSet_SaysHowManyAndShowsTheRowsOfTheApi()
    {
        await OpenAsync(demo.Server, View);
        await TestId("filter-button").ClickAsync();
        await Expect(TestId("filter-sheet")).ToBeVisibleAsync();
        var widths = await TestId("filter-sheet")
            .EvaluateAsync<double[]>("sheet => [sheet.getBoundingClientRect().left, sheet.getBoundingClientRect().right]");
        Assert.Equal([0.0, 360.0], widths);

        await Page.Locator("[data-condition=outcome]:not(.chip) summary").ClickAsync();
        await Page.Locator("[data-testid=filter-outcome][value=failure]").CheckAsync();
        await Page.Locator("[data-condition=weekday]:not(.chip) summary").ClickAsync();
        await Page.Locator("[data-testid=filter-weekday][value='6']").CheckAsync();
        await Page.Locator("[data-testid=filter-weekday][value='5']").CheckAsync();
        await ExpectQueryAsync("weekday", "5,6");
        var expected = await demo.ConversationsAsync("outcome=failure&weekday=5,6&month=" + DemoSite.Month);
        await Expect(TestId("filter-done"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^Pokaż {expected.Whole("total")} rozm"));
        await TestId("filter-done").ClickAsync();

        await Expect(TestId("filter-sheet")).ToBeHiddenAsync();
        await ExpectRowsAsync(expected.Ids());
        await Expect(TestId("filter-chip").Last).ToHaveTextAsync("Dzień tygodnia: piątek lub sobota");
    }
}
