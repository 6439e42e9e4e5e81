using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Conditions of several values, and files of what they leave.</summary>
public sealed class ConversationConditionsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string View = "?view=conversations&month=" + DemoSite.Month;

    [Fact]
    public async Task Export_WithAnotherDelimiter_RemembersIt()
    {
        await OpenAsync(demo.Server, View + "&transferred=true");
        await UnfoldAsync("export-more");
        await Page.GetByLabel("Separator pliku CSV").SelectOptionAsync("comma");
        await Page.ReloadAsync();
        await Expect(TestId("export-csv")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("delimiter=comma"));

        await UnfoldAsync("export-more");
        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("export-csv").ClickAsync());

        Assert.StartsWith("conversation_id,agent_id,", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    /// <summary>Several values widen a condition, one chip tells them, and a link carries them.</summary>
    [Fact]
    public async Task Values_SeveralOfACondition_AreOneChipAndTheRowsOfTheApi()
    {
        await OpenAsync(demo.Server, View);
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("f");
        await Condition("weekday").Locator("summary").ClickAsync();
        foreach (var day in (string[])["3", "1", "2"])
            await Value("filter-weekday", day).CheckAsync();
        await Condition("hour").Locator("summary").ClickAsync();
        foreach (var hour in (string[])["9", "10"])
            await Value("filter-hour", hour).CheckAsync();
        await ExpectQueryAsync("weekday", "1,2,3");
        await ExpectQueryAsync("hour", "9,10");
        await ExpectShownAsync("&weekday=1,2,3&hour=9,10");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(TestId("filter-chip")).ToHaveTextAsync(["Dzień tygodnia: poniedziałek–środa", "Godzina: 9:00–10:00 lub 10:00–11:00"]);

        await Page.ReloadAsync();
        await ExpectShownAsync("&weekday=1,2,3&hour=9,10");
        await TestId("filter-remove").First.ClickAsync();
        await ExpectShownAsync("&hour=9,10");
        await Expect(TestId("filter-remove")).ToBeFocusedAsync();

        await TestId("filter-chip").GetByRole(AriaRole.Button).First.ClickAsync();
        await Value("filter-hour", "9").UncheckAsync();
        await ExpectShownAsync("&hour=10");
    }

    private ILocator Condition(string name) => Page.Locator($"[data-condition={name}]:not(.chip)");

    private ILocator Value(string control, string value) => Page.Locator($"[data-testid={control}][value='{value}']");

    private async Task ExpectShownAsync(string filters)
    {
        var expected = await demo.ConversationsAsync("month=" + DemoSite.Month + filters);
        Assert.NotEqual(0, expected.Whole("total"));
        await ExpectListedAsync(expected.Whole("total"));
        await ExpectRowsAsync(expected.Ids());
    }
}
