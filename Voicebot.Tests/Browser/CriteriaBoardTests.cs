using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// The board of criteria: by agent the weakest first, each number a way to its conversations, and a panel with what stands behind one.
/// </summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class CriteriaBoardTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Month = "month=" + DemoSite.Month;

    private ILocator Panel => TestId("criterion-panel");

    [Fact]
    public async Task Board_MonthOfTheDemo_ShowsEveryCriterionOfEachAgentWeakestFirst()
    {
        var expected = new List<string>();
        foreach (var agent in (await demo.Server.GetJsonAsync("api/settings")).GetProperty("agents").EnumerateArray())
        {
            expected.Add(agent.Text("label")!);
            expected.AddRange((await demo.KpisAsync($"{Month}&agent_id={agent.Text("id")}")).GetProperty("criteria_stats").EnumerateArray()
                .OrderBy(one => one.GetProperty("pass_rate").GetDouble()).ThenByDescending(one => one.Whole("total"))
                .Select(one =>
                    $"{one.Text("display_name")} {PolishText.Percent(one.Whole("pass"), one.Whole("pass") + one.Whole("fail"))} "
                    + $"{one.Whole("fail")} {one.Whole("unknown")}"));
        }
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        await Expect(TestId("criterion-row")).Not.ToHaveCountAsync(0);

        var rows = await Page.Locator(".criteria-table tbody tr").EvaluateAllAsync<string[]>(
            "rows => rows.map(row => [...row.querySelectorAll('th, .criteria-share, .criteria-failed a, .criteria-unknown a')].map(cell "
            + "=> cell.innerText).join(' '))");
        Assert.Equal(expected, rows.Select(PolishText.Plain));
    }

    [Fact]
    public async Task Headline_CountsTheClearChangesOfTheApi()
    {
        var judgements = new List<string?>();
        foreach (var agent in (await demo.Server.GetJsonAsync("api/settings")).GetProperty("agents").EnumerateArray())
            judgements.AddRange((await demo.KpisAsync($"{Month}&compare=previous&agent_id={agent.Text("id")}")).GetProperty("comparison")
                .GetProperty("criteria").EnumerateArray().Select(one => one.Text("judgement")));
        Assert.Equal((4, 0, 11), (judgements.Count(one => one == "worse"), judgements.Count(one => one == "better"), judgements.Count));

        await OpenAsync(demo.Server, "?view=criteria&" + Month);

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Cztery z jedenastu kryteriów wypadają wyraźnie gorzej niż we wrześniu.");
    }

    [Fact]
    public async Task Numbers_OfTheBoardAndThePanel_OpenAsManyConversations()
    {
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        await Expect(Panel.Locator(".criterion-counts a")).ToHaveCountAsync(3);
        var links = await Page.Locator("[data-testid=criterion-row] td.numeric a, .criterion-counts a")
            .EvaluateAllAsync<string[][]>("links => links.map(link => [link.innerText, link.search])");

        Assert.Equal(2 * await TestId("criterion-row").CountAsync() + 3, links.Length);
        foreach (var link in links)
        {
            var query = link[1].Replace("?view=conversations&", "", StringComparison.Ordinal)
                .Replace("agent=", "agent_id=", StringComparison.Ordinal);
            Assert.StartsWith($"{query}: {(await demo.ConversationsAsync(query)).Whole("total")} ", $"{query}: {link[0]} ",
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Panel_OfAPickedCriterion_ShowsHowItsFailuresEndWhatFailsWithThemAndTheWorst()
    {
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        var row = TestId("criterion-row").Nth(1);
        await row.GetByTestId("criterion-pick").ClickAsync();
        var (id, agent) = ((await row.GetAttributeAsync("data-id"))!, await row.GetAttributeAsync("data-agent"));
        await Expect(row).ToHaveClassAsync("picked");
        await Expect(Panel.GetByRole(AriaRole.Heading, new() { Level = 2 }))
            .ToHaveTextAsync(await row.GetByTestId("criterion-pick").InnerTextAsync());
        await Expect(Panel.Locator(".trend-chart"))
            .ToHaveAttributeAsync("aria-label",
                new System.Text.RegularExpressions.Regex("^Spełnione, 7 dni: najpierw [0-9,]+%, na końcu [0-9,]+%"));
        var failed = (await demo.ConversationsAsync($"{Month}&agent_id={agent}&criterion={id}:failure&per_page=200"))
            .GetProperty("conversations").EnumerateArray().ToList();

        var items = Panel.Locator(".worst-list li");
        await Expect(items).ToHaveCountAsync(5);
        await Expect(Panel.Locator(".failure-bars").First.Locator("strong").First)
            .ToHaveTextAsync($"{failed.CountBy(one => one.Text("end_reason") ?? "none").Max(one => one.Value)}");
        var others = failed.SelectMany(one => one.GetProperty("criteria").EnumerateObject())
            .Where(one => one.Name != id && one.Value.GetString() == "failure").CountBy(one => one.Name).ToList();
        await Expect(Panel.Locator(".failure-bars").Nth(1).Locator("strong"))
            .ToHaveTextAsync([.. others.OrderByDescending(one => one.Value).Select(one => $"{one.Value}")]);

        int Failures(string conversation) =>
            failed.Single(one => one.Text("conversation_id") == conversation).GetProperty("criteria").EnumerateObject()
            .Count(one => one.Value.GetString() == "failure");
        await TestId("worst-more").ClickAsync();
        await Expect(items).ToHaveCountAsync(10);
        var shown = await items.Locator("a")
            .EvaluateAllAsync<string[]>("links => links.map(link => new URL(link.href).searchParams.get('conversation'))");
        Assert.Equal(failed.Select(one => Failures(one.Text("conversation_id")!)).OrderDescending().Take(10), shown.Select(Failures));
        var result = (await demo.Server.GetJsonAsync("api/conversations/" + shown[0])).GetProperty("criteria_results").EnumerateArray()
            .Single(one => one.Text("id") == id);
        await Expect(items.First.Locator(".rationale")).ToHaveTextAsync(result.Text("rationale")!);

        await items.First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(TestId("conversation-drawer")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(items.First.GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        await TestId("criterion-all").ClickAsync();
        await ExpectQueryAsync("criterion", id + ":failure");
        await ExpectQueryAsync("agent", agent);
        await ExpectListedAsync(failed.Count);
        await Expect(TestId("filter-chip")).ToContainTextAsync("niespełnione");
    }

    [Fact]
    public async Task Panel_MoreFailuresThanOneAnswerHolds_CountsThemAllAndShowsTheWorstOfAll()
    {
        const int all = 205;
        var first = DateTimeOffset.Parse("2026-10-01T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var conversations = Enumerable.Range(0, all).Select(index =>
        {
            var one = new ConversationBuilder($"conv_{index:000}").At($"{first.AddHours(index):yyyy-MM-ddTHH:mm:ssZ}")
                .Outcome("failure").Criterion("polite", "failure");
            return (index == 1 ? one.Criterion("solved", "failure") : one).Build();
        }).ToArray();
        await using var vendor = await VendorSimulator.StartAsync(conversations);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        await OpenAsync(server, "?view=criteria&" + Month);
        await Page.Locator("[data-testid=criterion-row][data-id=polite]").GetByTestId("criterion-pick").ClickAsync();

        await Expect(Panel.Locator(".failure-bars").First.Locator("strong")).ToHaveTextAsync(PolishText.Count(all));
        await Expect(Panel.Locator(".failure-bars").Nth(1).Locator("strong")).ToHaveTextAsync("1");
        var items = Panel.Locator(".worst-list a");
        await Expect(items).ToHaveCountAsync(5);
        Assert.EndsWith("conversation=conv_001", await items.First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.EndsWith("conversation=conv_204", await items.Nth(1).GetAttributeAsync("href"), StringComparison.Ordinal);

        await TestId("worst-more").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(items).ToHaveCountAsync(10);
        await Expect(items.Nth(5)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Board_OnThePhone_IsCardsAndThePanelCoversThePage()
    {
        await Page.SetViewportSizeAsync(360, 740);
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        await Expect(TestId("criterion-row").First).ToBeVisibleAsync();
        Assert.Equal(360, await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Expect(Panel).ToBeHiddenAsync();

        await TestId("criterion-pick").First.ClickAsync();
        await Expect(Panel.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeFocusedAsync();
        await Expect(Panel.Locator(".worst-list li")).ToHaveCountAsync(5);
        await Page.Keyboard.PressAsync("Escape");

        await Expect(Panel).ToBeHiddenAsync();
        await Expect(TestId("criterion-pick").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Panel_WindowMadeNarrowAndWideAgain_StandsBesideTheBoardWithTheOneThatWasPicked()
    {
        await OpenAsync(demo.Server, "?view=criteria&" + Month);
        var row = TestId("criterion-row").Nth(2);
        await row.GetByTestId("criterion-pick").ClickAsync();
        var title = Panel.GetByRole(AriaRole.Heading, new() { Level = 2 });
        await Expect(title).ToHaveTextAsync(await row.GetByTestId("criterion-pick").InnerTextAsync());

        await Page.SetViewportSizeAsync(800, 900);
        await Expect(Panel).ToBeHiddenAsync();
        await Page.SetViewportSizeAsync(1280, 900);

        await Expect(title).ToHaveTextAsync(await row.GetByTestId("criterion-pick").InnerTextAsync());
        await Expect(row).ToHaveClassAsync("picked");
        await Expect(Panel.Locator(".worst-list li").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Board_OfSomeNumberOfCriteria_ShowsThemAll(int count)
    {
        var conversations = Enumerable.Range(0, 2).Select(index =>
        {
            var one = new ConversationBuilder("conv_" + index).At($"2026-10-0{index + 1}T10:00:00Z");
            for (var criterion = 0; criterion < count; criterion++)
                one.Criterion($"criterion_{criterion:00}", (criterion + index) % 2 == 0 ? "unknown" : "failure");
            return one.Build();
        }).ToArray();
        await using var vendor = await VendorSimulator.StartAsync(conversations);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        await OpenAsync(server, "?view=criteria&" + Month);

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync(count == 0 ? "Kryteria" : "Za mało ocen, by porównać kryteria z poprzednim okresem.");
        await Expect(TestId("criterion-row")).ToHaveCountAsync(count);
        if (count == 0)
            await Expect(Page.Locator(".notice-empty")).ToContainTextAsync("Brak kryteriów oceny w tym okresie");
        else
            await Expect(Panel.Locator(".worst-list li")).ToHaveCountAsync(1);
    }
}
