using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Fetching data from the page, and following it.</summary>
public sealed class SyncViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    private static readonly string[] BothAgents = ["agent_one", "agent_two"];

    [Fact]
    public async Task Fetch_WithDays_ShowsTheRunsToTheirEnd()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor, BothAgents);
        var held = new TaskCompletionSource();
        vendor.OnEveryDetail(VendorFaults.Held(held.Task));
        await OpenAsync(server, "?view=sync");
        await Expect(Page.GetByText("Niczego jeszcze nie pobrano")).ToBeVisibleAsync();

        await TestId("sync-start").FillAsync("2026-10-02");
        await TestId("sync-end").FillAsync("2026-10-06");
        await TestId("fetch-data").ClickAsync();

        await Expect(Page.GetByText("Rozpoczęto pobieranie dla 2 agentów.")).ToBeVisibleAsync();
        await Expect(RowsOf("running")).ToHaveCountAsync(2);
        await Expect(RowsOf("running").GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(2);
        await Expect(Page.Locator(".running-chip")).ToBeVisibleAsync();

        held.SetResult();
        await Expect(RowsOf("completed")).ToHaveCountAsync(2);
        await Expect(Page.Locator(".running-chip")).ToBeHiddenAsync();
        await AssertRowsOfTheApiAsync(server);
        var runs = await server.GetJsonAsync("api/sync-logs");
        Assert.Equal(["2026-10-02", "2026-10-02"], runs.Texts("period_from"));
        Assert.Equal(["2026-10-06", "2026-10-06"], runs.Texts("period_to"));
        await Expect(RowsOf("completed").First.Locator("td").Nth(2)).ToHaveTextAsync("02.10.2026 – 06.10.2026");
        await TestId("tab-dashboard").ClickAsync();
        await TestId("month-picker").SelectOptionAsync("2026-10");
        await Expect(TestId("kpi-direction").Locator(".kpi-n")).ToHaveTextAsync("n = 5 rozmów");
    }

    [Fact]
    public async Task Cancel_OfARunningOne_EndsItAndRetryFinishesIt()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor);
        var never = new TaskCompletionSource();
        vendor.OnEveryDetail(VendorFaults.Held(never.Task));
        await server.StartSyncAsync("2026-10-01", "2026-10-31");
        await OpenAsync(server, "?view=sync");

        await RowsOf("running").GetByRole(AriaRole.Button, new() { Name = "Anuluj" }).ClickAsync();
        await Expect(RowsOf("cancelled")).ToHaveCountAsync(1);

        vendor.OnEveryDetail(null);
        await RowsOf("cancelled").GetByRole(AriaRole.Button, new() { Name = "Ponów" }).ClickAsync();
        await Expect(RowsOf("completed")).ToHaveCountAsync(1);
        await AssertRowsOfTheApiAsync(server);
    }

    [Fact]
    public async Task FetchPhones_WithACallWithoutNumbers_SaysHowManyAndRuns()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(new ConversationBuilder("conv_silent").At("2026-10-05T10:00:00Z").Telephone("inbound"));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await OpenAsync(server, "?view=sync");

        await TestId("fetch-phones").ClickAsync();

        await Expect(Page.GetByText("1 rozmowa jest odczytywana ponownie.")).ToBeVisibleAsync();
        await Expect(RowsOf("completed")).ToHaveCountAsync(2);
        await Expect(RowsOf("completed").First.Locator("td").Nth(1)).ToHaveTextAsync("Numery telefonów");
        await AssertRowsOfTheApiAsync(server);
    }

    [Fact]
    public async Task Fetch_EndBeforeStart_MarksTheField()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        Errors.Expect("/api/sync");
        await OpenAsync(server, "?view=sync");
        await TestId("sync-start").FillAsync("2026-10-31");
        await TestId("sync-end").FillAsync("2026-10-01");

        await TestId("fetch-data").ClickAsync();

        await Expect(Page.Locator(".field-error:visible")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".sync-form [aria-invalid=true]")).ToBeFocusedAsync();
        Assert.Equal(0, (await server.GetJsonAsync("api/sync-logs")).GetArrayLength());
    }

    [Fact]
    public async Task Fetch_KeyRefused_SaysWhatToDo()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        vendor.ApiKey = "sk_another";
        await OpenAsync(server, "?view=sync");

        await TestId("fetch-data").ClickAsync();

        await Expect(RowsOf("failed")).ToContainTextAsync("ElevenLabs odrzuciło klucz API.");
        await Expect(RowsOf("failed").GetByRole(AriaRole.Button, new() { Name = "Ponów" })).ToBeVisibleAsync();
    }

    private ILocator RowsOf(string status) => Page.Locator($"[data-testid=sync-row][data-status={status}]");

    private async Task AssertRowsOfTheApiAsync(VoicebotServer server)
    {
        var runs = (await server.GetJsonAsync("api/sync-logs")).EnumerateArray().ToList();
        await Expect(TestId("sync-row")).ToHaveCountAsync(runs.Count);
        var rows = await TestId("sync-row").EvaluateAllAsync<string[]>(
            "rows => rows.map(row => [row.dataset.status, row.cells[1].innerText, ...[...row.querySelectorAll('td.numeric')].map(cell => "
                + "cell.innerText)].join(' '))");
        Assert.Equal(
            runs.Select(run =>
                $"{run.Text("status")} {run.Text("agent_name")} {run.Whole("conversations_fetched")} {run.Whole("new_count")} / "
                + $"{run.Whole("updated_count")} {run.Whole("details_fetched")} / {run.Whole("details_total")}"),
            rows.Select(PolishText.Plain));
    }
}
