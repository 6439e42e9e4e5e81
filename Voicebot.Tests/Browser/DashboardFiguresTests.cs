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

        var shown = await Page.Locator(".kpi").EvaluateAllAsync<string[]>(
            """
            cards => cards.map(card => {
              const text = (selector) => [...card.querySelectorAll(selector)].map(node => node.innerText).join(" | ");
              return `${card.dataset.testid}: ${text(".kpi-value")} (${text(".kpi-n")}) ${text("dd")}`;
            })
            """);

        Assert.Equal(cards, shown.Select(PolishText.Plain));
        Assert.DoesNotContain(shown, card => card.Contains(": " + PolishText.None, StringComparison.Ordinal));
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

        string Card(string id, string value, string sample, params IEnumerable<string> parts) => $"kpi-{id}: {value} ({sample}) {string.Join(" | ", parts)}";

        var criteria = kpis.GetProperty("criteria_stats").EnumerateArray().ToList();
        long Sum(string name) => criteria.Sum(criterion => criterion.Whole(name));
        var judged = Sum("pass") + Sum("fail");
        var weakest = criteria.MinBy(criterion => criterion.GetProperty("pass_rate").GetDouble());
        var ratings = kpis.GetProperty("rating_distribution");
        var days = kpis.GetProperty("daily_trends").EnumerateArray().ToList();
        var finished = Sample("finished_count", PolishText.Plural(kpis.Whole("finished_count"), "zakończona", "zakończone", "zakończonych"));
        return
        [
            Card("conversion", Percent("successful_count"), finished, Counts("successful_count", "failed_count", "unknown_count")),
            Card("connections", Percent("done_calls"), finished, Counts("done_calls", "failed_calls", "in_progress_count")),
            Card("scoring", PolishText.Percent(Sum("pass"), judged), $"n = {PolishText.Count(judged)} {PolishText.Plural(judged, "oceniony wynik", "ocenione wyniki", "ocenionych wyników")}",
                [PolishText.Count(Sum("pass")), PolishText.Count(Sum("fail")), PolishText.Count(Sum("unknown")), PolishText.Percent(weakest.Whole("pass"), weakest.Whole("pass") + weakest.Whole("fail"))]),
            Card("duration", Duration("avg_duration_secs"), Sample("duration_count", "ze znanym czasem"),
            [
                Duration("median_duration_secs"), Duration("p90_duration_secs") + " / " + Duration("p95_duration_secs"),
                Duration("min_duration_secs") + " / " + Duration("max_duration_secs"), .. Counts("short_calls_under_30s", "long_calls_over_300s"),
            ]),
            Card("transfers", Percent("transfer_count"), finished, Counts("transfer_count", "agent_handover_count")),
            Card("dropouts", Percent("dropout_count"), finished, Counts("dropout_count")),
            Card("messages", Decimal("avg_bot_messages") + " na rozmowę", Sample("transcript_count", "z transkrypcją"), [Decimal("avg_message_count")]),
            Card("cost", Credits("avg_cost_per_session") + " " + PolishText.Plural((long)Math.Round(Value("avg_cost_per_session") ?? 0), "kredyt", "kredyty", "kredytów"), Sample("cost_known_count", "ze znanym kosztem"), [Credits("total_cost"), Usd("avg_cost_usd", 3), Usd("total_cost_usd"), Usd("cost_usd_per_success", 3), Usd("cost_usd_per_minute", 3)]),
            Card("errors", Percent("technical_errors"), finished, Counts("technical_errors")),
            Card("rating", Decimal("avg_rating", 2) + " / 5", Sample("rating_count", "z oceną"), [.. "54321".Select(stars => PolishText.Count(ratings.Whole(stars.ToString())))]),
            Card("trends", PolishText.Decimal(days.Average(day => day.Whole("total")), 1) + " dziennie", $"n = {days.Count} dni", [PolishText.Count(days.Max(day => day.Whole("total")))]),
            Card("direction", Count("inbound_calls") + " przychodzących", Sample("total_conversations", PolishText.Plural(kpis.Whole("total_conversations"), "rozmowa", "rozmowy", "rozmów")), Counts("inbound_calls", "outbound_calls", "other_calls")),
        ];
    }
}
