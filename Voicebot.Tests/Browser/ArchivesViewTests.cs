using System.Security.Cryptography;
using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Archiving a month from the page, and fetching its files.</summary>
public sealed class ArchivesViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Archive_ClickedTwice_KeepsOneFilePerAgent()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await OpenAsync(server, "?view=archives");
        await Expect(Page.GetByText("Nie ma jeszcze archiwów")).ToBeVisibleAsync();
        await Expect(TestId("archive-month-picker")).ToHaveValueAsync("2026-10"); // the month before the current one

        await TestId("archive-month").ClickAsync();
        await Expect(Page.Locator(".notice-info")).ToHaveTextAsync("październik 2026: zarchiwizowano 2 pliki.");
        await AssertRowsOfTheApiAsync(server, 2);

        await TestId("archive-month").ClickAsync();
        await TestId("archive-again").First.ClickAsync();
        await Expect(Page.Locator(".notice-info")).ToHaveTextAsync("październik 2026: zarchiwizowano 2 pliki.");
        await TestId("archive-month-picker").SelectOptionAsync("2026-09");
        await TestId("archive-month").ClickAsync();
        await Expect(Page.Locator(".notice-info")).ToHaveTextAsync("wrzesień 2026: zarchiwizowano 1 plik.");
        await AssertRowsOfTheApiAsync(server, 3);
    }

    [Fact]
    public async Task Download_OfARow_IsTheFileOfItsChecksum()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await (await server.Http.PostAsync("api/archive?month=2026-10", null)).JsonAsync();
        var archive = (await server.GetJsonAsync("api/archives"))[0];
        await OpenAsync(server, "?view=archives");

        var row = TestId("archive-row").Filter(new() { HasText = archive.Text("agent_name") });
        var download = await Page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link).ClickAsync());

        Assert.Equal($"{archive.Text("agent_name")}, październik 2026.csv", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal(archive.Text("sha256"), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(archive.Whole("size_bytes"), bytes.Length);
        await Expect(row.Locator("code")).ToHaveAttributeAsync("title", archive.Text("sha256")!);

        await Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await row.GetByLabel("Kopiuj sumę kontrolną SHA-256").ClickAsync();
        await Expect(Page.GetByText("Skopiowano sumę kontrolną")).ToBeVisibleAsync();
        Assert.Equal(archive.Text("sha256"), await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Archive_MonthWithoutConversations_SaysSo()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        Errors.Expect("/api/archive?month=2026-10");
        await OpenAsync(server, "?view=archives");

        await TestId("archive-month").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "W tym okresie nie ma rozmów." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Report_OfAMonth_IsPrintedFromItsDashboard()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await Page.AddInitScriptAsync("window.print = () => { window.printed = location.search; };");
        await OpenAsync(server, "?view=archives");
        await TestId("archive-month-picker").SelectOptionAsync("2026-09");

        await TestId("month-report").ClickAsync();

        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Eventually.True(async () => await Page.EvaluateAsync<string?>("() => window.printed") == "?month=2026-09",
            "the report of September");
    }

    private async Task AssertRowsOfTheApiAsync(VoicebotServer server, int count)
    {
        var archives = (await server.GetJsonAsync("api/archives")).EnumerateArray().ToList();
        Assert.Equal(count, archives.Count);
        await Expect(TestId("archive-row")).ToHaveCountAsync(count);
        static string Month(string? month) => month == "2026-10" ? "październik 2026" : "wrzesień 2026";
        Assert.Equal(archives.Select(one => $"{one.Text("agent_name")}, {Month(one.Text("month"))}.csv"),
            await TestId("archive-row").GetByRole(AriaRole.Link).AllInnerTextsAsync());
        Assert.Equal(
            archives.Select(one => PolishText.Count(one.Whole("records_count"))),
            await TestId("archive-row").EvaluateAllAsync<string[]>("rows => rows.map(row => row.cells[2].innerText)"));
    }
}
