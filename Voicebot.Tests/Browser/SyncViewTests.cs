using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Fetching data from the page, and following it.</summary>
[Collection(ThirdBrowserCollection.Name)]
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
        await Expect(Page.GetByText("Nie było jeszcze synchronizacji")).ToBeVisibleAsync();

        await TestId("sync-other").ClickAsync();
        await TestId("sync-start").FillAsync("2.10.2026");
        await TestId("sync-end").FillAsync("6 paź");
        await TestId("fetch-data").ClickAsync();

        await Expect(Page.GetByText("Rozpoczęto synchronizację 2 agentów.")).ToBeVisibleAsync();
        await Expect(TestId("live-run")).ToHaveCountAsync(2);
        await Expect(TestId("live-run").GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(2);
        await Expect(TestId("sync-end")).ToHaveValueAsync("06.10.2026");
        await Expect(Page.Locator(".running-chip")).ToBeVisibleAsync();

        held.SetResult();
        await Expect(RowsOf("completed")).ToHaveCountAsync(2);
        await Expect(Page.Locator(".running-chip")).ToBeHiddenAsync();
        await AssertRowsOfTheApiAsync(server);
        var runs = await server.GetJsonAsync("api/sync-logs");
        Assert.Equal(["2026-10-02", "2026-10-02"], runs.Texts("period_from"));
        Assert.Equal(["2026-10-06", "2026-10-06"], runs.Texts("period_to"));
        await Expect(RowsOf("completed").First.Locator("td").Nth(3)).ToHaveTextAsync("2–6 października");
        await Expect(TestId("live-run")).ToHaveCountAsync(0);
        await Expect(TestId("agent-fresh")).ToHaveCountAsync(2);
        await Expect(TestId("agent-fresh").First).ToContainTextAsync("Dane z ");
        await TestId("tab-dashboard").ClickAsync();
        await PickMonthAsync("2026-10");
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

        await TestId("live-run").GetByRole(AriaRole.Button, new() { Name = "Zatrzymaj" }).ClickAsync();
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

        await TestId("sync-other").ClickAsync();
        await TestId("fetch-phones").ClickAsync();

        await Expect(Page.GetByText("Odczytujemy ponownie 1 rozmowę.")).ToBeVisibleAsync();
        await Expect(RowsOf("completed")).ToHaveCountAsync(2);
        await Expect(RowsOf("completed").First.Locator("td").Nth(0)).ToHaveTextAsync("numery telefonów");
        await AssertRowsOfTheApiAsync(server);
    }

    [Fact]
    public async Task Fetch_EndBeforeStart_MarksTheField()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        Errors.Expect("/api/sync");
        await OpenAsync(server, "?view=sync");
        await TestId("sync-other").ClickAsync();
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

        await TestId("sync-now").ClickAsync();

        await Expect(RowsOf("failed")).ToContainTextAsync("nieudana: klucz odrzucony");
        await RowsOf("failed").Locator("summary").ClickAsync();
        await Expect(RowsOf("failed").Locator(".run-why")).ToContainTextAsync("ElevenLabs odrzucił klucz API.");
        var codes = await TestId("obstacle").EvaluateAllAsync<string[]>("all => all.map(obstacle => obstacle.dataset.code)");
        Assert.Equal(["elevenlabs_key_refused", "data_stale"], codes); // worst first; the agent has never been read
        await Expect(TestId("obstacle").First.GetByRole(AriaRole.Link, new() { Name = "Sprawdź klucz" })).ToBeVisibleAsync();
        await Expect(RowsOf("failed").GetByRole(AriaRole.Button, new() { Name = "Ponów" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Day_ThatIsNone_IsMarkedAndNothingStarts()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await OpenAsync(server, "?view=sync");
        await TestId("sync-other").ClickAsync();
        await TestId("sync-start").FillAsync("10/31/2026"); // the month first is no day here

        await TestId("fetch-data").ClickAsync();

        await Expect(Page.Locator(".field-error:visible")).ToHaveTextAsync("Wpisz dzień, na przykład 10.11.2026.");
        await Expect(TestId("sync-start")).ToBeFocusedAsync();
        Assert.Equal(0, (await server.GetJsonAsync("api/sync-logs")).GetArrayLength());
    }

    [Fact]
    public async Task Calendar_ByKeyboard_PicksADay()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await OpenAsync(server, "?view=sync");
        await TestId("sync-other").ClickAsync();
        await TestId("sync-start").FillAsync("10.11.2026");

        await TestId("sync-start").PressAsync("Alt+ArrowDown");
        var calendar = Page.GetByRole(AriaRole.Dialog, new() { Name = "Kalendarz" });
        await Expect(calendar.GetByRole(AriaRole.Columnheader).First).ToHaveTextAsync("pon.");
        await Expect(calendar.Locator("[data-day='2026-11-10']")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("Home");
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(calendar).ToBeHiddenAsync();
        await Expect(TestId("sync-start")).ToHaveValueAsync("01.11.2026");
    }

    [Fact]
    public async Task Nights_OfAMonth_ShowTheWorstOfEachAndOpenItsRuns()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor, BothAgents);
        await Page.RouteAsync("**/api/sync-logs?*",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = NightsJson }));
        await OpenAsync(server, "?view=sync");

        await Expect(Page.Locator("[data-testid=night][data-day='2026-11-09']")).ToHaveAttributeAsync("data-state", "failed");
        await Expect(Page.Locator("[data-testid=night][data-day='2026-11-08']")).ToHaveAttributeAsync("data-state", "good");
        await Page.GetByRole(AriaRole.Button, new() { Name = "9 listopada 2026: nieudana" }).ClickAsync();

        await Expect(TestId("sync-row")).ToHaveCountAsync(2);
        await TestId("history-day").ClickAsync();
        await Expect(TestId("sync-row")).ToHaveCountAsync(3);
    }

    private static string NightsJson =>
        $"[{Night(3, "09", "failed", "agent_two")},{Night(2, "09", "completed", "agent_one")},{Night(1, "08", "completed", "agent_one")}]";

    private static string Night(int id, string day, string status, string agent) =>
        $$"""
        {"id":{{id}},"agent_id":"{{agent}}","agent_name":"{{agent}}","sync_type":"scheduled","status":"{{status}}","phase":"done",
         "requested_at":"2026-11-{{day}}T02:00:00+00:00",
         "started_at":"2026-11-{{day}}T02:00:00+00:00","finished_at":"2026-11-{{day}}T02:00:04+00:00","conversations_fetched":0,
          "new_count":0,"updated_count":0,"details_total":0,
         "details_fetched":0,"details_failed":0,"details_per_sec":null,"secs_left":null,"error_code":null,"error_message":null,
          "period_from":"2026-11-01","period_to":"2026-11-{{day}}"}
        """;

    private ILocator RowsOf(string status) => Page.Locator($"[data-testid=sync-row][data-status={status}]");

    private async Task AssertRowsOfTheApiAsync(VoicebotServer server)
    {
        var runs = (await server.GetJsonAsync("api/sync-logs")).EnumerateArray().ToList();
        await Expect(TestId("sync-row")).ToHaveCountAsync(runs.Count);
        var rows = await TestId("sync-row").EvaluateAllAsync<string[]>(
            "rows => rows.map(row => [row.dataset.status, row.cells[2].innerText, row.cells[5].innerText, "
            + "row.cells[6].innerText].join(' '))");
        Assert.Equal(
            runs.Select(run => $"{run.Text("status")} {run.Text("agent_name")} {run.Whole("new_count")} {run.Whole("updated_count")}"),
            rows.Select(PolishText.Plain));
    }
}
