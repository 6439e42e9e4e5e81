using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Too few, too long, nothing known, nothing yet: each is said, and nothing of it breaks the page in any width.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class UnusualDataTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private static readonly int[] Widths = [1440, 1280, 360];

    [Fact]
    public async Task OneConversation_IsShownWithoutAJudgement()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_only").At("2026-11-02T10:00:00Z").Outcome("success").Talks(3));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await OpenAsync(server);

        await Expect(TestId("verdict")).ToContainTextAsync("Za mało rozmów, by ocenić listopad: jest 1, potrzeba 30.");
        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToHaveTextAsync("1 z 1");
        await Expect(Page.Locator(".verdict-better, .verdict-worse, .kpi-delta")).ToHaveCountAsync(0);
        await ExpectToFitAsync();
    }

    [Fact]
    public async Task ConversationsOfWhichNothingIsKnown_AreNoFailures()
    {
        await using var vendor = await VendorSimulator.StartAsync([
            .. Enumerable.Range(0, 40).Select(number => new ConversationBuilder($"conv_{number:00}").At("2026-11-02T10:00:00Z")
                .Outcome("unknown").Criterion("polite", "unknown").Build()),
        ]);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await OpenAsync(server);

        await Expect(TestId("kpi-conversion").Locator(".lead-outcome-unknown a")).ToHaveTextAsync("40");
        await Expect(TestId("kpi-conversion").Locator(".lead-outcome-failure")).Not.ToContainTextAsync("4");
        await ExpectToFitAsync();

        await OpenAsync(server, "?view=criteria");
        await Expect(TestId("criterion-row")).ToContainTextAsync(PolishText.None);
        await Expect(TestId("criterion-row")).Not.ToContainTextAsync("0,0%");
        await ExpectToFitAsync();
    }

    [Theory]
    [InlineData("", "W styczniu 2027 nie było jeszcze rozmów.")]
    [InlineData("&view=conversations", "Brak rozmów")]
    [InlineData("&view=criteria", "Brak kryteriów oceny")]
    public async Task PeriodInTheFuture_SaysThatThereIsNothingYet(string view, string said)
    {
        await OpenAsync(demo.Server, "?from=2027-01-01&to=2027-01-31" + view);

        await Expect(Page.Locator("main")).ToContainTextAsync(said);
        await Expect(Page.Locator(".notice-error")).ToHaveCountAsync(0);
        await Expect(TestId("export-xlsx")).ToHaveAttributeAsync("aria-disabled", "true");
        await ExpectToFitAsync();
    }

    [Fact]
    public async Task AgentsWithNamesOfTwoHundredSigns_FitThePageAndNarrowIt()
    {
        string[] ids = [.. Enumerable.Range(0, 10).Select(number => $"agent_{number}")];
        await using var vendor = await VendorSimulator.StartAsync(
            [.. ids.Select(id => new ConversationBuilder("conv_of_" + id, id).At("2026-11-02T10:00:00Z").Talks(1).Build())]);
        await using var server = await VoicebotServer.StartAsync(vendor, ids);
        await server.SaveSettingsAsync(new { agents = ids.Select(id => new { id, name = (id + " ").PadRight(200, 'w') }) });
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await OpenAsync(server);

        await Expect(TestId("agent-row")).ToHaveCountAsync(10);
        await ExpectToFitAsync();
        await TestId("agent-picker").ClickAsync();
        await Page.Locator("[data-testid=agent-choice][value=agent_9]").CheckAsync();
        await ExpectQueryAsync("agent", "agent_9");
        await ExpectToFitAsync();
    }

    /// <summary>No sideways scroll in any width.</summary>
    private async Task ExpectToFitAsync()
    {
        foreach (var width in Widths)
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Eventually.True(async () => width == await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"),
                $"a page as wide as {width}");
        }
        await Page.SetViewportSizeAsync(1280, 900);
    }
}
