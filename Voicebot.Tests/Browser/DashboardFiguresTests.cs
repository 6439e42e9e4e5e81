using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>What the dashboard shows is what the API says.</summary>
public sealed class DashboardFiguresTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [Fact]
    public async Task Cards_MonthOfTheDemo_ShowTheFiguresOfTheApiInPolish()
    {
        var cards = ExpectedCards(await demo.KpisAsync());
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        var shown = await Page.Locator(".lead-figure, .kpi").EvaluateAllAsync<string[]>(
            """
            cards => cards.map(card => {
              const text = (selector) => [...card.querySelectorAll(selector)].map(node => node.textContent).join(" | ");
              return `${card.dataset.testid}: ${text(".kpi-value, .kpi-extra")} (${text(".kpi-n")}) ${text("dd")}`;
            })
            """);

        Assert.Equal(cards, shown.Select(PolishText.Plain));
        Assert.DoesNotContain(shown, card => card.Contains(": " + PolishText.None, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outcomes_BesideTheLeadFigure_AreItsPartsAndOpenThem()
    {
        var kpis = await demo.KpisAsync();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        foreach (var (outcome, field) in (Dictionary<string, string>)new()
        {
            ["success"] = "successful_count",
            ["unknown"] = "unknown_count",
            ["failure"] = "failed_count"
        })
        {
            var row = TestId("kpi-conversion").Locator(".lead-outcome-" + outcome);
            await Expect(row.Locator("a")).ToHaveTextAsync(PolishText.Count(kpis.Whole(field)));
            await Expect(row.Locator(".lead-outcome-share"))
                .ToHaveTextAsync(PolishText.Percent(kpis.Whole(field), kpis.Whole("finished_count")));
        }

        var change = kpis.GetProperty("comparison").GetProperty("figures").EnumerateArray()
            .Single(figure => figure.Text("name") == "conversion_rate");
        await Expect(TestId("kpi-conversion").Locator(".lead-interval:visible"))
            .ToHaveTextAsync($"95%: od {PolishText.Change(change.GetProperty("low").GetDouble(), "")} do "
                + $"{PolishText.Change(change.GetProperty("high").GetDouble(), "")}");
        await TestId("kpi-conversion").Locator(".lead-outcome-failure a").ClickAsync();
        await ExpectListedAsync(kpis.Whole("failed_count"));
    }

    [Fact]
    public async Task Numbers_OfTheFigures_OpenAsManyConversations()
    {
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        var links = await LinksAsync(
            ".lead-figure dd a, .lead-outcome a, "
            + ".kpi:not([data-testid=kpi-cost]):not([data-testid=kpi-costTotal]):not([data-testid=kpi-scoring]) dd a, "
            + "[data-testid=kpi-direction] .kpi-cell-figure a");

        Assert.Equal(27, links.Count);
        foreach (var (count, query) in links)
            Assert.Equal($"{query}: {count}", $"{query}: {PolishText.Count((await demo.ConversationsAsync(query)).Whole("total"))}");
    }

    [Fact]
    public async Task Rates_OfFewerThanTen_AreToldAsTheyWereCounted()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = [ConversationBuilder.DefaultAgent] });
        await server.SyncAsync();
        var kpis = await server.GetJsonAsync("api/kpis?month=2026-10&compare=previous");
        var (part, whole) = (kpis.Whole("successful_count"), kpis.Whole("finished_count"));
        Assert.InRange(whole, 1, 9);
        await OpenAsync(server, "?month=2026-10");

        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToHaveTextAsync($"{part} z {whole}");
        await Expect(TestId("kpi-errors").Locator(".kpi-value")).ToHaveTextAsync($"{kpis.Whole("technical_errors")} z {whole}");
        await Expect(Page.Locator(".lead-outcome-share")).ToHaveTextAsync(["", "", ""]);
        var conversion = kpis.GetProperty("comparison").GetProperty("figures")[0];
        await Expect(TestId("kpi-conversion").Locator(".lead-few .lead-interval"))
            .ToHaveTextAsync($"przedział 95%: od {Math.Round(conversion.GetProperty("value_low").GetDouble())}% do "
                + $"{Math.Round(conversion.GetProperty("value_high").GetDouble())}%");

        await TestId("kpi-conversion").GetByText("Pokaż wszystko od początku").ClickAsync();
        await ExpectQueryAsync("month", null);
        await ExpectQueryAsync("period", "all_time");
    }

    private static IReadOnlyList<string> ExpectedCards(JsonElement kpis)
    {
        double? Value(string name) => kpis.GetProperty(name).ValueKind == JsonValueKind.Null ? null : kpis.GetProperty(name).GetDouble();
        string Percent(string part) => PolishText.Percent(kpis.Whole(part), kpis.Whole("finished_count"));
        string Decimal(string name, int digits = 1) => PolishText.Decimal(Value(name), digits);
        string Duration(string name) => PolishText.Duration(Value(name));
        string Credits(string name) => PolishText.Credits(Value(name));
        string Usd(string name, int digits = 2) => PolishText.Usd(Value(name), digits);
        string Count(string name) => PolishText.Count(kpis.Whole(name));
        string Sample(string name, string what) => $"n = {Count(name)} {what}";
        string[] Counts(params string[] names) => [.. names.Select(Count)];

        string Card(string id, string value, string sample, params IEnumerable<string> parts) =>
            $"kpi-{id}: {value} ({sample}) {string.Join(" | ", parts)}".TrimEnd();

        var criteria = kpis.GetProperty("criteria_stats").EnumerateArray().ToList();
        long Sum(string name) => criteria.Sum(criterion => criterion.Whole(name));
        var judged = Sum("pass") + Sum("fail");
        var weakest = criteria.MinBy(criterion => criterion.GetProperty("pass_rate").GetDouble());
        var ratings = kpis.GetProperty("rating_distribution");
        var days = kpis.GetProperty("daily_trends").EnumerateArray().ToList();
        var finished = Sample("finished_count",
            PolishText.Plural(kpis.Whole("finished_count"), "zakończona", "zakończone", "zakończonych"));
        var minutes = days.Sum(day => day.Whole("duration_secs")) / 60;
        return
        [
            Card("conversion", Percent("successful_count"), finished, Counts("successful_count", "unknown_count", "failed_count")),
            Card("scoring", PolishText.Percent(Sum("pass"), judged),
                $"n = {PolishText.Count(judged)} {PolishText.Plural(judged, "oceniony wynik", "ocenione wyniki", "ocenionych wyników")}",
                [PolishText.Count(Sum("pass")), PolishText.Count(Sum("fail")), PolishText.Count(Sum("unknown")),
                    PolishText.Percent(weakest.Whole("pass"), weakest.Whole("pass") + weakest.Whole("fail"))]),
            Card("transfers", Percent("transfer_count"), finished, Counts("transfer_count", "agent_handover_count")),
            Card("direction", string.Join(" | ", Counts("inbound_calls", "outbound_calls", "other_calls")),
                Sample("total_conversations", PolishText.Plural(kpis.Whole("total_conversations"), "rozmowa", "rozmowy", "rozmów")),
                Counts("inbound_calls", "outbound_calls", "other_calls")),
            Card("dropouts", Percent("dropout_count"), finished, Counts("dropout_count")),
            Card("rating", Decimal("avg_rating", 2) + " / 5", Sample("rating_count", "z oceną"),
                [.. "54321".Select(stars => PolishText.Count(ratings.Whole(stars.ToString())))]),
            Card("duration", Duration("avg_duration_secs"), Sample("duration_count", "ze znanym czasem"),
            [
                Duration("median_duration_secs"), Duration("p90_duration_secs") + " / " + Duration("p95_duration_secs"),
                Duration("min_duration_secs") + " / " + Duration("max_duration_secs"),
                .. Counts("short_calls_under_30s", "long_calls_over_300s"),
            ]),
            Card("messages", Decimal("avg_bot_messages") + " na rozmowę", Sample("transcript_count", "z transkrypcją"),
                [Decimal("avg_message_count")]),
            Card("cost", Credits("avg_cost_per_session"), Sample("cost_known_count", "ze znanym kosztem"), [Credits("total_cost")]),
            Card("costTotal", Usd("total_cost_usd"),
                $"n = {Count("cost_usd_known_count")} z {Count("total_conversations")} ze znanym kosztem w dolarach",
                [Usd("avg_cost_usd", 3)]),
            Card("costPerSuccess", Usd("cost_usd_per_success", 3),
                Sample("successful_count",
                    PolishText.Plural(kpis.Whole("successful_count"), "skuteczna rozmowa", "skuteczne rozmowy", "skutecznych rozmów"))),
            Card("costPerMinute", Usd("cost_usd_per_minute", 3), $"n = {PolishText.Count(minutes)} min"),
            Card("connections", Percent("done_calls"), finished, Counts("done_calls", "failed_calls", "in_progress_count")),
            Card("errors", Percent("technical_errors"), finished, Counts("technical_errors")),
            Card("trends", PolishText.Decimal(days.Average(day => day.Whole("total")), 1), $"n = {days.Count} dni",
                [PolishText.Count(days.Max(day => day.Whole("total")))]),
        ];
    }
}
