using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>What stands below the lead chart: agents, criteria, tools, hours, durations, ends.</summary>
public sealed class DashboardSectionsTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [Fact]
    public async Task Table_OfEachSection_TakesItsPlaceAndGivesItBack()
    {
        var breakdowns = await demo.Server.GetJsonAsync("api/breakdowns?month=" + DemoSite.Month);
        var criteria = (await demo.KpisAsync()).GetProperty("criteria_stats").GetArrayLength();
        int Rows(string name) => breakdowns.GetProperty(name).GetArrayLength();
        int Buckets(string name) => breakdowns.GetProperty(name).GetProperty("buckets").GetArrayLength();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        foreach (var (section, rows) in (Dictionary<string, int>)new()
        {
            ["criteria-changes"] = criteria,
            ["chart-tools"] = Rows("tools"),
            ["chart-funnel"] = 9,
            ["heat-map"] = 7,
            ["chart-durations"] = Buckets("durations"),
            ["chart-endReasons"] = Rows("end_reasons"),
            ["chart-latency"] = Buckets("response_latency"),
            ["chart-channels"] = Rows("channels"),
            ["chart-languages"] = Rows("languages"),
            ["chart-sources"] = Rows("sources"),
        })
        {
            var card = TestId(section);
            await Expect(card.Locator(".panel-drawing > *").First).ToBeVisibleAsync();
            await card.GetByTestId("panel-toggle").ClickAsync();
            await Expect(card.Locator(".panel-drawing")).ToBeHiddenAsync();
            await Expect(card.Locator(".panel-table tbody tr")).ToHaveCountAsync(rows);
            await Expect(card.GetByTestId("chart-csv")).ToBeVisibleAsync();
            if (section is not ("chart-latency" or "heat-map")) // its turns are no conversations; its links are those of the drawing
                await AssertCountsAsync(await LinksAsync($"[data-testid={section}] .panel-table td:nth-child(2) a"));

            await card.GetByTestId("panel-toggle").ClickAsync();
            await Expect(card.Locator(".panel-drawing")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task HeatMap_MonthOfTheDemo_ShowsTheHoursOfTheApiAndLeadsToThem()
    {
        var volume = (await demo.KpisAsync()).GetProperty("hourly_volume").EnumerateArray().ToList();
        var (first, last) = (Math.Min(8, volume.Min(cell => cell.Whole("hour"))), Math.Max(17, volume.Max(cell => cell.Whole("hour"))));
        var totals = volume.ToDictionary(cell => (cell.Whole("weekday"), cell.Whole("hour")), cell => cell.Whole("total"));
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var cells = TestId("heat-map").Locator("td.heat");
        await Expect(cells).ToHaveCountAsync((int)(7 * (last - first + 1)));

        var shown = await cells.EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.dataset.total)");

        var expected = Enumerable.Range(1, 7)
            .SelectMany(weekday => Enumerable.Range((int)first, (int)(last - first + 1))
                .Select(hour => totals.GetValueOrDefault((weekday, hour))));
        Assert.Equal(expected, shown.Select(long.Parse));
        var link = TestId("heat-map").Locator("td.heat-5 a").First;
        var name = (await link.GetAttributeAsync("aria-label"))!;
        var query = (await link.EvaluateAsync<string>("link => link.search"))
            .Replace("?view=conversations&", "", StringComparison.Ordinal);
        Assert.Contains($" {(await demo.ConversationsAsync(query)).Whole("total")} rozm", name, StringComparison.Ordinal);

        await link.ClickAsync();
        await ExpectQueryAsync("view", "conversations");
        await Expect(TestId("filter-chip").First).ToContainTextAsync("Dzień tygodnia: ");
    }

    [Fact]
    public async Task HeatMap_WithTheKeyboard_IsOneStopAndGoesByArrows()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var stops = TestId("heat-map").Locator("td [tabindex='0']");
        await Expect(stops).ToHaveCountAsync(1);
        var before = await stops.GetAttributeAsync("aria-label");
        await stops.FocusAsync();

        await Page.Keyboard.PressAsync("ArrowRight");
        await Expect(stops).ToBeFocusedAsync();
        await Expect(stops).Not.ToHaveAttributeAsync("aria-label", before!);
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(stops).ToHaveAttributeAsync("aria-label", before!);
    }

    [Fact]
    public async Task Agents_SideBySide_ShowTheFiguresOfEachAndNarrowThePage()
    {
        var agents = (await demo.Server.GetJsonAsync("api/breakdowns?compare=previous&month=" + DemoSite.Month)).GetProperty("agents")
            .EnumerateArray().ToList();
        var names = (await demo.Server.GetJsonAsync("api/agents")).GetProperty("agents").EnumerateArray()
            .ToDictionary(agent => agent.Text("id")!, agent => agent.Text("name")!);
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var rows = TestId("agent-row");
        await Expect(rows).ToHaveCountAsync(agents.Count);
        for (var at = 0; at < agents.Count; at++)
        {
            var (agent, change) = (agents[at], agents[at].GetProperty("changes")[0]);
            var kpis = await demo.KpisAsync($"month={DemoSite.Month}&agent_id={agent.Text("agent_id")}");
            await Expect(rows.Nth(at).Locator("th")).ToHaveTextAsync(names[agent.Text("agent_id")!]);
            await Expect(rows.Nth(at).Locator(".agents-conversion")).ToHaveTextAsync(PolishText.Percent(kpis));
            await Expect(rows.Nth(at).Locator(".agents-dropouts"))
                .ToHaveTextAsync(PolishText.Percent(kpis.Whole("dropout_count"), kpis.Whole("finished_count")));
            await Expect(rows.Nth(at).Locator(".agents-change"))
                .ToContainTextAsync(PolishText.Change(change.GetProperty("change").GetDouble(), " p.p."));
            await Expect(rows.Nth(at).Locator(".share-bar")).ToHaveAttributeAsync("aria-label",
                $"Niepowodzenie {PolishText.Count(kpis.Whole("failed_count"))}, Nieznany "
                + $"{PolishText.Count(kpis.Whole("unknown_count"))}, Sukces {PolishText.Count(kpis.Whole("successful_count"))}");
        }
        foreach (var column in new[] { "conversations", "errors" })
            await AssertCountsAsync(await LinksAsync($"[data-testid=agent-comparison] td.agents-{column} a"));

        await rows.Nth(1).Locator("th a").ClickAsync();
        await ExpectQueryAsync("agent", agents[1].Text("agent_id"));
        await ExpectQueryAsync("view", null);
        await Expect(TestId("agent-comparison")).ToBeHiddenAsync();
        await Expect(TestId("kpi-conversion").Locator(".kpi-value"))
            .ToHaveTextAsync(PolishText.Percent(await demo.KpisAsync($"month={DemoSite.Month}&agent_id={agents[1].Text("agent_id")}")));
    }

    [Fact]
    public async Task Agents_SortedByAHeading_StandInItsOrderAndKeepTheFocus()
    {
        var rates = (await demo.Server.GetJsonAsync("api/breakdowns?month=" + DemoSite.Month)).GetProperty("agents").EnumerateArray()
            .Select(agent =>
                (Rate: (double)agent.Whole("successful_count") / agent.Whole("finished_count"),
                    Text: PolishText.Percent(agent.Whole("successful_count"), agent.Whole("finished_count")))).ToList();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        var heading = TestId("agent-comparison").GetByRole(AriaRole.Button, new() { Name = "Konwersja" });

        await heading.ClickAsync();
        await Expect(TestId("agent-comparison").Locator("td.agents-conversion"))
            .ToHaveTextAsync(rates.OrderByDescending(one => one.Rate).Select(one => one.Text));
        await Expect(TestId("agent-comparison").Locator("th.agents-conversion")).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(heading).ToBeFocusedAsync();

        await heading.ClickAsync();
        await Expect(TestId("agent-comparison").Locator("td.agents-conversion"))
            .ToHaveTextAsync(rates.OrderBy(one => one.Rate).Select(one => one.Text));
    }

    [Fact]
    public async Task Agents_SomeOfThemPicked_StandAlone()
    {
        var agents = (await demo.Server.GetJsonAsync("api/agents")).GetProperty("agents").EnumerateArray()
            .Select(agent => agent.Text("id")).ToList();
        await OpenAsync(demo.Server, $"?month={DemoSite.Month}&agent={agents[0]},{agents[1]}");

        await Expect(TestId("agent-row")).ToHaveCountAsync(2);
        var both = await demo.KpisAsync($"month={DemoSite.Month}&agent_id={agents[0]},{agents[1]}");
        await Expect(TestId("kpi-direction").Locator(".kpi-n"))
            .ToHaveTextAsync($"n = {PolishText.Count(both.Whole("total_conversations"))} "
                + $"{PolishText.Plural(both.Whole("total_conversations"), "rozmowa", "rozmowy", "rozmów")}");
    }

    [Fact]
    public async Task Criteria_ThatChangedMost_AreThoseOfTheComparison()
    {
        var kpis = await demo.KpisAsync();
        var names = kpis.GetProperty("criteria_stats").EnumerateArray()
            .ToDictionary(one => one.Text("id")!, one => one.Text("display_name"));
        var changes = kpis.GetProperty("comparison").GetProperty("criteria").EnumerateArray()
            .Where(one => one.GetProperty("change").ValueKind == System.Text.Json.JsonValueKind.Number).ToList();
        double Distance(System.Text.Json.JsonElement one) =>
            Math.Abs(one.GetProperty("change").GetDouble()) / (one.GetProperty("high").GetDouble() - one.GetProperty("low").GetDouble());
        var expected = changes.OrderByDescending(one => one.Text("judgement") is "better" or "worse").ThenByDescending(Distance)
            .Take(5).ToList();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);

        var rows = TestId("criteria-changes").Locator(".criteria-row");
        await Expect(rows.Locator(".kpi-delta"))
            .ToContainTextAsync(expected.Select(one => PolishText.Change(one.GetProperty("change").GetDouble(), " p.p.")));
        await Expect(rows.Locator(".criteria-name"))
            .ToHaveTextAsync(expected.Select(one => names[one.Text("name")!] ?? one.Text("name")!));
        await Expect(rows.Locator(".mark-ring")).ToHaveCountAsync(5);

        await TestId("criteria-changes").GetByText($"Wszystkie kryteria ({names.Count})").ClickAsync();
        await ExpectQueryAsync("view", "criteria");
    }

    [Fact]
    public async Task Tools_ThatFail_ComeByTheirShareAndLeadToTheirConversations()
    {
        var tools = (await demo.Server.GetJsonAsync("api/breakdowns?month=" + DemoSite.Month)).GetProperty("tools").EnumerateArray()
            .Where(tool => tool.Whole("errors") > 0).OrderByDescending(tool => (double)tool.Whole("errors") / tool.Whole("calls"))
            .Take(5).ToList();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);

        await Expect(TestId("chart-tools").Locator(".bar-name")).ToHaveTextAsync(tools.Select(tool => tool.Text("name")!));
        await Expect(TestId("chart-tools").Locator(".bar-figure")).ToHaveTextAsync(tools.Select(tool =>
            tool.Whole("calls") < 10
                ? $"{tool.Whole("errors")} z {tool.Whole("calls")}"
                : PolishText.Percent(tool.Whole("errors"), tool.Whole("calls"))));

        await TestId("chart-tools").Locator(".bar-figure a").First.ClickAsync();
        await ExpectQueryAsync("tool_error", tools[0].Text("name"));
        await ExpectListedAsync((await demo.ConversationsAsync($"month={DemoSite.Month}&tool_error={tools[0].Text("name")}"))
            .Whole("total"));
    }

    [Fact]
    public async Task Breakdowns_ThatFail_SaySoAndComeAtTheNextTry()
    {
        Errors.Expect("/api/breakdowns");
        await Page.RouteAsync("**/api/breakdowns*", route => route.FulfillAsync(new() { Status = 500, Body = "gone" }));
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Expect(Page.Locator(".notice:visible")).ToContainTextAsync("Nie udało się wczytać podziałów");
        await Expect(TestId("chart-durations")).ToContainTextAsync("Tych danych nie udało się wczytać.");
        await Page.UnrouteAllAsync();

        await Page.Locator(".notice:visible").GetByRole(AriaRole.Button, new() { Name = "Spróbuj teraz" }).ClickAsync();

        await Expect(TestId("chart-durations").Locator(".histogram-bar").First).ToBeVisibleAsync();
        await Expect(Page.Locator(".notice:visible")).ToHaveCountAsync(0);
    }

    private async Task AssertCountsAsync(IReadOnlyList<(string Text, string Query)> links)
    {
        Assert.NotEmpty(links);
        foreach (var (count, query) in links)
            Assert.Equal($"{query}: {count}", $"{query}: {PolishText.Count((await demo.ConversationsAsync(query)).Whole("total"))}");
    }
}
