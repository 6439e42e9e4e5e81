using System.Text.Json;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Period, agent and comparison: all of it in the address.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class DashboardPeriodTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [Fact]
    public async Task MonthPicker_OtherMonthAndBack_ChangesAddressAndNumbers()
    {
        var october = await ConversionAsync("month=2026-10");
        var september = await ConversionAsync("month=2026-09");
        Assert.NotEqual(october, september);
        await OpenAsync(demo.Server, "?month=2026-10");
        await ExpectConversionAsync(october);

        await PickMonthAsync("2026-09");
        await ExpectConversionAsync(september);
        await ExpectQueryAsync("month", "2026-09");

        await Page.GoBackAsync();
        await ExpectConversionAsync(october);
        await ExpectQueryAsync("month", "2026-10");
        await Expect(TestId("month-picker")).ToHaveValueAsync("2026-10");
    }

    [Fact]
    public async Task Arrows_FromTheCurrentMonth_GoBackButNotIntoTheFuture()
    {
        await OpenAsync(demo.Server);
        await UnfoldAsync("period-picker");
        var next = Page.GetByLabel("Późniejszy miesiąc");
        await Expect(next).ToBeDisabledAsync();

        await Page.GetByLabel("Wcześniejszy miesiąc").ClickAsync();

        await ExpectQueryAsync("month", "2026-10");
        await ExpectConversionAsync(await ConversionAsync("month=2026-10"));
        await Expect(next).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Presets_PickedOneAfterAnother_ShowTheirDays()
    {
        var presets = new Dictionary<string, string>
        {
            ["today"] = "from=2026-11-10&to=2026-11-10",
            ["yesterday"] = "from=2026-11-09&to=2026-11-09",
            ["last_7_days"] = "from=2026-11-04&to=2026-11-10",
            ["last_30_days"] = "from=2026-10-12&to=2026-11-10",
            ["last_month"] = "month=2026-10",
            ["all_time"] = "",
        };
        await OpenAsync(demo.Server);
        foreach (var (preset, apiQuery) in presets)
        {
            await UnfoldAsync("period-picker");
            await TestId("period-" + preset).ClickAsync();
            await ExpectQueryAsync("period", preset);
            await ExpectSummaryAsync(apiQuery);
        }
    }

    [Fact]
    public async Task Range_Typed_ShowsItsDays()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await UnfoldAsync("period-picker");
        await TestId("period-from").FillAsync("5.10.2026");
        await TestId("period-to").FillAsync("11 paź 2026");
        await TestId("period-to").PressAsync("Enter");

        await ExpectQueryAsync("from", "2026-10-05");
        await ExpectQueryAsync("to", "2026-10-11");
        await ExpectSummaryAsync("from=2026-10-05&to=2026-10-11");
    }

    [Fact]
    public async Task Range_PickedInTheCalendar_ShowsItsDays()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await UnfoldAsync("period-picker");
        await Expect(TestId("period-from")).ToHaveValueAsync("01.10.2026");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Otwórz kalendarz" }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "12 października 2026" }).ClickAsync();

        await ExpectQueryAsync("from", "2026-10-12");
        await ExpectQueryAsync("to", "2026-10-31");
        await Expect(TestId("period-picker")).ToContainTextAsync("12–31 października");
    }

    [Fact]
    public async Task Range_WithNoDay_IsMarkedAndChangesNothing()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await UnfoldAsync("period-picker");
        await TestId("period-to").FillAsync("31 lutego");
        await TestId("period-to").PressAsync("Enter");

        await Expect(TestId("period-to")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Page.Locator(".field-error:visible")).ToContainTextAsync("Wpisz dzień, na przykład");
        await ExpectQueryAsync("month", "2026-10");
    }

    [Fact]
    public async Task AgentPicker_OneAgent_ShowsItsNumbers()
    {
        var agents = (await demo.Server.GetJsonAsync("api/agents")).GetProperty("agents");
        var agent = agents[1].Text("id")!;
        await OpenAsync(demo.Server, "?month=2026-10");

        await TestId("agent-picker").ClickAsync();
        await Page.Locator($"[data-testid=agent-choice][value={agent}]").CheckAsync();

        await ExpectQueryAsync("agent", agent);
        await Expect(TestId("agent-picker")).ToHaveTextAsync(agents[1].Text("name")!);
        await ExpectSummaryAsync("month=2026-10&agent_id=" + agent);
        await ExpectConversionAsync(await ConversionAsync("month=2026-10&agent_id=" + agent));
    }

    [Fact]
    public async Task AgentPicker_WithTheKeyboard_OpensAndEscapeGivesTheFocusBack()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await TestId("agent-picker").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(TestId("agent-choice").First).ToBeFocusedAsync();
        await Expect(TestId("agent-choice").First).ToBeCheckedAsync();

        await Page.Keyboard.PressAsync("Escape");

        await Expect(TestId("agent-choice").First).ToBeHiddenAsync();
        await Expect(TestId("agent-picker")).ToBeFocusedAsync();
        await Expect(TestId("agent-picker")).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task Compare_SwitchedOff_HidesTheChanges()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        var changes = Page.Locator(".lead .kpi-delta, .kpis .kpi-delta");
        var comparison = (await demo.KpisAsync()).GetProperty("comparison");
        await Expect(TestId("kpi-conversion").Locator(".kpi-delta")).ToContainTextAsync(Points(comparison, "conversion_rate"));
        await Expect(TestId("kpi-scoring").Locator(".kpi-delta")).ToContainTextAsync(Points(comparison, "criteria_pass_rate"));
        // Without those of days, for October has more of them than September, and of the direction, which is not compared.
        await Expect(changes).ToHaveCountAsync(13);
        await Expect(TestId("verdict-ranges")).ToContainTextAsync("1–31 października wobec 1–30 września");

        await TestId("compared").ClickAsync();
        await TestId("compare").UncheckAsync();
        await Expect(Page.Locator(".kpi-delta, .lead-ghost:visible")).ToHaveCountAsync(0);
        await Expect(TestId("verdict-ranges")).Not.ToContainTextAsync("wobec");
        await ExpectQueryAsync("compare", "off");

        await TestId("compare").CheckAsync();
        await Expect(changes).Not.ToHaveCountAsync(0);
        await ExpectQueryAsync("compare", null);
    }

    private static string Points(JsonElement comparison, string name) =>
        PolishText.Change(comparison.GetProperty("figures").EnumerateArray().Single(figure => figure.Text("name") == name)
            .GetProperty("change").GetDouble(), " p.p.");

    [Fact]
    public async Task DropOuts_Clicked_OpenTheListOfAsMany()
    {
        var dropouts = (await demo.KpisAsync()).Whole("dropout_count");
        await OpenAsync(demo.Server, "?month=2026-10");
        await TestId("kpi-dropouts").Locator(".kpi-value").ClickAsync();

        await ExpectQueryAsync("view", "conversations");
        await ExpectQueryAsync("dropout", "true");
        await ExpectListedAsync(dropouts);
        await Expect(TestId("filter-chip")).ToHaveTextAsync("Porzucone");

        await Page.GoBackAsync();
        await Expect(TestId("kpi-dropouts").Locator("dd")).ToHaveTextAsync(PolishText.Count(dropouts));
    }

    [Fact]
    public async Task Explanation_OfACard_OpensAndCloses()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        var formula = TestId("kpi-dropouts").Locator(".kpi-formula");
        await Expect(formula).ToBeHiddenAsync();

        await TestId("kpi-dropouts").GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(formula).ToContainTextAsync("÷ rozmowy zakończone");
        await Expect(TestId("kpi-dropouts").Locator("dd a")).ToBeVisibleAsync();

        await TestId("kpi-dropouts").GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(formula).ToBeHiddenAsync();
    }

    private async Task<string> ConversionAsync(string apiQuery) => PolishText.Percent(await demo.KpisAsync(apiQuery));

    private Task ExpectConversionAsync(string text) => Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToHaveTextAsync(text);

    private async Task ExpectSummaryAsync(string apiQuery)
    {
        var total = (await demo.KpisAsync(apiQuery)).Whole("total_conversations");
        Assert.NotEqual(0, total);
        await Expect(TestId("kpi-direction").Locator(".kpi-n"))
            .ToHaveTextAsync($"n = {PolishText.Count(total)} {PolishText.Plural(total, "rozmowa", "rozmowy", "rozmów")}");
    }
}
