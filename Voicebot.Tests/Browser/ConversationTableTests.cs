using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The table of conversations: its head, its columns, its rows by keyboard.</summary>
public sealed class ConversationTableTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string View = "?view=conversations&month=" + DemoSite.Month;

    [Fact]
    public async Task Head_ScrolledFarDown_StaysBelowTheBarOfThePage()
    {
        await Page.SetViewportSizeAsync(1280, 800);
        await OpenAsync(demo.Server, View);
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();

        await TestId("conversation-row").Nth(40).ScrollIntoViewIfNeededAsync();

        var head = await Page.GetByRole(AriaRole.Columnheader, new() { Name = "Wynik" }).BoundingBoxAsync();
        var bar = await Page.Locator(".context-bar").BoundingBoxAsync();
        Assert.Equal(bar!.Y + bar.Height, head!.Y, 1d);
        Assert.True(await Page.EvaluateAsync<bool>("scrollY > 800"));
    }

    [Fact]
    public async Task FiguresOfTheSet_AreThoseOfTheApiAndOpenWhatTheyCount()
    {
        const string Query = "month=" + DemoSite.Month + "&outcome=failure";
        var figures = await demo.Server.GetJsonAsync("api/conversation-figures?" + Query);
        await OpenAsync(demo.Server, "?view=conversations&" + Query);
        var (dropouts, transfers) = (figures.Whole("dropout_count"), figures.Whole("transfer_count"));
        var median = PolishText.Duration(figures.Number("median_duration_secs"));

        await Expect(TestId("set-figures").Locator("span")).ToHaveTextAsync([
            $"porzucone {PolishText.Count(dropouts)}", $"przekazane do konsultanta {PolishText.Count(transfers)}",
            $"mediana czasu {median}",
        ]);
        await TestId("set-figures").GetByRole(AriaRole.Link).First.ClickAsync();

        await ExpectListedAsync(dropouts);
        await ExpectQueryAsync("outcome", "failure");
    }

    [Fact]
    public async Task UnmetCriteria_SortedByTheirHead_ComeWithTheWorstFirst()
    {
        var worst = await demo.ConversationsAsync($"month={DemoSite.Month}&sort=-failed_criteria&per_page=50");
        await OpenAsync(demo.Server, View);

        await Page.GetByRole(AriaRole.Columnheader, new() { Name = "Niespełnione kryteria" }).GetByRole(AriaRole.Button).ClickAsync();

        await ExpectRowsAsync(worst.Ids());
    }

    [Fact]
    public async Task Columns_KeptInAView_ComeWithItAndNotWithoutIt()
    {
        await Page.SetViewportSizeAsync(1280, 800);
        await OpenAsync(demo.Server, View + "&language=en");
        await ChooseColumnsAsync("Wiadomości");
        await TestId("views-menu").ClickAsync();
        await TestId("view-name").FillAsync("Po angielsku, z liczbą wiadomości");
        await TestId("save-view").ClickAsync();
        await Expect(TestId("view-tab").Filter(new() { HasText = "Po angielsku, z liczbą" }))
            .ToHaveAttributeAsync("aria-current", "true");

        await Page.EvaluateAsync("localStorage.removeItem('voicebot.preferences')");
        await Page.ReloadAsync();
        var messages = Page.GetByRole(AriaRole.Columnheader, new() { Name = "Wiadomości" });
        await Expect(messages).ToBeVisibleAsync();
        await TestId("view-tab").First.ClickAsync();
        await Expect(TestId("view-tab").First).ToHaveAttributeAsync("aria-current", "true");
        await Expect(messages).ToHaveCountAsync(0);

        await TestId("view-tab").Nth(1).ClickAsync();
        await Expect(messages).ToBeVisibleAsync();
        await TestId("views-menu").ClickAsync();
        await TestId("remove-view").ClickAsync();
        await Expect(TestId("view-tab")).ToHaveCountAsync(1);
    }

    /// <summary>One stop of the Tab key for all rows; the arrows go from row to row.</summary>
    [Fact]
    public async Task Rows_ByKeyboard_AreOneStopAndTickedByX()
    {
        await OpenAsync(demo.Server, View);
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();
        var stops = await Page.Locator("tbody :is(a, button, input):not([tabindex='-1'])").CountAsync();
        Assert.Equal(2, stops);

        await Page.Keyboard.PressAsync("j");
        await Expect(TestId("conversation-row").First.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(TestId("conversation-row").Nth(1).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("x");
        await Expect(TestId("conversation-row").Nth(1).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await Page.Keyboard.PressAsync("Shift+Tab");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("ArrowUp");
        await Expect(TestId("conversation-row").First.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Columns_Chosen_AreRemembered()
    {
        await OpenAsync(demo.Server, View);
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();
        await TestId("column-chooser").ClickAsync();
        await Page.Locator(".column-choices").GetByLabel("Zakończenie").UncheckAsync();
        await Page.Locator(".column-choices").GetByLabel("Język").CheckAsync();
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Zakończenie" })).ToHaveCountAsync(0);

        await Page.ReloadAsync();

        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Język" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Zakończenie" })).ToHaveCountAsync(0);
        await Expect(TestId("conversation-row").First).ToContainTextAsync("polski");
    }

    private async Task ChooseColumnsAsync(params string[] titles)
    {
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();
        await TestId("column-chooser").ClickAsync();
        foreach (var title in titles)
            await Page.Locator(".column-choices").GetByLabel(title).CheckAsync();
        await Page.Keyboard.PressAsync("Escape");
    }
}
