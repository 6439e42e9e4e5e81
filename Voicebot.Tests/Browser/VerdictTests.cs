using System.Globalization;
using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// The sentence on top of the dashboard, and changes as the API judges them. The wording of every state is a matter of the page's own
/// tests.
/// </summary>
public sealed class VerdictTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [Fact]
    public async Task Verdict_MonthThatIsOver_SaysTheConversionAndWhatWasCompared()
    {
        var kpis = await demo.KpisAsync();
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);

        await Expect(TestId("verdict").Locator(".verdict-lead")).ToContainTextAsync(PolishText.Percent(kpis));
        var verdict = kpis.GetProperty("comparison").GetProperty("verdict");
        await Expect(TestId("verdict-ranges"))
            .ToHaveTextAsync($"1–31 października wobec 1–30 września · {PolishText.Count(verdict.Whole("n"))} i "
            + $"{PolishText.Count(verdict.Whole("previous_n"))} "
                + $"{PolishText.Plural(verdict.Whole("previous_n"), "zakończona rozmowa", "zakończone rozmowy", "zakończonych rozmów")}");

        await TestId("verdict").Locator(".verdict-lead a").First.ClickAsync();
        await ExpectListedAsync(kpis.Whole("successful_count"));
    }

    [Fact]
    public async Task Preset_AndTheSameRangeTyped_AreComparedAlike()
    {
        await OpenAsync(demo.Server);
        await Expect(TestId("verdict-ranges")).ToContainTextAsync("wobec");
        await Expect(TestId("agent-row")).ToHaveCountAsync(3); // the last that shows changes
        var preset = (await TestId("verdict").InnerTextAsync(), await Page.Locator(".kpi-delta, .kpi-few").AllInnerTextsAsync());
        var comparison = (await demo.KpisAsync("month=2026-11&compare=previous")).GetProperty("comparison");
        string Until(string name) =>
            DateTimeOffset.Parse(comparison.Text(name)!, CultureInfo.InvariantCulture).ToString("HH:mm", CultureInfo.InvariantCulture);
        Assert.Contains($"1–10 listopada do {Until("until")} wobec 1–10 października do {Until("previous_until")}",
            PolishText.Plain(preset.Item1), StringComparison.Ordinal);

        await OpenAsync(demo.Server, "?from=2026-11-01&to=2026-11-10");
        await Expect(TestId("verdict-ranges")).ToContainTextAsync("wobec");
        await Expect(TestId("agent-row")).ToHaveCountAsync(3);

        Assert.Equal(preset.Item1, await TestId("verdict").InnerTextAsync());
        Assert.Equal(preset.Item2, await Page.Locator(".kpi-delta, .kpi-few").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Changes_OfEveryCard_AreThoseOfTheComparison()
    {
        var figures = (await demo.KpisAsync()).GetProperty("comparison").GetProperty("figures").EnumerateArray()
            .ToDictionary(figure => figure.Text("name")!);
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        foreach (var (card, name) in (Dictionary<string, string>)new()
        {
            ["conversion"] = "conversion_rate",
            ["connections"] = "connection_rate",
            ["scoring"] = "criteria_pass_rate",
            ["duration"] = "avg_duration_secs",
            ["transfers"] = "transfer_rate",
            ["dropouts"] = "dropout_rate",
            ["messages"] = "avg_bot_messages",
            ["cost"] = "avg_cost_per_session",
            ["errors"] = "error_rate",
            ["costTotal"] = "total_cost_usd",
            ["costPerSuccess"] = "cost_usd_per_success",
            ["costPerMinute"] = "cost_usd_per_minute",
        })
        {
            var (figure, shown) = (figures[name], TestId("kpi-" + card).Locator(".kpi-delta"));
            await Expect(shown).ToContainTextAsync(Sign(figure)
                + PolishText.Change(figure.GetProperty("change").GetDouble(), figure.Text("unit") == "points" ? " p.p." : "%"));
            await Expect(shown).ToHaveClassAsync("kpi-delta delta-"
                + figure.Text("judgement") switch { "better" => "good", "worse" => "bad", _ => "neutral" });
            await Expect(shown).ToHaveAttributeAsync("title",
                new System.Text.RegularExpressions.Regex((figure.Text("judgement") == "not_judged" ? "nie oceniamy" : "95%: od .* do .*")
                    + "; wcześniej .*, n = .* i n = "));
        }
    }

    [Fact]
    public async Task Changes_WithTooFewConversations_SayHowManyAreNeeded()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = [ConversationBuilder.DefaultAgent] });
        await server.SyncAsync();
        var figure = (await server.GetJsonAsync("api/kpis?month=2026-10&compare=previous")).GetProperty("comparison")
            .GetProperty("figures").EnumerateArray()
            .Single(one => one.Text("name") == "conversion_rate");
        await OpenAsync(server, "?month=2026-10");

        await Expect(TestId("kpi-conversion").Locator(".kpi-few"))
            .ToHaveTextAsync($"za mało, by porównać: n = {figure.Whole("n")} i n = {figure.Whole("previous_n")}, potrzeba po 30");
        await Expect(TestId("kpi-errors").Locator(".kpi-few"))
            .ToHaveTextAsync($"za mało, by porównać: n = {figure.Whole("n")} i n = {figure.Whole("previous_n")}, potrzeba po 30");
        await Expect(Page.Locator(".kpi-delta")).ToHaveCountAsync(0);
        await Expect(TestId("verdict")).ToContainTextAsync("Za mało rozmów, by ocenić październik");
    }

    [Fact]
    public async Task Criteria_OfTheBoard_ShowTheChangeOfTheComparison()
    {
        var changes = (await demo.KpisAsync()).GetProperty("comparison").GetProperty("criteria").EnumerateArray()
            .ToDictionary(one => one.Text("name")!);
        await OpenAsync(demo.Server, "?view=criteria&month=" + DemoSite.Month);
        await Expect(TestId("criterion-row").First).ToBeVisibleAsync();
        foreach (var row in await TestId("criterion-row").AllAsync())
        {
            var id = (await row.GetAttributeAsync("data-id"))!;
            var change = changes[id].GetProperty("change");
            if (change.ValueKind == JsonValueKind.Number)
                await Expect(row.Locator(".kpi-delta"))
                    .ToContainTextAsync(Sign(changes[id]) + PolishText.Change(change.GetDouble(), " p.p."));
            else
                await Expect(row.Locator(".kpi-few")).ToBeVisibleAsync();
        }
    }

    private static string Sign(JsonElement figure) => (figure.Text("judgement"), figure.GetProperty("change").GetDouble()) switch
    {
        ("no_clear_change", _) => "≈ ",
        ("not_judged", _) => "",
        (_, > 0) => "▲ ",
        _ => "▼ ",
    };
}
