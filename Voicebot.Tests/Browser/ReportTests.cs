using System.Text.Json;
using System.Text.RegularExpressions;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>The report that the dashboard prints: the PDF that a browser makes is read again, in both languages.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class ReportTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    /// <summary>By the name of the comparison: what the row is called, and its unit.</summary>
    private static readonly (string Figure, string Polish, string English, string Unit)[] Figures =
    [
        ("conversion_rate", "Konwersja", "Conversion", "percent"),
        ("criteria_pass_rate", "Ocena kryteriów", "Criteria met", "percent"),
        ("transfer_rate", "Przekazania do konsultanta", "Transfers to a human", "percent"),
        ("dropout_rate", "Porzucone", "Abandoned", "percent"),
        ("avg_rating", "Ocena rozmówców (1–5)", "Callers' rating (1–5)", "2"),
        ("avg_duration_secs", "Czas rozmowy, średnio", "Duration, average", "duration"),
        ("avg_bot_messages", "Wiadomości bota na rozmowę", "Bot messages per conversation", "1"),
        ("avg_cost_per_session", "Kredyty na rozmowę", "Credits per conversation", "0"),
        ("total_cost", "Kredyty razem", "Credits, total", "0"),
        ("total_cost_usd", "Koszt razem, USD", "Cost, total, USD", "2"),
        ("cost_usd_per_success", "Koszt skutecznej rozmowy, USD", "Cost per success, USD", "3"),
        ("cost_usd_per_minute", "Koszt minuty, USD (n: minuty)", "Cost per minute, USD (n: minutes)", "3"),
        ("connection_rate", "Połączenia", "Connections", "percent"),
        ("error_rate", "Błędy techniczne", "Technical errors", "percent"),
        ("total_conversations", "Rozmowy", "Conversations", "0"),
    ];

    [Theory]
    [InlineData("pl", DemoSite.Month)]
    [InlineData("en", DemoSite.Month)]
    [InlineData("pl", "2026-11")]
    public async Task Report_Month_HasEveryFigureOfTheApi(string language, string month)
    {
        var text = new PaperText(language);
        var kpis = await demo.KpisAsync($"month={month}&compare=previous");
        var paper = await PrintAsync(demo.Server, $"?month={month}", language);

        var compared = kpis.GetProperty("comparison").GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.Text("name")!);
        Assert.Equal(compared.Keys.Order(), Figures.Select(figure => figure.Figure).Order());
        foreach (var (name, polish, english, unit) in Figures)
        {
            var figure = compared[name];
            var row = $"{(language == "pl" ? polish : english)} {text.Value(Rated(kpis, name) ?? figure.Number("value"), unit)} "
                + $"{text.Value(Rated(kpis.GetProperty("previous"), name) ?? figure.Number("previous"), unit)} {text.Change(figure)} ";
            Assert.Contains(row, paper.Texts[0], StringComparison.Ordinal);
            var line = paper.Texts[0].Split('\n').Single(line => line.StartsWith(row, StringComparison.Ordinal));
            var n = name == "total_conversations" ? PolishText.None
                : $"{text.Count(figure.Whole("n"))} / {text.Count(figure.Whole("previous_n"))}";
            Assert.Equal($"{row}{text.Interval(figure)} {text.Judgement(figure)} {n}", line);
        }
        foreach (var direction in new[] { "inbound_calls", "outbound_calls", "other_calls" })
            Assert.Contains(" " + text.Count(kpis.Whole(direction)), paper.Texts[0], StringComparison.Ordinal);
        foreach (var outcome in new[] { "failed_count", "unknown_count", "successful_count" })
            Assert.Contains(" " + text.Count(kpis.Whole(outcome)), paper.Texts[0], StringComparison.Ordinal);
        foreach (var agent in (await demo.Server.GetJsonAsync("api/settings")).GetProperty("agents").EnumerateArray())
        {
            var own = await demo.KpisAsync($"month={month}&compare=previous&agent_id={agent.Text("id")}");
            var change = own.GetProperty("comparison").GetProperty("figures").EnumerateArray()
                .Single(figure => figure.Text("name") == "conversion_rate");
            // A name may take two lines.
            var row = paper.Text.Split('\n').Single(line => line.StartsWith(agent.Text("label")!.Split(' ')[0], StringComparison.Ordinal)
                && line.Contains($" {text.Count(own.Whole("total_conversations"))} ", StringComparison.Ordinal));
            Assert.Contains($" {text.Rate(own.Whole("successful_count"), own.Whole("finished_count"))} {text.Change(change)} ", row,
                StringComparison.Ordinal);
            Assert.EndsWith(
                $" {text.Rate(own.Whole("dropout_count"), own.Whole("finished_count"))} {text.Count(own.Whole("technical_errors"))}", row,
                StringComparison.Ordinal);
            foreach (var criterion in own.GetProperty("criteria_stats").EnumerateArray())
            {
                var line = paper.Text.Split('\n').First(one => one.StartsWith(criterion.Text("display_name")!, StringComparison.Ordinal));
                var moved = own.GetProperty("comparison").GetProperty("criteria").EnumerateArray()
                    .Single(one => one.Text("name") == criterion.Text("id"));
                var rate = text.Rate(criterion.Whole("pass"), criterion.Whole("pass") + criterion.Whole("fail"));
                Assert.Contains($" {rate} {text.Change(moved)} ", line, StringComparison.Ordinal);
                Assert.EndsWith(" " + text.Count(criterion.Whole("fail")), line, StringComparison.Ordinal);
            }
        }
        var worst = await demo.ConversationsAsync(
            $"month={month}&status=finished&outcome=failure&sort=-failed_criteria&per_page=5");
        Assert.Equal(worst.Ids(), Regex.Matches(paper.Text, @"\bconv_\w+").Select(id => id.Value));
        AssertWhole(paper, language);
    }

    [Fact]
    public async Task Report_FromTheDarkPage_IsLightAndSaysOfWhatItIs()
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        var paper = await PrintAsync(demo.Server, "?month=" + DemoSite.Month, "pl");

        Assert.All(paper.Pages, page => Assert.Equal([255, 255, 255], new[] { page.At(10, 10), page.At(300, 34), page.At(580, 830) }));
        Assert.All(paper.Texts, page => Assert.Contains("strefa Europe/Warsaw · dane przykładowe", page, StringComparison.Ordinal));
        Assert.All(paper.Texts, page => Assert.Contains("Październik 2026", page, StringComparison.Ordinal));
        Assert.Contains("Wszyscy agenci: Obsługa klienta", paper.Texts[0], StringComparison.Ordinal);
        // The page is as it was.
        await Expect(TestId("verdict")).ToBeVisibleAsync();
        await Expect(TestId("report")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Report_InGrey_TellsTheSeriesApart()
    {
        var paper = await PrintAsync(demo.Server, "?month=" + DemoSite.Month, "pl");
        var (words, page) = (paper.Words[0], paper.Pages[0]);
        const double BoxBefore = 8.5; // points from the middle of a key's box to its word

        var greys = new[] { "niepowodzenie", "nieznany", "sukces" }.Select(name => words.Last(word => word.Text == name))
            .Select(word => page.At(word.Left - BoxBefore, (word.Top + word.Bottom) / 2)).ToList();
        Assert.True(greys[0] < 90, $"failure is dark, not {greys[0]}");
        Assert.True(greys[1] > 250, $"unknown is hollow, not {greys[1]}");
        Assert.InRange(greys[2], greys[0] + 70, 215);

        // The keys of the lines: solid has no gap, dashed has some.
        var lines = words.Where(word => word.Text is "październik" or "wrzesień")
            .Where(word => words.Any(title => title.Text == "Konwersja," && Math.Abs(title.Top - word.Top) < 4)).ToList();
        Assert.Equal(["październik", "wrzesień"], lines.Select(word => word.Text));
        var drawn = lines.Select(word => page.Darkest(word.Left - 21, word.Left - 5, (word.Top + word.Bottom) / 2, 4)).ToList();
        Assert.DoesNotContain(drawn[0], grey => grey > 200);
        Assert.InRange(drawn[1].Count(grey => grey > 200), 4, drawn[1].Count - 8);
    }

    [Fact]
    public async Task ControlP_OnTheDashboard_PrintsTheReportOnceItIsThere()
    {
        await Page.AddInitScriptAsync(
            "window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = document.title; dispatchEvent(new "
            + "Event('afterprint')); };");
        await OpenAsync(demo.Server, "?month=" + DemoSite.Month);
        await Expect(TestId("verdict")).ToContainTextAsync("Październik");

        await Page.Keyboard.PressAsync("Control+p");

        await Eventually.True(() => Page.EvaluateAsync<bool>("() => window.printed === 'Raport voicebotów, Październik 2026'"),
            "the report printed");
        await Microsoft.Playwright.Assertions.Expect(Page).ToHaveTitleAsync(new Regex("^Pulpit"));
    }

    [Theory]
    [InlineData("pl", "?month=2026-07", "nie ma zakończonych rozmów")]
    [InlineData("en", "?from=2027-01-01&to=2027-01-31", "nothing to draw")]
    [InlineData("pl", "?period=all_time", "Od początku")]
    [InlineData("en", "?period=last_7_days", "Too few")]
    public async Task Report_OfHardlyAnything_IsWhole(string language, string query, string says)
    {
        await using var vendor =
            await VendorSimulator.StartAsync(
                [new ConversationBuilder("conv_only").At("2026-11-09T10:00:00Z").Outcome("failure").Criterion("polite", "failure")
                    .Rated(1)]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");

        var paper = await PrintAsync(server, query, language);

        Assert.Contains(says, paper.Text, StringComparison.Ordinal);
        AssertWhole(paper, language);
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("en")]
    public async Task Report_ManyCriteriaAndLongNames_FitsOnThreePagesWithHeadsRepeated(string language)
    {
        var longName = string.Concat(Enumerable.Repeat("Bardzo długa nazwa ", 11))[..200];
        var conversations = Enumerable.Range(0, 40).Select(index =>
        {
            var one = new ConversationBuilder($"conv_{index}", index % 2 == 0 ? "agent_one" : "agent_two")
                .At($"2026-{(index % 4 < 2 ? "10" : "09")}-{index % 28 + 1:00}T10:00:00Z")
                .Outcome(index % 3 == 0 ? "failure" : "success").Titled($"{longName} {index}", longName);
            for (var criterion = 0; criterion < 60; criterion++)
                one.Criterion($"criterion_{criterion:00}_{longName[..100].Replace(' ', '_')}",
                    (index + criterion) % 4 == 0 ? "failure" : "success");
            return one.Build();
        }).ToArray();
        await using var vendor = await VendorSimulator.StartAsync(conversations);
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Agents = ["agent_one", "agent_two"] });
        await server.SyncAsync();

        var paper = await PrintAsync(server, "?month=2026-10", language);

        var head = language == "pl" ? "Kryterium Agent" : "Criterion Agent";
        var withRows = paper.Texts.Where(page => page.Contains("Criterion ", StringComparison.Ordinal)
            && page.Split('\n').Count(line => line.StartsWith("Criterion ", StringComparison.Ordinal)) > 3).ToList();
        Assert.InRange(withRows.Count, 2, 3);
        Assert.All(withRows, page => Assert.Contains(page.Split('\n'), line => line.StartsWith(head, StringComparison.Ordinal)));
        AssertWhole(paper, language);
    }

    private async Task<Paper> PrintAsync(VoicebotServer server, string query, string language)
    {
        Paper.RequireOrSkip();
        await Page.AddInitScriptAsync($"localStorage.setItem('voicebot.preferences', JSON.stringify({{ language: '{language}' }}));");
        await OpenAsync(server, query);
        await Expect(TestId("verdict-ranges")).Not.ToBeEmptyAsync();
        return await Paper.ReadAsync(await Page.PdfAsync(new() { Format = "A4", PrintBackground = true }));
    }

    /// <summary>One to three numbered A4 pages with head and foot, all words within the margins, none on another.</summary>
    private static void AssertWhole(Paper paper, string language)
    {
        const double Margin = 28; // points, a good 10 mm
        Assert.InRange(paper.Texts.Count, 1, 3);
        for (var page = 0; page < paper.Texts.Count; page++)
        {
            Assert.StartsWith(language == "pl" ? "Raport voicebotów" : "Voicebot report", paper.Texts[page].TrimStart(),
                StringComparison.Ordinal);
            Assert.Contains(language == "pl" ? $"Strona {page + 1} z {paper.Texts.Count}" : $"Page {page + 1} of {paper.Texts.Count}",
                paper.Texts[page], StringComparison.Ordinal);
            Assert.InRange(paper.Pages[page].Width * 72.0 / GreyPage.Dpi, 594.5, 596.5);
            Assert.InRange(paper.Pages[page].Height * 72.0 / GreyPage.Dpi, 841, 843.5);
            Assert.All(paper.Words[page], word => Assert.True(
                word.Left > Margin && word.Top > Margin && word.Right < 595 - Margin && word.Bottom < 842 - Margin,
                $"page {page + 1}: {word} stands in the margin"));
            Assert.DoesNotContain(paper.Words[page]
                .SelectMany((word, index) => paper.Words[page].Skip(index + 1).Where(other => word.Covers(other) > 0.3)
                    .Select(other => $"{word} and {other}")), _ => true);
        }
    }

    /// <summary>A rate from its counts, as it is rounded only once; null for another figure.</summary>
    private static double? Rated(JsonElement kpis, string name)
    {
        double? Share(string part) => kpis.Whole("finished_count") is var all and > 0 ? 100.0 * kpis.Whole(part) / all : null;
        return name switch
        {
            "conversion_rate" => Share("successful_count"),
            "transfer_rate" => Share("transfer_count"),
            "dropout_rate" => Share("dropout_count"),
            "connection_rate" => Share("done_calls"),
            "error_rate" => Share("technical_errors"),
            "criteria_pass_rate" => ShareMet(kpis.GetProperty("criteria_stats")),
            _ => null,
        };
    }

    private static double? ShareMet(JsonElement criteria)
    {
        var (pass, fail) = (criteria.EnumerateArray().Sum(one => one.Whole("pass")),
            criteria.EnumerateArray().Sum(one => one.Whole("fail")));
        return pass + fail > 0 ? 100.0 * pass / (pass + fail) : null;
    }
}
