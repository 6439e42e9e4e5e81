using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// What an analyst comes for, from the page's front to the answer, in few clicks; each answer is the one that the API gives.
/// </summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class AnalystTaskTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private const string Before = "month=2026-09";

    /// <summary>In the running month.</summary>
    private static readonly DateOnly Tuesday = new(2026, 11, 3);

    private CountedHand? counted;

    private CountedHand Hand => counted ??= new CountedHand(Page);
    private ILocator Drawer => TestId("conversation-drawer");

    [Fact]
    public async Task LastMonthAgainstTheMonthBefore_IsReadWithItsMeaningInThreeClicks()
    {
        var (now, before) = (await demo.KpisAsync(), await demo.KpisAsync(Before));
        var change = now.GetProperty("comparison").GetProperty("figures").EnumerateArray()
            .Single(one => one.Text("name") == "conversion_rate");
        var points = change.GetProperty("change").GetDouble();
        await OpenFrontAsync();

        await Hand.ClickAsync(TestId("period-picker"));
        await Hand.ClickAsync(TestId("period-last_month"));

        var verdict = TestId("verdict").Locator(".verdict-lead");
        await Expect(verdict).ToContainTextAsync("Październik");
        await Expect(verdict).ToContainTextAsync(PolishText.Percent(now));
        await Expect(TestId("verdict-ranges")).ToContainTextAsync("1–31 października wobec 1–30 września");
        static double Rate(JsonElement kpis) => 100.0 * kpis.Whole("successful_count") / kpis.Whole("finished_count");
        Assert.Equal(Rate(now) - Rate(before), points, 0.011);
        await Expect(TestId("kpi-conversion").Locator(".kpi-delta")).ToContainTextAsync(PolishText.Change(points, ""));
        // What it means is said in words where it is clear, and that nothing is clear where it isn't.
        Assert.Equal("worse", change.Text("judgement"));
        await Expect(verdict).ToContainTextAsync("wypadł gorzej niż wrzesień");
        await Expect(verdict.Locator(".verdict-worse")).ToContainTextAsync(PolishText.Decimal(Math.Abs(points), 1) + " p.p.");
        await Expect(TestId("kpi-conversion").Locator(".lead-interval:visible")).ToContainTextAsync("95%: od");
        Hand.AssertAtMost(3);
    }

    [Fact]
    public async Task TenWorstConversationsOfACriterion_AreListedInThreeClicks()
    {
        await OpenFrontAsync();

        await Hand.ClickAsync(TestId("tab-criteria"));
        var pick = TestId("criterion-pick").Nth(1);
        await Hand.ClickAsync(pick);
        var row = TestId("criterion-row").Nth(1);
        var (id, agent) = (await row.GetAttributeAsync("data-id"), await row.GetAttributeAsync("data-agent"));
        var heading = TestId("criterion-panel").GetByRole(AriaRole.Heading, new() { Level = 2 });
        await Expect(heading).ToHaveTextAsync(await pick.InnerTextAsync());
        await Hand.ClickAsync(TestId("worst-more"));

        var items = TestId("criterion-panel").Locator(".worst-list li");
        await Expect(items).ToHaveCountAsync(10);
        var failed = await demo.ConversationsAsync($"month=2026-11&agent_id={agent}&criterion={id}:failure&per_page=200");
        Assert.Equal(failed.GetProperty("conversations").GetArrayLength(), failed.Whole("total"));
        static int Failures(JsonElement one) =>
            one.GetProperty("criteria").EnumerateObject().Count(criterion => criterion.Value.GetString() == "failure");
        static long Rating(JsonElement one) => one.GetProperty("rating").ValueKind == JsonValueKind.Null ? 6 : one.Whole("rating");
        var worst = failed.GetProperty("conversations").EnumerateArray().OrderByDescending(Failures).ThenBy(Rating)
            .ThenByDescending(one => one.Whole("start_time_unix")).Take(10).Select(one => one.Text("conversation_id"));
        var shown = await items.Locator("a").EvaluateAllAsync<string[]>(
            "links => links.map(link => new URL(link.href).searchParams.get('conversation'))");
        Assert.Equal(worst, shown);
        Hand.AssertAtMost(3);
    }

    [Fact]
    public async Task ReasonOfAFailedConversation_IsReadInTwoClicks()
    {
        var failed = await demo.ConversationsAsync("month=2026-11&outcome=failure&status=finished");
        await OpenFrontAsync();

        await Hand.ClickAsync(TestId("kpi-conversion").Locator(".lead-outcome-failure a"));
        await ExpectListedAsync(failed.Whole("total"));
        await Hand.ClickAsync(TestId("conversation-row").First.GetByRole(AriaRole.Link));

        await AssertReasonIsShownAsync(failed.Ids()[0]!);
        Hand.AssertAtMost(2);
    }

    [Theory]
    [InlineData("export-more", "export-last-month")]
    [InlineData("tab-archives", "month-workbook")]
    public async Task FileOfLastMonthForExcel_IsSavedInTwoClicks(string first, string second)
    {
        var total = (await demo.ConversationsAsync("month=" + DemoSite.Month)).Whole("total");
        await OpenFrontAsync();

        await Hand.ClickAsync(TestId(first));
        await Expect(TestId(second)).ToBeVisibleAsync();
        var file = await Hand.SaveAsync(TestId(second));

        Assert.Equal("Wszyscy agenci, październik 2026.xlsx", file.SuggestedFilename);
        await using var workbook = await ZipFile.OpenReadAsync(await file.PathAsync());
        using var sheet = new StreamReader(await workbook.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        Assert.Equal(total + 1, Regex.Count(await sheet.ReadToEndAsync(), "<row[ >]"));
        Hand.AssertAtMost(2);
    }

    [Fact]
    public async Task FileOfTheShownMonth_ForExcel_IsOneClickAway()
    {
        var total = (await demo.ConversationsAsync("month=2026-11")).Whole("total");
        await OpenFrontAsync();

        var file = await Hand.SaveAsync(TestId("export-xlsx"));

        await using var workbook = await ZipFile.OpenReadAsync(await file.PathAsync());
        using var sheet = new StreamReader(await workbook.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        Assert.Equal(total + 1, Regex.Count(await sheet.ReadToEndAsync(), "<row[ >]"));
        Hand.AssertAtMost(1);
    }

    [Theory]
    [InlineData("period-picker", "period-last_month", "print")]
    [InlineData("tab-archives", "month-report")]
    public async Task ReportOfLastMonth_IsPrintedInThreeClicks(params string[] clicks)
    {
        await Page.AddInitScriptAsync(
            "window.print = () => { dispatchEvent(new Event('beforeprint')); window.printed = "
            + "[document.title, document.querySelectorAll('.report-sheet').length].join(); dispatchEvent(new Event('afterprint')); };");
        await OpenFrontAsync();

        foreach (var click in clicks)
            await Hand.ClickAsync(TestId(click));

        await Eventually.True(() => Page.EvaluateAsync<bool>("() => window.printed === 'Raport voicebotów, Październik 2026,2'"),
            "the report of October on two sheets");
        Hand.AssertAtMost(3);
    }

    [Fact]
    public async Task WhatWasWrongOnTuesday_IsFoundInFourClicks()
    {
        var day = Tuesday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var query = $"from={day}&to={day}";
        var kpis = await demo.KpisAsync(query + "&compare=previous");
        var breakdowns = await demo.Server.GetJsonAsync("api/breakdowns?" + query);
        await OpenFrontAsync();

        await ClickDayAsync(Tuesday.Day);
        await ExpectQueryAsync("from", day);
        await ExpectQueryAsync("to", day);
        await Expect(TestId("verdict-ranges")).ToContainTextAsync("3 listopada wobec 2 listopada");
        var failures = TestId("kpi-conversion").Locator(".lead-outcome-failure a");
        await Expect(failures).ToHaveTextAsync(PolishText.Count(kpis.Whole("failed_count")));
        // Which tools failed and how conversations ended that day stands on the same page.
        var tools = breakdowns.GetProperty("tools").EnumerateArray().Where(tool => tool.Whole("errors") > 0).ToList();
        Assert.NotEmpty(tools);
        foreach (var tool in tools.Where(tool => tool.Whole("calls") < 10))
        {
            var row = TestId("chart-tools").Locator("li").Filter(new() { HasText = tool.Text("name") });
            await Expect(row).ToContainTextAsync($"{tool.Whole("errors")} z {tool.Whole("calls")}");
        }
        var ends = breakdowns.GetProperty("end_reasons").EnumerateArray().Select(end => PolishText.Count(end.Whole("total"))).ToList();
        await Expect(TestId("chart-endReasons").Locator("a")).ToHaveTextAsync(ends);

        await Hand.ClickAsync(failures);
        await ExpectListedAsync(kpis.Whole("failed_count"));
        var failed = (await demo.ConversationsAsync(query + "&outcome=failure&status=finished")).Ids();
        await ExpectRowsAsync(failed);
        await Hand.ClickAsync(TestId("conversation-row").First.GetByRole(AriaRole.Link));

        await AssertReasonIsShownAsync(failed[0]!);
        Hand.AssertAtMost(4);
    }

    private async Task OpenFrontAsync()
    {
        await OpenAsync(demo.Server);
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
    }

    /// <summary>A click in the middle of a day of the lead chart, once that is drawn.</summary>
    private async Task ClickDayAsync(int day)
    {
        var surface = TestId("lead-surface");
        await Expect(surface).ToHaveAttributeAsync("aria-valuemax", "30");
        var box = (await surface.BoundingBoxAsync())!;
        // The tip under the pointer says which day it is: one looks for it as a person does, without a click.
        for (var x = box.X; x < box.X + box.Width; x += 8)
        {
            await Page.Mouse.MoveAsync(x, box.Y + box.Height - 60);
            if (await surface.GetAttributeAsync("aria-valuenow") != day.ToString(CultureInfo.InvariantCulture))
                continue;
            await Hand.ClickAsync(x, box.Y + box.Height - 60);
            return;
        }
        Assert.Fail($"No day {day} in the chart.");
    }

    /// <summary>How it ended, and each criterion that was not met with the reason that was given.</summary>
    private async Task AssertReasonIsShownAsync(string id)
    {
        var one = await demo.Server.GetJsonAsync("api/conversations/" + id);
        await Expect(Drawer.Locator("#drawer-title")).ToHaveTextAsync(one.Text("call_summary_title")!);
        await Expect(Drawer).ToContainTextAsync(one.Text("termination_reason")!);
        var missed = one.GetProperty("criteria_results").EnumerateArray().Where(result => result.Text("result") == "failure").ToList();
        foreach (var result in missed)
        {
            var shown = Drawer.Locator(".criterion-result").Filter(new() { HasText = result.Text("display_name") });
            await Expect(shown).ToContainTextAsync(result.Text("rationale")!);
        }
        Assert.True(missed.Count > 0 || one.Text("transcript_summary") is not null, "Nothing says why.");
    }
}
