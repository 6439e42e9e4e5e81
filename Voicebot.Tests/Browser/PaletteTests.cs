using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>One field finds views, agents, periods, settings and conversations, by keyboard alone.</summary>
public sealed class PaletteTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private ILocator Field => TestId("palette-input");
    private ILocator Options => TestId("palette-option");
    private ILocator Current => Page.Locator("[data-testid=palette-option][aria-selected=true]");

    [Fact]
    public async Task Keys_OpenAndClose_ReturnTheFocusToWhereItWas()
    {
        await OpenDashboardAsync();
        await TestId("agent-picker").FocusAsync();

        await Page.Keyboard.PressAsync("Control+k");
        await Expect(Field).ToBeFocusedAsync();
        await Expect(Options.First).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Expect(TestId("palette")).ToBeHiddenAsync();
        await Expect(TestId("agent-picker")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task View_FoundWithoutItsAccents_OpensByEnter()
    {
        await OpenDashboardAsync();
        await TestId("search-button").ClickAsync();

        await Field.FillAsync("ustawi");
        await Expect(Current).ToHaveTextAsync("Ustawienia");
        await Page.Keyboard.PressAsync("Enter");

        await ExpectQueryAsync("view", "settings");
        await Expect(TestId("view-settings")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Arrows_MoveTheMark_AndEnterPicksThePeriod()
    {
        await OpenDashboardAsync();
        await Page.Keyboard.PressAsync("Control+k");
        await Field.FillAsync("ostatnie dni");
        await Expect(Current).ToHaveTextAsync("Ostatnie 7 dni");

        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Current).ToHaveTextAsync("Ostatnie 30 dni");
        await Expect(Field).ToHaveAttributeAsync("aria-activedescendant", (await Current.GetAttributeAsync("id"))!);
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");

        await ExpectQueryAsync("period", "last_30_days");
    }

    [Fact]
    public async Task Setting_Found_TakesTheFocusToItsSection()
    {
        await OpenDashboardAsync();
        await Page.Keyboard.PressAsync("Control+k");
        await Field.FillAsync("kopia zapas");
        await Page.Keyboard.PressAsync("Enter");

        await ExpectQueryAsync("view", "settings");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Kopia zapasowa" })).ToBeFocusedAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Kopia zapasowa" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Agent_ByPartOfItsName_NarrowsTheView()
    {
        await OpenDashboardAsync();
        await Page.Keyboard.PressAsync("Control+k");
        await Field.FillAsync("platnosci");
        await Expect(Current).ToContainTextAsync("Płatności i przypomnienia");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(TestId("agent-picker")).ToContainTextAsync("Płatności i przypomnienia");
        await ExpectQueryAsync("month", "2026-10");
    }

    [Fact]
    public async Task Words_OfConversations_FindThemInAllMonthsAndOpenTheList()
    {
        var found = (await demo.ConversationsAsync("search=faktura&per_page=1")).Whole("total");
        await OpenDashboardAsync();
        await Page.Keyboard.PressAsync("Control+k");
        await Field.FillAsync("faktura");
        await Expect(TestId("palette").GetByRole(AriaRole.Status)).ToContainTextAsync(PolishText.Count(found));

        await Page.Keyboard.PressAsync("Enter");
        await Expect(TestId("conversation-drawer")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("Control+k");
        await Field.FillAsync("faktura");
        await Expect(Options.Last).ToContainTextAsync("we wszystkich rozmowach");
        await Options.Last.ClickAsync();

        await ExpectQueryAsync("search", "faktura");
        await ExpectListedAsync(found);
    }

    [Fact]
    public async Task SavedView_ByItsName_OpensTheListWithItsConditions()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await (await server.Http.PostJsonAsync("api/views",
            new { name = "Nieudane po angielsku", filters = new { outcome = "failure", language = "en" } })).JsonAsync(201);
        await OpenAsync(server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Page.Keyboard.PressAsync("Control+k");

        await TestId("palette-input").FillAsync("nieudane");
        await Expect(TestId("palette-option").First).ToContainTextAsync("Nieudane po angielsku");
        await Page.Keyboard.PressAsync("Enter");

        await ExpectQueryAsync("view", "conversations");
        await ExpectQueryAsync("outcome", "failure");
        await ExpectQueryAsync("language", "en");
        await ExpectQueryAsync("month", "2026-10");
    }

    [Fact]
    public async Task Nothing_Found_IsSaid()
    {
        await OpenDashboardAsync();
        await Page.Keyboard.PressAsync("Control+k");
        await Field.FillAsync("qqqzzz");
        await Expect(TestId("palette").GetByRole(AriaRole.Status)).ToContainTextAsync("0 rozm");
        await Expect(Options).ToHaveCountAsync(1); // to look for it among all conversations
    }

    private async Task OpenDashboardAsync()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
    }
}
