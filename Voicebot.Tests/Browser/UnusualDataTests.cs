using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Too few, too long, nothing known, nothing yet: each is said, and nothing of it breaks the page in any width.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class UnusualDataTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    private static readonly int[] Widths = [1440, 1280, 360];

    [Theory]
    [InlineData("dashboard", "Nie ma jeszcze rozmów")]
    [InlineData("conversations", "Brak rozmów")]
    [InlineData("criteria", "Brak kryteriów oceny")]
    [InlineData("sync", "Historia synchronizacji")]
    [InlineData("archives", "Nie ma jeszcze archiwów")]
    public async Task NothingAtAll_IsSaidInEveryView(string view, string said)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        await OpenAsync(server, "?view=" + view);

        await Expect(Page.Locator("main")).ToContainTextAsync(said);
        await Expect(Page.Locator(".notice-error")).ToHaveCountAsync(0);
        await ExpectToFitAsync("nothing-" + view);
    }

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
        await ExpectToFitAsync("one-conversation");
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
        await ExpectToFitAsync("unknown-dashboard");

        await OpenAsync(server, "?view=criteria");
        await Expect(TestId("criterion-row")).ToContainTextAsync(PolishText.None);
        await Expect(TestId("criterion-row")).Not.ToContainTextAsync("0,0%");
        await ExpectToFitAsync("unknown-criteria");
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
        await ExpectToFitAsync("future" + view.Replace("&view=", "-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AgentsWithNamesOfTwoHundredSigns_FitThePageAndNarrowIt()
    {
        string[] ids = [.. Enumerable.Range(0, 20).Select(number => $"agent_{number}")];
        await using var vendor = await VendorSimulator.StartAsync(
            [.. ids.Select(id => new ConversationBuilder("conv_of_" + id, id).At("2026-11-02T10:00:00Z").Talks(1).Build())]);
        await using var server = await VoicebotServer.StartAsync(vendor, ids);
        await server.SaveSettingsAsync(new { agents = ids.Select(id => new { id, name = (id + " ").PadRight(200, 'w') }) });
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await OpenAsync(server);

        await Expect(TestId("agent-row")).ToHaveCountAsync(20);
        await ExpectToFitAsync("long-names");
        await TestId("agent-picker").ClickAsync();
        await Page.Locator("[data-testid=agent-choice][value=agent_9]").CheckAsync();
        await ExpectQueryAsync("agent", "agent_9");
        await ExpectToFitAsync("long-names-one");
    }

    [Fact]
    public async Task TenThousandAgents_AreSearchedInsteadOfScrolled()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.Agents =
            [.. Enumerable.Range(0, 10_000).Select(number => ($"agent_{number:00000}", $"Voicebot {number:00000} ".PadRight(200, 'w')))];
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, Agents = [] });
        await OpenAsync(server);
        await TestId("wizard-key").FillAsync(VendorSimulator.Key);
        await TestId("wizard-key").PressAsync("Enter");

        await Expect(TestId("agents-left")).ToHaveTextAsync(
            $"Widać 200 z {PolishText.Count(10_000)} agentów. Resztę znajdziesz, wpisując część nazwy.");
        await Expect(TestId("agent-tick")).ToHaveCountAsync(200);
        await ExpectToFitAsync("agents-10000");

        await TestId("agents-search").FillAsync("09999");
        await Expect(TestId("agent-tick")).ToHaveCountAsync(1);
        await Expect(TestId("agents-left")).ToBeEmptyAsync();
        await TestId("agents-search").FillAsync("nobody");
        await Expect(TestId("agents-left")).ToContainTextAsync("Żaden agent");
        await ExpectToFitAsync("agents-none-found");
    }

    /// <summary>Names from right to left stand by themselves: what is beside them keeps its order.</summary>
    [Fact]
    public async Task SixtyCriteriaFromRightToLeft_FitTheirViews()
    {
        const string Arabic = "\u062a\u0642\u064a\u064a\u0645 \u0627\u0644\u0645\u0643\u0627\u0644\u0645\u0629";
        await using var vendor = await VendorSimulator.StartAsync([
            .. Enumerable.Range(0, 40).Select(number => Enumerable.Range(0, 60).Aggregate(
                new ConversationBuilder($"conv_{number:00}").At("2026-11-02T10:00:00Z").Outcome("success").Talks(2),
                (built, at) => built.Criterion($"criterion_{at:00}", (number + at) % 5 == 0 ? "failure" : "success")).Build()),
        ]);
        vendor.Agents = [("agent_one", Arabic)];
        vendor.Criteria["agent_one"] = [.. Enumerable.Range(0, 60).Select(at => ($"criterion_{at:00}", $"{Arabic} ({at:00})"))];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await Eventually.True(async () => (await server.GetJsonAsync("api/kpis")).GetProperty("criteria_stats").EnumerateArray()
            .All(one => one.Text("display_name") is not null), "the names of the criteria");

        await OpenAsync(server);
        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToContainTextAsync("%");
        await ExpectToFitAsync("criteria-60-dashboard");
        await OpenAsync(server, "?view=criteria");
        await Expect(TestId("criterion-row")).ToHaveCountAsync(60);
        await Expect(TestId("criterion-row").First.Locator("bdi").First).ToContainTextAsync(Arabic);
        await ExpectToFitAsync("criteria-60");
        await OpenAsync(server, "?conversation=conv_05");
        await Expect(TestId("conversation-drawer")).ToContainTextAsync(Arabic);
        await ExpectToFitAsync("criteria-60-conversation");
    }

    /// <summary>No sideways scroll in any width. With a name, the state is drawn for people who ask for images.</summary>
    private async Task ExpectToFitAsync(string? name = null)
    {
        foreach (var width in Widths)
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Eventually.True(async () => width == await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"),
                $"a page as wide as {width}");
            if (name is not null && ImageFolder.Asked is { } folder)
                await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "unusual", $"{name}-{width}.png"), FullPage = true });
        }
        await Page.SetViewportSizeAsync(1280, 900);
    }
}
