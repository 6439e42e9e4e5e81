using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The conditions of the list narrow every figure of the page, and go along from view to view.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class DashboardConditionsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Outbound = "month=" + DemoSite.Month + "&direction=outbound";

    private ILocator Chips => TestId("filter-chip");

    [Fact]
    public async Task Figures_UnderACondition_AreThoseOfTheApiAndOpenAsManyConversations()
    {
        var kpis = await demo.KpisAsync(Outbound);
        var total = kpis.Whole("total_conversations");
        Assert.InRange(total, 1, (await demo.KpisAsync("month=" + DemoSite.Month)).Whole("total_conversations") - 1);

        await OpenAsync(demo.Server, "?" + Outbound);

        await Expect(Chips).ToHaveTextAsync("Kierunek: wychodzące");
        await Expect(TestId("kpi-conversion").Locator(".kpi-value"))
            .ToHaveTextAsync(PolishText.Percent(kpis.Whole("successful_count"), kpis.Whole("finished_count")));
        await Expect(TestId("kpi-conversion").Locator(".lead-outcome-count")).ToHaveTextAsync(
            [$"{kpis.Whole("successful_count")}", $"{kpis.Whole("unknown_count")}", $"{kpis.Whole("failed_count")}"]);
        await Expect(TestId("agent-comparison")).ToBeHiddenAsync(); // only one agent dials

        await TestId("kpi-dropouts").Locator(".kpi-value").ClickAsync();

        await ExpectListedAsync(kpis.Whole("dropout_count"));
        await ExpectQueryAsync("direction", "outbound");
        await Expect(Chips).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Numbers_ThatAConditionMakesNothingOf_AreNoLinks()
    {
        await OpenAsync(demo.Server, $"?month={DemoSite.Month}&outcome=failure");
        var outcomes = TestId("kpi-conversion").Locator(".lead-outcome");
        await Expect(outcomes.Nth(0).Locator(".lead-outcome-count")).ToHaveTextAsync("0");

        var links = await Task.WhenAll(Enumerable.Range(0, 3).Select(at => outcomes.Nth(at).Locator("a").CountAsync()));
        Assert.Equal([0, 0, 1], links);
        await Expect(TestId("kpi-conversion").Locator(".lead-outcome-count").Nth(2))
            .ToHaveTextAsync($"{(await demo.KpisAsync("month=" + DemoSite.Month)).Whole("failed_count")}");
    }

    [Fact]
    public async Task Conditions_GoAlongFromViewToView_AndAreTakenAwayAtOnce()
    {
        await OpenAsync(demo.Server, "?" + Outbound);
        await GoToAsync("criteria");
        await Expect(Chips).ToHaveTextAsync("Kierunek: wychodzące");
        await Expect(Page.Locator(".criteria-agent")).ToHaveCountAsync(1);
        await GoToAsync("conversations");
        await ExpectListedAsync((await demo.ConversationsAsync(Outbound)).Whole("total"));

        await TestId("clear-filters").ClickAsync();
        await GoToAsync("dashboard");

        await ExpectQueryAsync("direction", null);
        await Expect(Chips).ToHaveCountAsync(0);
        await Expect(TestId("agent-row")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Filter_ChosenOnTheDashboardByKeyboard_NarrowsIt()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(TestId("agent-row")).ToHaveCountAsync(3);

        await Page.Keyboard.PressAsync("f");
        await Expect(TestId("filter-sheet")).ToBeVisibleAsync();
        await Page.Locator("[data-condition=direction] summary").ClickAsync();
        await Page.Locator("[data-condition=direction]").GetByLabel("Wychodzące").CheckAsync();
        await Expect(TestId("filter-done"))
            .ToContainTextAsync($"{(await demo.KpisAsync(Outbound)).Whole("total_conversations")}");
        await TestId("filter-done").ClickAsync();

        await ExpectQueryAsync("direction", "outbound");
        await Expect(TestId("agent-comparison")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Condition_TurnedIntoItsOpposite_CountsAllOthers()
    {
        await OpenAsync(demo.Server, "?" + Outbound);
        await TestId("filter-chip").Locator(".chip-open").ClickAsync();

        await TestId("filter-not-direction").CheckAsync();

        await ExpectQueryAsync("not_direction", "outbound");
        await ExpectQueryAsync("direction", null);
        await Expect(Chips).ToHaveTextAsync("Kierunek: nie wychodzące");
        var all = (await demo.KpisAsync("month=" + DemoSite.Month)).Whole("total_conversations");
        var outbound = (await demo.KpisAsync(Outbound)).Whole("total_conversations");
        await Expect(TestId("filter-done")).ToContainTextAsync($"{all - outbound}");

        await Page.Locator("[data-condition=direction]").GetByLabel("Przychodzące").CheckAsync();

        await ExpectQueryAsync("not_direction", "inbound,outbound");
        await Expect(Chips).ToHaveTextAsync("Kierunek: nie przychodzące ani wychodzące");
    }

    [Fact]
    public async Task NamesAndNumbers_Clicked_NarrowThePageAndWithAltToAllOthers()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var all = (await demo.KpisAsync("month=" + DemoSite.Month)).Whole("total_conversations");
        var withAlt = new LocatorClickOptions { Modifiers = [KeyboardModifier.Alt] };

        await TestId("chart-channels").GetByRole(AriaRole.Button, new() { Name = "Telefon", Exact = true }).ClickAsync();

        await ExpectQueryAsync("channel", "phone");
        await Expect(Chips).ToHaveCountAsync(1);
        await Page.GoBackAsync();
        await Expect(Chips).ToHaveCountAsync(0);

        await TestId("chart-channels").GetByRole(AriaRole.Button, new() { Name = "Telefon", Exact = true }).PressAsync("Enter");

        await Expect(Chips.Locator(".chip-open")).ToBeFocusedAsync();
        await Page.GoBackAsync();
        await Expect(Chips).ToHaveCountAsync(0);

        await TestId("chart-channels").GetByRole(AriaRole.Button, new() { Name = "Telefon", Exact = true }).ClickAsync(withAlt);

        await ExpectQueryAsync("not_channel", "phone");
        await ExpectQueryAsync("view", null);

        await TestId("chart-endReasons").Locator(".bar-figure a").First.ClickAsync(withAlt);

        await Expect(Chips).ToHaveCountAsync(2);
        await ExpectQueryAsync("view", null);
        var address = new Uri(Page.Url).Query;
        Assert.Contains("not_end_reason=", address, StringComparison.Ordinal);
        Assert.InRange((await demo.KpisAsync(address.TrimStart('?'))).Whole("total_conversations"), 1, all - 1);
    }

    [Fact]
    public async Task Nothing_MeetsAllConditions_NamesTheGuiltyOneAndLeadsOut()
    {
        await OpenAsync(demo.Server, $"?{Outbound}&channel=web");
        await Expect(Page.Locator(".notice-empty")).ToBeVisibleAsync();

        await TestId("way-out").Filter(new() { HasText = "Kanał" }).ClickAsync();

        await ExpectQueryAsync("channel", null);
        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToContainTextAsync("%");
    }
}
