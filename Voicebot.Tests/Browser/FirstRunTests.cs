using Microsoft.Playwright;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>From an empty data folder to the first figures.</summary>
public sealed class FirstRunTests(SharedBrowser browser) : BrowserTest(browser)
{
    private ILocator Next => TestId("wizard-next");
    private ILocator CurrentStep => Page.Locator("[aria-current=step] h3");

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
        await Expect(TestId("wizard")).ToContainTextAsync("Wpisz klucz API.");

        await TestId("wizard-key").FillAsync("sk_wrong");
        await Next.ClickAsync();
        await Expect(TestId("wizard")).ToContainTextAsync("ElevenLabs odrzuciło klucz API.");
        await Expect(CurrentStep).ToHaveTextAsync("Klucz API");
        Assert.False((await server.GetJsonAsync("api/settings")).GetProperty("api_key_set").GetBoolean());

        await TestId("wizard-key").FillAsync(VendorSimulator.Key);
        await TestId("wizard-key").PressAsync("Enter");
        await Expect(CurrentStep).ToHaveTextAsync("Agenci");
        await Expect(CurrentStep).ToBeFocusedAsync();

        await Next.ClickAsync();
        await Expect(TestId("wizard")).ToContainTextAsync("Wybierz co najmniej jednego agenta");
        await Page.GetByLabel("First agent").CheckAsync();
        await Page.GetByLabel("Second agent").CheckAsync();
        await Next.ClickAsync();

        await Expect(CurrentStep).ToHaveTextAsync("Strefa czasowa");
        await Expect(TestId("time-zone")).ToHaveValueAsync("America/Los_Angeles"); // the browser's own is proposed
        await TestId("time-zone").FillAsync("Europe/Warsaw");
        await Next.ClickAsync();

        await Expect(CurrentStep).ToHaveTextAsync("Pierwsze pobieranie");
        await Next.ClickAsync();
        await Expect(Page.Locator(".step-run"))
            .ToContainTextAsync(["Second agent: Zakończona, 1 rozmowa", "First agent: Zakończona, 2 rozmowy"]);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pokaż pulpit" }).ClickAsync();

        await Expect(TestId("wizard")).ToBeHiddenAsync();
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Expect(TestId("kpi-direction").Locator(".kpi-n")).ToHaveTextAsync("n = 3 rozmowy");
        await Expect(Page.Locator(".header-facts")).ToContainTextAsync("Strefa czasowa: Europe/Warsaw");
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
        await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key, agents = new[] { "agent_one" } });
        var held = new TaskCompletionSource();
        vendor.OnEveryDetail(VendorFaults.Held(held.Task));
        await OpenAsync(server);
        // Configured already: the wizard comes where the agents are still missing.
        await Page.EvaluateAsync("() => sessionStorage.setItem('voicebot.setup', '[]')");
        await Page.ReloadAsync();
        await Expect(CurrentStep).ToHaveTextAsync("Pierwsze pobieranie");
        await Next.ClickAsync();
        await Expect(Page.Locator(".step-run")).ToContainTextAsync("Szczegóły: 0 z 2");

        await Page.ReloadAsync();
        await Expect(Page.Locator(".step-run progress")).ToBeVisibleAsync();
        await Expect(Page.Locator(".step-run")).ToContainTextAsync("Szczegóły: 0 z 2");
        held.SetResult();
        await Expect(Page.Locator(".step-run")).ToContainTextAsync("Zakończona, 2 rozmowy");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Pokaż pulpit" }).ClickAsync();
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
        await Expect(TestId("demo-banner")).ToBeVisibleAsync(new() { Timeout = 60_000 }); // half a year is fetched first
        await Expect(TestId("kpi-conversion").Locator(".kpi-value")).ToContainTextAsync("%");

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
        await Expect(Page.Locator(".agent-list label")).ToHaveCountAsync(2);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Zmień: Klucz API" }).ClickAsync();
        await Expect(CurrentStep).ToHaveTextAsync("Klucz API");
        await Next.ClickAsync(); // a blank field keeps the key that is stored
        await Expect(CurrentStep).ToHaveTextAsync("Agenci");
    }

    private static IEnumerable<VendorConversation> Conversations() =>
    [
        new ConversationBuilder("conv_1").At("2026-11-02T10:00:00Z").Talks(3),
        new ConversationBuilder("conv_2").At("2026-11-03T10:00:00Z").Talks(3),
        new ConversationBuilder("conv_3", "agent_two").At("2026-11-04T10:00:00Z").Talks(3),
    ];
}
