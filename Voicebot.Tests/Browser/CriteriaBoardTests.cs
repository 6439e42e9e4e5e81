using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>One row per evaluation criterion, each number a way to its conversations.</summary>
public sealed class CriteriaBoardTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Month = "month=" + DemoSite.Month;

    [Fact]
    public async Task Board_MonthOfTheDemo_ShowsEveryCriterionWeakestFirst()
    {
        var criteria = (await demo.KpisAsync(Month)).GetProperty("criteria_stats").EnumerateArray().ToList();
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        await Expect(TestId("criterion-row")).ToHaveCountAsync(criteria.Count);

        var rows = await TestId("criterion-row").EvaluateAllAsync<string[]>("rows => rows.map(row => [...row.querySelectorAll('td.numeric')].map(cell => cell.innerText).join(' '))");

        var expected = criteria.OrderBy(one => one.GetProperty("pass_rate").GetDouble()).ThenByDescending(one => one.Whole("total")).Select(one =>
            $"{PolishText.Percent(one.Whole("pass"), one.Whole("pass") + one.Whole("fail"))} {one.Whole("pass")} {one.Whole("fail")} {one.Whole("unknown")} {one.Whole("pass") + one.Whole("fail")}");
        Assert.Equal(expected, rows.Select(PolishText.Plain));
    }

    [Fact]
    public async Task Numbers_OfTheBoard_OpenAsManyConversations()
    {
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        await Expect(TestId("criterion-row")).Not.ToHaveCountAsync(0);
        var links = await TestId("criterion-row").Locator("td.numeric a").EvaluateAllAsync<string[][]>("links => links.map(link => [link.innerText, link.search])");

        Assert.Equal(3 * await TestId("criterion-row").CountAsync(), links.Length);
        foreach (var link in links)
        {
            var query = link[1].Replace("?view=conversations&", "", StringComparison.Ordinal);
            Assert.Equal($"{query}: {link[0]}", $"{query}: {(await demo.ConversationsAsync(query)).Whole("total")}");
        }
    }

    [Fact]
    public async Task Worst_Opened_ShowsConversationsThatFailedWithTheReason()
    {
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        await Expect(TestId("criterion-row").First.Locator(".sparkline")).ToBeVisibleAsync();
        await TestId("worst-button").First.ClickAsync();
        var items = Page.Locator(".worst-list li");
        await Expect(items).ToHaveCountAsync(5);

        var id = System.Web.HttpUtility.ParseQueryString(new Uri((await items.First.GetByRole(AriaRole.Link).EvaluateAsync<string>("link => link.href"))!).Query)["conversation"];
        var criterion = (await TestId("criterion-row").First.Locator("th a").EvaluateAsync<string>("link => new URL(link.href).searchParams.get('criterion')"))!;
        Assert.EndsWith(":failure", criterion, StringComparison.Ordinal);
        var result = (await demo.Server.GetJsonAsync("api/conversations/" + id)).GetProperty("criteria_results").EnumerateArray().Single(one => criterion == one.Text("id") + ":failure");
        Assert.Equal("failure", result.Text("result"));
        await Expect(items.First.Locator(".rationale")).ToHaveTextAsync(result.Text("rationale")!);

        await items.First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(TestId("conversation-drawer")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(items.First.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await TestId("worst-button").First.ClickAsync();
        await Expect(items).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Criterion_Clicked_OpensTheConversationsThatFailedIt()
    {
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        var row = TestId("criterion-row").First;
        var name = await row.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).InnerTextAsync();
        var failed = long.Parse(await row.Locator("td.numeric").Nth(2).InnerTextAsync());
        await row.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).ClickAsync();

        await ExpectQueryAsync("view", "conversations");
        await ExpectListedAsync(failed);
        await Expect(TestId("filter-chip")).ToHaveTextAsync($"{name}: niespełnione");
        await Expect(TestId("filter-criterion").Locator("option:checked")).ToHaveTextAsync(name);
    }
}
