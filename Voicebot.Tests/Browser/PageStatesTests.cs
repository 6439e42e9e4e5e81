using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Empty, stale and failed states say what happened and offer one action.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class PageStatesTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private ILocator Notice => Page.Locator(".notice:visible");

    [Fact]
    public async Task Dashboard_EmptyPeriod_LeadsToTheNewestMonthWithData()
    {
        await OpenAsync(demo.Server, "?month=2020-01");
        await Expect(Notice).ToContainTextAsync("Brak rozmów w tym okresie");
        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToHaveTextAsync(PolishText.None);
        await Expect(TestId("chart-lead")).ToContainTextAsync("Brak danych w tym okresie.");

        await Notice.GetByRole(AriaRole.Button, new() { Name = "Pokaż listopad 2026" }).ClickAsync();

        await ExpectQueryAsync("month", "2026-11");
        await Expect(Notice).ToHaveCountAsync(0);
        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToContainTextAsync("%");
    }

    [Theory]
    [InlineData("conversations", "Brak rozmów w tym okresie")]
    [InlineData("criteria", "Brak kryteriów oceny w tym okresie")]
    public async Task View_EmptyPeriod_SaysSo(string view, string text)
    {
        await OpenAsync(demo.Server, $"?view={view}&month=2020-01");
        await Expect(Notice).ToContainTextAsync(text);
    }

    [Fact]
    public async Task Dashboard_WithoutAnyConversation_LeadsToTheFirstFetch()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await OpenAsync(server);
        await Expect(Notice).ToContainTextAsync("Nie ma jeszcze rozmów");
        await Expect(TestId("refresh")).ToContainTextAsync("Nie pobrano jeszcze danych");

        await Notice.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(TestId("sync-now")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_ScriptThatDoesNotCome_SaysSoInBothLanguagesAndLoadsAgain()
    {
        Errors.Expect(PageBundle.Script);
        await Page.RouteAsync("**/" + PageBundle.Script, route => route.AbortAsync());
        await OpenAsync(demo.Server, "?month=2026-11");
        await Expect(Page.GetByText("The page did not load completely.")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Strona nie wczytała się w całości.")).ToBeVisibleAsync();

        await Page.UnrouteAllAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "wczytaj ją ponownie" }).ClickAsync();

        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await ExpectQueryAsync("month", "2026-11");
    }

    [Fact]
    public async Task Page_ServerStopped_SaysSoAndKeepsTheButton()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await OpenAsync(server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        Errors.Expect(server.Http.BaseAddress!.Authority);
        await server.StopAsync();

        await TestId("refresh").ClickAsync();
        await Expect(Page.Locator(".toast")).ToContainTextAsync("Nie można połączyć się z serwerem.");

        await PickMonthAsync("2026-09");
        await Expect(Notice).ToContainTextAsync("Nie można połączyć się z serwerem.");
        await Expect(Notice).ToContainTextAsync("Nie udało się wczytać wskaźników");
        await Expect(Notice).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Ta strona spróbuje sama za [1-8]\\s+s"));
        await Expect(Notice.Locator(".notice-technical")).ToHaveTextAsync(
            new System.Text.RegularExpressions.Regex(@"^GET /api/kpis, brak odpowiedzi, \d\d:\d\d:\d\d$"));
        await Notice.GetByRole(AriaRole.Button, new() { Name = "Spróbuj teraz" }).ClickAsync();
        await Expect(Notice).ToContainTextAsync("Nie można połączyć się z serwerem.");
        await Expect(Page.Locator(".kpis")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("dashboard", "kpis", ".kpi-value")]
    [InlineData("conversations", "conversations", "[data-testid=conversation-row]")]
    [InlineData("criteria", "kpis", "[data-testid=criterion-row]")]
    [InlineData("sync", "sync-logs", "[data-testid=sync-row]")]
    [InlineData("archives", "archives", "[data-testid=archive-row]")]
    [InlineData("dashboard", "settings", ".kpi-value")]
    public async Task TryNow_AfterAnErrorOfTheProgram_ShowsTheData(string view, string path, string content)
    {
        Errors.Expect("/api/" + path);
        await Page.RouteAsync("**/api/" + path + "*", route => route.FulfillAsync(new()
        {
            Status = 500,
            ContentType = "application/problem+json",
            Body = """{"status":500,"code":"internal_error"}""",
        }));
        await OpenAsync(demo.Server, $"?view={view}&month=2026-10");
        await Expect(Notice).ToContainTextAsync("Błąd programu.");
        await Expect(Notice).Not.ToContainTextAsync("spróbuje sama");
        await Page.UnrouteAllAsync();

        await Notice.GetByRole(AriaRole.Button, new() { NameRegex = new("Spróbuj (teraz|ponownie)") }).ClickAsync();

        await Expect(Page.Locator(content).First).ToBeVisibleAsync();
        await Expect(Notice).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("dashboard", "kpis", ".kpi-value")]
    [InlineData("dashboard", "breakdowns", "[data-testid=chart-durations] .histogram-bar")]
    [InlineData("conversations", "conversations", "[data-testid=conversation-row]")]
    [InlineData("criteria", "kpis", "[data-testid=criterion-row]")]
    [InlineData("archives", "archives", "[data-testid=archive-row]")]
    public async Task ServerThatIsBack_IsNoticedByThePageItself(string view, string path, string content)
    {
        Errors.Expect("/api/" + path);
        await Page.RouteAsync("**/api/" + path + "*", route => route.AbortAsync());
        await OpenAsync(demo.Server, $"?view={view}&month=2026-10");
        await Expect(Notice).ToContainTextAsync("Nie można połączyć się z serwerem.");

        await Page.UnrouteAllAsync();

        await Expect(Page.Locator(content).First).ToBeVisibleAsync();
        await Expect(Notice).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Charts_WithoutTheirLibrary_ShowTheirTables()
    {
        Errors.Expect(PageBundle.ChartLibrary);
        await Page.RouteAsync("**/" + PageBundle.ChartLibrary, route => route.AbortAsync());
        await OpenAsync(demo.Server, "?month=2026-10");

        await Expect(Notice).ToContainTextAsync("Wykresy są niedostępne");
        await Expect(TestId("chart-lead").Locator("tbody tr")).ToHaveCountAsync(31);
        await Expect(Page.Locator("canvas:visible")).ToHaveCountAsync(0);
        await Expect(TestId("chart-durations").Locator(".histogram-bar").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Details_ThatCouldNotBeRead_AreCountedAndReadAgainByOneClick()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        vendor.OnDetail("conv_in", Enumerable.Repeat(VendorFaults.Status(500), 4).ToArray());
        await server.SyncAsync("2026-10-01", "2026-10-31");
        await OpenAsync(server, "?month=2026-10");
        await Expect(TestId("partial-banner")).ToContainTextAsync("1 z 6 rozmów nie ma szczegółów");

        vendor.Requests.Clear();
        await TestId("partial-banner").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(TestId("partial-banner")).ToHaveCountAsync(0);
        await Eventually.True(() => vendor.DetailRequests.Contains("conv_in"), "the details asked for again");
    }

    [Fact]
    public async Task Data_OlderThanADay_AreCalledStale()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, Clock = clock });
        await server.SyncAsync();
        clock.Advance(TimeSpan.FromHours(25));
        await OpenAsync(server);
        await Expect(TestId("refresh")).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("10.11.2026, 12:00"));
        await Expect(TestId("stale-banner")).ToHaveCountAsync(0);

        clock.Advance(TimeSpan.FromHours(2));
        await OpenAsync(server);
        await TestId("stale-banner").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(TestId("sync-now")).ToBeVisibleAsync();
    }
}
