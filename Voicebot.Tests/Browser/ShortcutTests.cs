using Microsoft.Playwright;

namespace Voicebot.Tests.Browser;

/// <summary>Keys that work on every view, and the list that names them.</summary>
public sealed class ShortcutTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private ILocator List => TestId("key-list");

    [Theory]
    [InlineData("c", "conversations")]
    [InlineData("k", "criteria")]
    [InlineData("a", "archives")]
    [InlineData("s", "sync")]
    [InlineData("u", "settings")]
    public async Task GAndALetter_OpenTheView(string letter, string view)
    {
        await OpenDashboardAsync();

        await Page.Keyboard.PressAsync("g");
        await Page.Keyboard.PressAsync(letter);
        await ExpectQueryAsync("view", view);
        await Expect(TestId("view-" + view)).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("g");
        await Page.Keyboard.PressAsync("d");
        await ExpectQueryAsync("view", null);
    }

    [Fact]
    public async Task QuestionMark_ListsWhatTheKeysDo()
    {
        await OpenDashboardAsync();

        await Page.Keyboard.PressAsync("?");

        await Expect(List).ToBeVisibleAsync();
        await Expect(List.GetByText("Rozmowy", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(["Ctrl", "K"], await KeysOfAsync("Znajdź widok"));
        Assert.Equal(["G", "S"], await KeysOfAsync("Synchronizacja"));
        await Page.Keyboard.PressAsync("Escape");
        await Expect(List).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Letters_SwitchedOff_RestButThePaletteOpens()
    {
        await OpenDashboardAsync();
        await TestId("keys-button").ClickAsync();
        await TestId("letter-keys").UncheckAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(List).ToBeHiddenAsync();

        await Page.Keyboard.PressAsync("?");
        await Page.Keyboard.PressAsync("g");
        await Page.Keyboard.PressAsync("s");
        await Page.Keyboard.PressAsync("Control+k");

        await Expect(TestId("palette-input")).ToBeFocusedAsync();
        await Expect(List).ToBeHiddenAsync();
        await ExpectQueryAsync("view", null);
    }

    [Fact]
    public async Task Letters_WhileTyping_StandInTheField()
    {
        await OpenDashboardAsync();
        await Page.Keyboard.PressAsync("/");
        await Expect(TestId("palette-input")).ToBeFocusedAsync();

        await Page.Keyboard.TypeAsync("gs?");

        await Expect(TestId("palette-input")).ToHaveValueAsync("gs?");
        await ExpectQueryAsync("view", null);
    }

    /// <summary>Beside the first line that holds the words.</summary>
    private async Task<IReadOnlyList<string>> KeysOfAsync(string words) =>
        await List.Locator("dl > div").Filter(new() { HasText = words }).First.Locator("kbd").AllInnerTextsAsync();

    private async Task OpenDashboardAsync()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
    }
}
