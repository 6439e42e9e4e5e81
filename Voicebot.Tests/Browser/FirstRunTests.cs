using Microsoft.Playwright;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>From an empty data folder to the first figures.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class FirstRunTests(SharedBrowser browser) : BrowserTest(browser)
{
    private ILocator Next => TestId("wizard-next");
    private ILocator Ticks => TestId("agent-tick");
    private ILocator CurrentStep => Page.Locator("[aria-current=step] h2");

    [Fact]
    public async Task Wizard_FromAnEmptyFolder_LeadsToTheDashboard()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, Agents = [] });
        Errors.Expect("/api/settings");
        await OpenAsync(server);
        await Expect(TestId("wizard")).ToBeVisibleAsync();
        await Expect(Page.Locator(".kpis")).ToBeHiddenAsync();

        await Next.ClickAsync();
        await Expect(TestId("wizard")).ToContainTextAsync("Wklej klucz API.");

        await TestId("wizard-key").FillAsync("sk_wrong");
        await Next.ClickAsync();
        await Expect(TestId("wizard")).ToContainTextAsync("ElevenLabs odrzucił klucz API.");
        await Expect(CurrentStep).ToHaveTextAsync("Klucz API");
        Assert.False((await server.GetJsonAsync("api/settings")).GetProperty("api_key_set").GetBoolean());

        await TestId("wizard-key").FillAsync(VendorSimulator.Key);
        await TestId("wizard-key").PressAsync("Enter");
        await Expect(CurrentStep).ToHaveTextAsync("Agenci");
        await Expect(CurrentStep).ToBeFocusedAsync();

        await Expect(Ticks).ToHaveCountAsync(2);
        Assert.All(await Ticks.AllAsync(), tick => Assert.True(tick.IsCheckedAsync().GetAwaiter().GetResult()));
        await Expect(TestId("wizard")).ToContainTextAsync("2 rozmowy od listopada");
        await Expect(TestId("wizard").Locator(".choice").Filter(new() { HasText = "Ten miesiąc" })).ToContainTextAsync("3 rozmowy");
        await Page.GetByLabel("First agent").UncheckAsync();
        await Page.GetByLabel("Second agent").UncheckAsync();
        await Next.ClickAsync();
        await Expect(TestId("wizard")).ToContainTextAsync("Zaznacz co najmniej jednego agenta");
        await Page.GetByLabel("First agent").CheckAsync();
        await Page.GetByLabel("Second agent").CheckAsync();
        await Expect(TestId("time-zone")).ToHaveValueAsync("America/Los_Angeles"); // the browser's own is proposed
        await TestId("time-zone").FillAsync("Europe/Warsaw");
        await TestId("wizard").GetByText("12 miesięcy").First.ClickAsync();
        await Expect(Next).ToHaveTextAsync("Pobierz rozmowy z 12 miesięcy");
        await Next.ClickAsync();

        await Expect(TestId("first-run")).ToContainTextAsync(["First agent", "Second agent"]);
        await Expect(TestId("first-run")).ToContainTextAsync(["2 z 2", "1 z 1"]);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Rozmowy są pobrane" })).ToBeVisibleAsync();
        await Expect(Page.Locator(".first-figure").First).ToContainTextAsync("3");
        Assert.All((await server.GetJsonAsync("api/sync-logs")).Texts("period_from"), from => Assert.Equal("2025-12-01", from));
        await TestId("wizard-open").ClickAsync();

        await Expect(TestId("wizard")).ToBeHiddenAsync();
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Expect(TestId("kpi-direction").Locator(".kpi-n")).ToHaveTextAsync("n = 3 rozmowy");
        await Expect(Page.Locator(".nav-zone")).ToHaveTextAsync("Strefa: Europe/Warsaw");
        Assert.DoesNotContain(VendorSimulator.Key, await Page.ContentAsync(), StringComparison.Ordinal);

        await Page.ReloadAsync();
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Expect(TestId("wizard")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Wizard_KeyWithoutPermission_NamesThePermission()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, Agents = [] });
        vendor.OnAgents(VendorFaults.Status(401, SampleFiles.Error("401-missing-permissions")));
        Errors.Expect("/api/settings");
        await OpenAsync(server);

        await TestId("wizard-key").FillAsync(VendorSimulator.Key);
        await Next.ClickAsync();

        await Expect(TestId("wizard")).ToContainTextAsync("(convai_read)");
        await Expect(CurrentStep).ToHaveTextAsync("Klucz API");
    }

    [Fact]
    public async Task FirstSync_PageReloaded_GoesOnShowingTheRunAndItsCounts()
    {
        await using var vendor = await VendorSimulator.StartAsync(Conversations());
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, Agents = [] });
        await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key });
        vendor.Agents = [("agent_one", "First agent")];
        var held = new TaskCompletionSource();
        vendor.OnEveryDetail(VendorFaults.Held(held.Task));
        await OpenAsync(server);
        await Next.ClickAsync();
        await Expect(TestId("first-run")).ToContainTextAsync("0 z 2");

        await Page.ReloadAsync();
        await Expect(TestId("first-run").GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Expect(TestId("first-run")).ToContainTextAsync("0 z 2");
        held.SetResult();
        await Expect(TestId("first-run")).ToContainTextAsync("ukończona · 2 z 2");

        await TestId("wizard-open").ClickAsync();
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Page.ReloadAsync();
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Expect(TestId("wizard")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Demo_EnteredAndLeft_TakesOneClickEach()
    {
        using var folder = new TemporaryFolder();
        await using var vendor = await VendorSimulator.StartAsync();
        using var product = await ProductProcess.StartAsync(vendor, folder.FullPath, apiKey: "");
        Errors.Expect(product.Http.BaseAddress!.Authority); // nobody answers while it starts again
        await Page.GotoAsync(product.Http.BaseAddress.ToString());

        await TestId("demo-enter").ClickAsync();
        await Expect(TestId("demo-progress")).ToContainTextAsync("dan"); // says at once that it is on its way
        await Expect(TestId("demo-progress").GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Expect(TestId("demo-banner")).ToBeVisibleAsync(AtLast); // half a year is fetched first
        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToContainTextAsync("%");

        await TestId("sample-tag").ClickAsync();
        await TestId("demo-leave").ClickAsync();
        await Expect(TestId("wizard")).ToBeVisibleAsync();
        await Expect(TestId("demo-banner")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Wizard_LeftAfterTheKey_GoesOnWhereItWasLeft()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, Agents = [] });
        await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key });
        await OpenAsync(server);

        await Expect(CurrentStep).ToHaveTextAsync("Agenci");
        await Expect(Ticks).ToHaveCountAsync(2);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Zmień: Klucz API" }).ClickAsync();
        await Expect(CurrentStep).ToHaveTextAsync("Klucz API");
        await Next.ClickAsync(); // a blank field keeps the key that is stored
        await Expect(CurrentStep).ToHaveTextAsync("Agenci");
    }

    [Fact]
    public async Task Wizard_KeyOfAnotherRegion_IsOfferedThereByOneClick()
    {
        await using var global = await VendorSimulator.StartAsync(Conversations());
        await using var europe = await VendorSimulator.StartAsync();
        europe.ApiKey = "sk_of_europe_0123456789abcdef";
        var regions = new VendorRegions((VendorRegions.Global, global), (VendorRegions.Europe, europe));
        await using var server = await VoicebotServer.StartAsync(regions.Setup);
        Errors.Expect("/api/settings");
        await OpenAsync(server);
        await Expect(CurrentStep).ToHaveTextAsync("Region");
        await Page.GetByLabel("Unia Europejska").CheckAsync();
        await Next.ClickAsync();
        await Expect(CurrentStep).ToHaveTextAsync("Klucz API");
        await Expect(TestId("step-region")).ToContainTextAsync("Unia Europejska");

        await TestId("wizard-key").FillAsync(VendorSimulator.Key);
        await Next.ClickAsync();

        await Expect(TestId("region-offer")).ToContainTextAsync("Ten klucz działa w regionie globalny, a wybrany jest Unia Europejska.");
        await Expect(TestId("switch-region")).ToBeFocusedAsync();
        await TestId("switch-region").ClickAsync();

        await Expect(CurrentStep).ToHaveTextAsync("Agenci");
        await Expect(TestId("step-region")).ToContainTextAsync("globalny");
        await Expect(TestId("step-key")).ToContainTextAsync("działa, widzi 2 agentów");
        Assert.Equal(VendorRegions.Global, (await server.GetJsonAsync("api/settings")).Text("base_url"));
    }

    private static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_1").At("2026-11-02T10:00:00Z").Talks(3),
        new ConversationBuilder("conv_2").At("2026-11-03T10:00:00Z").Talks(3),
        new ConversationBuilder("conv_3", "agent_two").At("2026-11-04T10:00:00Z").Talks(3),
    ];
}
