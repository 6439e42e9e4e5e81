using System.Text;
using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Pages, order, conditions and export of the conversation list.</summary>
public sealed class ConversationListTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Month = "month=" + DemoSite.Month;
    private const string View = "?view=conversations&" + Month;

    [Fact]
    public async Task Pages_TurnedAndTurnedBack_ShowTheRowsOfTheApi()
    {
        var total = (await ConversationsAsync("")).Whole("total");
        await OpenAsync(demo.Server, View + "&per_page=25");
        await ExpectListedAsync(total);
        await ExpectRowsAsync((await ConversationsAsync("&per_page=25")).Ids());

        await Page.GetByLabel("Następna strona").ClickAsync();
        await ExpectQueryAsync("page", "2");
        await ExpectRowsAsync((await ConversationsAsync("&per_page=25&page=2")).Ids());
        await Expect(Page.Locator(".pager > p")).ToHaveTextAsync($"26–50 z {PolishText.Count(total)}");

        await Page.GoBackAsync();
        await ExpectRowsAsync((await ConversationsAsync("&per_page=25")).Ids());

        await Page.GetByLabel("Wierszy na stronie").SelectOptionAsync("100");
        await ExpectQueryAsync("per_page", "100");
        await ExpectRowsAsync((await ConversationsAsync("&per_page=100")).Ids());
    }

    [Fact]
    public async Task Headers_ClickedTwice_SortDescendingThenAscending()
    {
        await OpenAsync(demo.Server, View + "&per_page=25");
        foreach (var (title, sort) in (Dictionary<string, string>)new() { ["Czas"] = "duration", ["Ocena"] = "rating", ["Wiadomości"] = "messages", ["Kredyty"] = "cost", ["Początek"] = "start_time" })
        {
            var header = Page.GetByRole(AriaRole.Columnheader).Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = title }) });

            await header.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
            await ExpectRowsAsync((await ConversationsAsync("&per_page=25&sort=-" + sort)).Ids());
            await ExpectQueryAsync("sort", sort == "start_time" ? null : "-" + sort);

            await header.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(header).ToHaveAttributeAsync("aria-sort", "ascending");
            await ExpectRowsAsync((await ConversationsAsync("&per_page=25&sort=" + sort)).Ids());
            await ExpectQueryAsync("sort", sort);
        }
    }

    [Fact]
    public async Task Filters_SetAndTakenAway_ShowTheRowsOfTheApi()
    {
        await OpenAsync(demo.Server, View);
        await TestId("filter-outcome").SelectOptionAsync("failure");
        await ExpectShownAsync("&outcome=failure");

        await Page.GetByText("Więcej filtrów").ClickAsync();
        await Page.GetByLabel("Przekazane do konsultanta").CheckAsync();
        await ExpectQueryAsync("transferred", "true");
        await ExpectShownAsync("&outcome=failure&transferred=true");

        await Page.GetByLabel("Usuń filtr: Wynik: Niepowodzenie").ClickAsync();
        await ExpectQueryAsync("outcome", null);
        await ExpectShownAsync("&transferred=true");
        await Expect(TestId("filter-outcome")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Search_Typed_FindsAndStaysOneStepInTheHistory()
    {
        await OpenAsync(demo.Server, "?" + Month);
        await TestId("tab-conversations").ClickAsync();
        await ExpectShownAsync("");

        await TestId("filter-search").PressSequentiallyAsync("faktur");
        await ExpectQueryAsync("search", "faktur");
        await ExpectShownAsync("&search=faktur");

        await Page.GoBackAsync();
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
    }

    [Fact]
    public async Task Search_NothingFound_OffersToClearTheFilters()
    {
        await OpenAsync(demo.Server, View + "&search=żółć-której-nie-ma&outcome=success");
        await Expect(Page.Locator(".notice")).ToContainTextAsync("Żadna rozmowa nie spełnia tych warunków");
        await Expect(TestId("export-csv")).ToHaveAttributeAsync("aria-disabled", "true");

        await Page.Locator(".notice").GetByRole(AriaRole.Button).ClickAsync();

        await ExpectQueryAsync("search", null);
        await ExpectShownAsync("");
    }

    [Fact]
    public async Task Rows_InATimeZoneFarAway_ShowTheTimeOfTheReportingZone()
    {
        var first = (await ConversationsAsync("")).GetProperty("conversations")[0];
        var start = DateTimeOffset.Parse(first.Text("start_time")!, System.Globalization.CultureInfo.InvariantCulture);
        await OpenAsync(demo.Server, View);

        await Expect(TestId("conversation-row").First.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync($"{start:dd.MM.yyyy}, {start:HH:mm}");
    }

    [Fact]
    public async Task Export_OfAFilter_SavesItsRows()
    {
        var total = (await ConversationsAsync("&transferred=true")).Whole("total");
        await OpenAsync(demo.Server, View + "&transferred=true");
        await ExpectListedAsync(total);

        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("export-csv").ClickAsync());

        Assert.Equal("conversations_2026-10.csv", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = CsvReading.Rows(Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal(total, rows.Count - 1);
    }

    [Fact]
    public async Task Columns_Chosen_AreRemembered()
    {
        await OpenAsync(demo.Server, View);
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();
        await TestId("column-chooser").ClickAsync();
        await Page.Locator(".column-choices").GetByLabel("Ocena").UncheckAsync();
        await Page.Locator(".column-choices").GetByLabel("Język").CheckAsync();
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Ocena" })).ToHaveCountAsync(0);

        await Page.ReloadAsync();

        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Język" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Ocena" })).ToHaveCountAsync(0);
        await Expect(TestId("conversation-row").First).ToContainTextAsync("polski");
    }

    [Fact]
    public async Task Selection_OverTwoPages_KeepsTheTicksUntilTheConditionsChange()
    {
        var first = (await ConversationsAsync("&per_page=25")).Ids();
        await OpenAsync(demo.Server, View + "&per_page=25");
        await TestId("conversation-row").First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await TestId("conversation-row").Nth(2).GetByRole(AriaRole.Checkbox).CheckAsync();
        await Page.GetByLabel("Następna strona").ClickAsync();
        await ExpectQueryAsync("page", "2");
        await ExpectRowsAsync((await ConversationsAsync("&per_page=25&page=2")).Ids());
        await Page.GetByLabel("Zaznacz wszystkie na tej stronie").CheckAsync();

        await Expect(TestId("selection-bar")).ToContainTextAsync("Zaznaczono 27 rozmów");
        var ids = System.Web.HttpUtility.ParseQueryString(new Uri((await TestId("export-selected").EvaluateAsync<string>("link => link.href"))!).Query)["ids"]!.Split(',');
        Assert.Equal(27, ids.Length);
        Assert.Equal([first[0], first[2]], ids[..2]);
        await Page.GoBackAsync();
        await Expect(TestId("conversation-row").Nth(2).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();

        await TestId("filter-outcome").SelectOptionAsync("failure");
        await Expect(TestId("selection-bar")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Export_WithAnotherDelimiter_RemembersIt()
    {
        await OpenAsync(demo.Server, View + "&transferred=true");
        await Page.GetByLabel("Separator pliku CSV").SelectOptionAsync("comma");
        await Page.ReloadAsync();
        await Expect(TestId("export-csv")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("delimiter=comma"));

        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("export-csv").ClickAsync());

        Assert.StartsWith("conversation_id,agent_id,", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    private Task<System.Text.Json.JsonElement> ConversationsAsync(string filters) => demo.ConversationsAsync(Month + filters);

    private async Task ExpectShownAsync(string filters)
    {
        var expected = await ConversationsAsync(filters);
        Assert.NotEqual(0, expected.Whole("total"));
        await ExpectListedAsync(expected.Whole("total"));
        await ExpectRowsAsync(expected.Ids());
    }
}
