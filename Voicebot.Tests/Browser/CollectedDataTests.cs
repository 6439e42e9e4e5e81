using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>What was collected: each datum with its type, share and values, which narrow the page.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class CollectedDataTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private ILocator Panel => TestId("panel-data");

    [Fact]
    public async Task Panel_MonthOfTheDemo_ShowsEveryDatumAsDrawingAndAsTable()
    {
        var data = (await demo.Server.GetJsonAsync("api/data?month=" + DemoSite.Month)).GetProperty("data").EnumerateArray().ToList();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);

        await Expect(Panel.Locator(".datum")).ToHaveCountAsync(6);
        await TestId("data-all").ClickAsync();
        await Expect(Panel.Locator(".datum")).ToHaveCountAsync(data.Count);
        await Expect(Panel.Locator("[data-datum=kwota] .histogram-column")).ToHaveCountAsync(
            data.Single(datum => datum.Text("id") == "kwota").GetProperty("histogram").GetArrayLength());
        await Expect(Panel.Locator("[data-datum=quoted_price] .datum-story")).ToHaveTextAsync(
            new Regex(@"^Typ się zmienił: tekst do 0\d\.10\.2026 \(\d+\), od 1\d\.10\.2026 liczba \(\d+\)\.$"));

        await Panel.GetByTestId("panel-toggle").ClickAsync();
        await Expect(Panel.Locator(".panel-table tbody tr")).ToHaveCountAsync(data.Count);
        await Expect(Panel.GetByTestId("chart-csv")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Value_Clicked_NarrowsThePageAndWithAltToAllOthers()
    {
        var promised = await TotalAsync("data=deklaracja_wplaty:eq:true");
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await TestId("data-all").ClickAsync();
        var datum = Panel.Locator("[data-datum=deklaracja_wplaty]");
        await Expect(datum.Locator(".bar-figure a").First).ToHaveTextAsync($"{promised}");

        await datum.Locator(".narrow").First.ClickAsync();

        await ExpectQueryAsync("data", "deklaracja_wplaty:eq:true");
        await Expect(TestId("filter-chip")).ToHaveTextAsync("Deklaracja wplaty: tak");
        await Panel.Locator("[data-datum=powod_opoznienia] .narrow").First.ClickAsync(new() { Modifiers = [KeyboardModifier.Alt] });
        await Expect(TestId("filter-chip")).ToHaveCountAsync(2);
        await Expect(TestId("filter-chip").Nth(1)).ToHaveTextAsync(new Regex("^Powod opoznienia: nie "));

        await OpenAsync(demo.Server, $"?view=conversations&month={DemoSite.Month}&data=kwota:gte:100,kwota:lt:200");
        await ExpectListedAsync(await TotalAsync("data=kwota:gte:100,kwota:lt:200"));
        await Expect(TestId("filter-chip")).ToHaveTextAsync("Zebrane dane: Kwota: co najmniej 100 i Kwota: mniej niż 200");
    }

    private async Task<long> TotalAsync(string query) =>
        (await demo.ConversationsAsync($"month={DemoSite.Month}&{query}")).Whole("total")!;
}
