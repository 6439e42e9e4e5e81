using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Pages, order, conditions and export of the conversation list.</summary>
public sealed class ConversationListTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Month = "month=" + DemoSite.Month;
    private const string View = "?view=conversations&" + Month;

    /// <summary>Who sorts or turns the page by keyboard goes on from there.</summary>
    [Fact]
    public async Task SortAndPage_ByKeyboard_KeepTheFocus()
    {
        await OpenAsync(demo.Server, "?view=conversations&month=2026-10");
        var sort = Page.Locator("[data-sort=duration]");
        await sort.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await ExpectQueryAsync("sort", "-duration");
        await Expect(Page.Locator("[aria-sort=descending] [data-sort=duration]")).ToBeFocusedAsync();

        await Page.Locator(".pager a").Last.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await ExpectQueryAsync("page", "2");
        await Expect(Page.Locator(".pager a").Last).ToBeFocusedAsync();
    }

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
        await ChooseColumnsAsync("Ocena", "Wiadomości", "Kredyty");
        foreach (var (title, sort) in (Dictionary<string, string>)new()
        {
            ["Czas"] = "duration",
            ["Ocena"] = "rating",
            ["Wiadomości"] = "messages",
            ["Kredyty"] = "cost",
            ["Początek"] = "start_time"
        })
        {
            var header = Page.GetByRole(AriaRole.Columnheader)
                .Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = title }) });

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
        await UnfoldConditionAsync("outcome");
        await Value("filter-outcome", "failure").CheckAsync();
        await ExpectShownAsync("&outcome=failure");

        await Condition("transferred").Locator("summary").ClickAsync();
        await Value("filter-transferred", "true").CheckAsync();
        await ExpectQueryAsync("transferred", "true");
        await ExpectShownAsync("&outcome=failure&transferred=true");
        await TestId("filter-done").ClickAsync();

        await Page.GetByLabel("Usuń filtr: Wynik: niepowodzenie").ClickAsync();
        await ExpectQueryAsync("outcome", null);
        await ExpectShownAsync("&transferred=true");
        await Expect(Value("filter-outcome", "failure")).Not.ToBeCheckedAsync();
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
    public async Task Search_HitInTheTranscript_IsMarkedInTheRowAndInTheDrawer()
    {
        await OpenAsync(demo.Server, View);
        await TestId("filter-search").FillAsync("\"numer klienta\"");
        await ExpectQueryAsync("search", "\"numer klienta\"");
        await Expect(Page.Locator(".summary-text mark").First)
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^numer$|^numer klienta$",
            System.Text.RegularExpressions.RegexOptions.IgnoreCase));

        await TestId("conversation-row").First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(TestId("transcript-find")).ToHaveValueAsync("numer klienta");
        await Expect(Page.Locator(".turn-message mark").First).ToHaveTextAsync("numer klienta");
    }

    [Theory]
    [InlineData("filter-weekday", "2", "weekday=2")]
    [InlineData("filter-hour", "9", "hour=9")]
    [InlineData("filter-language", "en", "language=en")]
    [InlineData("filter-source", "twilio", "source=twilio")]
    [InlineData("filter-tool", "get_balance", "tool=get_balance")]
    [InlineData("filter-tool_error", "get_balance", "tool_error=get_balance")]
    [InlineData("filter-duration_min", "301", "duration_min=301")]
    [InlineData("filter-cost_max", "200", "cost_max=200")]
    [InlineData("filter-rating_min", "4", "rating_min=4")]
    [InlineData("filter-channel", "text", "channel=text")]
    [InlineData("filter-phone", "4822000", "phone=4822000")]
    public async Task Filter_Set_ShowsTheRowsOfTheApiAndAChip(string control, string value, string apiQuery)
    {
        await OpenAsync(demo.Server, View);
        await ExpectListedAsync((await ConversationsAsync("")).Whole("total"));
        await UnfoldConditionAsync(control[(control.IndexOf('-', StringComparison.Ordinal) + 1)..]
            .Replace("rating_min", "rating_range", StringComparison.Ordinal)
            .Replace("_min", "", StringComparison.Ordinal)
            .Replace("_max", "", StringComparison.Ordinal));
        var isChoice = await TestId(control).First.GetAttributeAsync("type") is "checkbox" or "radio";
        if (isChoice)
            await Value(control, value).CheckAsync();
        else
            await TestId(control).FillAsync(value);

        await ExpectShownAsync("&" + apiQuery);
        await Expect(TestId("filter-chip")).ToHaveCountAsync(1);
        Assert.DoesNotContain("filters.", await TestId("filter-chip").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_NothingFound_OffersToClearTheFilters()
    {
        await OpenAsync(demo.Server, View + "&search=żółć-której-nie-ma&outcome=success");
        await Expect(Page.Locator(".notice")).ToContainTextAsync("Żadna rozmowa nie spełnia tych warunków");
        await Expect(TestId("export-csv")).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(TestId("export-xlsx")).ToHaveAttributeAsync("aria-disabled", "true");

        await Page.Locator(".notice").GetByRole(AriaRole.Button).ClickAsync();

        await ExpectQueryAsync("search", null);
        await ExpectShownAsync("");
    }

    [Fact]
    public async Task Conditions_ThatLeaveNothing_SayWhatEachOfThemTakesAway()
    {
        await OpenAsync(demo.Server, View + "&search=żółć-której-nie-ma&outcome=success&direction=inbound");
        var left = (await demo.ConversationsAsync("month=2026-10&outcome=success&direction=inbound")).Whole("total");

        await Expect(TestId("way-out")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(
            $"^Bez warunku Szukane słowa: żółć-której-nie-ma: {PolishText.Count(left)} rozm"));
        await TestId("way-out").ClickAsync();

        await ExpectListedAsync(left);
    }

    [Fact]
    public async Task Rows_InATimeZoneFarAway_ShowTheTimeOfTheReportingZone()
    {
        var first = (await ConversationsAsync("")).GetProperty("conversations")[0];
        var start = DateTimeOffset.Parse(first.Text("start_time")!, System.Globalization.CultureInfo.InvariantCulture);
        await OpenAsync(demo.Server, View);

        await Expect(TestId("conversation-row").First.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync($"{start:dd.MM} {start:HH:mm}");
        await Expect(TestId("conversation-row").First.GetByRole(AriaRole.Link))
            .ToHaveAttributeAsync("title", $"{start:dd.MM.yyyy}, {start:HH:mm}");
    }

    [Fact]
    public async Task Export_OfAFilter_SavesItsRows()
    {
        var total = (await ConversationsAsync("&transferred=true")).Whole("total");
        await OpenAsync(demo.Server, View + "&transferred=true");
        await ExpectListedAsync(total);

        await UnfoldAsync("export-more");
        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("export-csv").ClickAsync());

        Assert.Equal("Wszyscy agenci, październik 2026, wybrane rozmowy.csv", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = CsvReading.Rows(Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal(total, rows.Count - 1);
    }

    [Fact]
    public async Task Export_ForExcelByKeyboard_SavesAWorkbookNamedInWords()
    {
        var total = (await ConversationsAsync("&transferred=true")).Whole("total");
        await OpenAsync(demo.Server, View + "&transferred=true");
        await ExpectListedAsync(total);

        await TestId("export-xlsx").FocusAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.Keyboard.PressAsync("Enter"));

        Assert.Equal("Wszyscy agenci, październik 2026, wybrane rozmowy.xlsx", download.SuggestedFilename);
        await using var workbook = await ZipFile.OpenReadAsync(await download.PathAsync());
        using var sheet = new StreamReader(await workbook.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        Assert.Equal(total + 1, System.Text.RegularExpressions.Regex.Count(await sheet.ReadToEndAsync(), "<row[ >]"));
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
        var download = await Page.RunAndWaitForDownloadAsync(() => TestId("export-selected").ClickAsync());
        Assert.Equal(27, CsvReading.Rows(await File.ReadAllTextAsync(await download.PathAsync())).Count - 1);
        var ids = System.Web.HttpUtility.ParseQueryString(
            new Uri((await TestId("export-selected").EvaluateAsync<string>("link => link.href"))!).Query)["ids"]!.Split(',');
        Assert.Equal(27, ids.Length);
        Assert.Equal([first[0], first[2]], ids[..2]);
        await Page.GoBackAsync();
        await Expect(TestId("conversation-row").Nth(2).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();

        await UnfoldConditionAsync("outcome");
        await Value("filter-outcome", "failure").CheckAsync();
        await Expect(TestId("selection-bar")).ToBeHiddenAsync();
    }

    private ILocator Condition(string name) => Page.Locator($"[data-condition={name}]:not(.chip)");

    private ILocator Value(string control, string value) => Page.Locator($"[data-testid={control}][value='{value}']");

    private async Task UnfoldConditionAsync(string name)
    {
        await TestId("filter-button").ClickAsync();
        await Condition(name).Locator("summary").ClickAsync();
    }

    private Task<System.Text.Json.JsonElement> ConversationsAsync(string filters) => demo.ConversationsAsync(Month + filters);

    private async Task ChooseColumnsAsync(params string[] titles)
    {
        await Expect(TestId("conversation-row").First).ToBeVisibleAsync();
        await TestId("column-chooser").ClickAsync();
        foreach (var title in titles)
            await Page.Locator(".column-choices").GetByLabel(title).CheckAsync();
        await Page.Keyboard.PressAsync("Escape");
    }

    private async Task ExpectShownAsync(string filters)
    {
        var expected = await ConversationsAsync(filters);
        Assert.NotEqual(0, expected.Whole("total"));
        await ExpectListedAsync(expected.Whole("total"));
        await ExpectRowsAsync(expected.Ids());
    }
}
