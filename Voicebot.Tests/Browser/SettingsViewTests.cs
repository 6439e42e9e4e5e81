using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Settings on the page; the key goes in and never comes out.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class SettingsViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Settings_Stored_AreShownWithoutTheKey()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await OpenAsync(server, "?view=settings");

        await Expect(TestId("time-zone")).ToHaveValueAsync("Europe/Warsaw");
        await Expect(TestId("api-key")).ToHaveValueAsync("");
        await Expect(Page.GetByText("Obecny klucz: sk_s…wxyz")).ToBeVisibleAsync();
        await Expect(TestId("active-agent")).ToContainTextAsync(["Pierwszy agent_one"]);
        await Expect(Page.Locator(".agent-list label")).ToHaveCountAsync(0);

        await TestId("test-key").ClickAsync();
        await Expect(Page.GetByText("Klucz działa: widzi 2 agentów.")).ToBeVisibleAsync();
        await Expect(TestId("active-agent")).ToContainTextAsync(["Pierwszy agent_one"]); // a person's name stays in front
        await Expect(Page.Locator(".agent-list label")).ToHaveTextAsync(["Second agent agent_two"]);
        await Expect(Page.Locator(".agent-list input")).Not.ToBeCheckedAsync();
        await AssertKeyIsNowhereAsync(VendorSimulator.Key);
    }

    [Fact]
    public async Task Save_ChangedValues_StoresThemAndForgetsTheKey()
    {
        const string NewKey = "sk_new_0123456789abcdef_9999";
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await OpenAsync(server, "?view=settings");
        await TestId("api-key").FillAsync(NewKey);
        await TestId("time-zone").FillAsync("Asia/Tokyo");
        await TestId("agent-ids").FillAsync("agent_two, agent_three");

        await TestId("save-settings").ClickAsync();

        await Expect(Page.GetByText("Zapisano ustawienia")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Obecny klucz: sk_n…9999")).ToBeVisibleAsync();
        await Expect(Page.Locator(".nav-zone")).ToHaveTextAsync("Strefa: Asia/Tokyo");
        await Expect(TestId("api-key")).ToHaveValueAsync("");
        await AssertKeyIsNowhereAsync(NewKey);
        var settings = await server.GetJsonAsync("api/settings");
        Assert.Equal("Asia/Tokyo", settings.Text("time_zone"));
        Assert.Equal(["agent_one", "agent_two", "agent_three"], settings.GetProperty("agents").Texts("id"));
    }

    [Fact]
    public async Task Agent_RetiredAndRestored_IsKeptApartAndComesBack()
    {
        await using var vendor = await VendorSimulator.StartAsync(Seed.Conversations());
        await using var server = await StartAsync(vendor);
        await server.SaveSettingsAsync(new { agents = new[] { "agent_one", "agent_two" } });
        await server.SyncAsync();
        await OpenAsync(server, "?view=settings");
        await Expect(TestId("active-agent")).ToHaveCountAsync(2);
        await Expect(TestId("retired-agent")).ToHaveCountAsync(0);

        await Page.Locator("[data-testid=retire-agent][data-id=agent_one]").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("[data-testid=restore-agent][data-id=agent_one]")).ToBeFocusedAsync();
        await TestId("save-settings").ClickAsync();
        await Expect(Page.GetByText("Zapisano ustawienia")).ToBeVisibleAsync();
        Assert.Equal([false], await ActiveAsync(server, "agent_one"));
        await Expect(TestId("retired-agent")).ToContainTextAsync(["agent_one"]);

        await TestId("restore-agent").ClickAsync();
        await TestId("save-settings").ClickAsync();
        await Eventually.True(async () => (await ActiveAsync(server, "agent_one")).SequenceEqual([true]), "an active agent");
        await Expect(TestId("active-agent")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Deletion_AtTheVendor_IsFollowedUnlessSwitchedOff()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await OpenAsync(server, "?view=settings");
        await Expect(TestId("follow-deletion")).ToBeCheckedAsync();

        await TestId("follow-deletion").UncheckAsync();
        await TestId("save-settings").ClickAsync();

        await Expect(Page.GetByText("Zapisano ustawienia")).ToBeVisibleAsync();
        Assert.False((await server.GetJsonAsync("api/settings")).GetProperty("follow_vendor_deletion").GetBoolean());
        await Expect(TestId("follow-deletion")).Not.ToBeCheckedAsync();
    }

    private static async Task<IReadOnlyList<bool>> ActiveAsync(VoicebotServer server, string id) =>
        [.. (await server.GetJsonAsync("api/settings")).GetProperty("agents").EnumerateArray().Where(agent => agent.Text("id") == id)
            .Select(agent => agent.GetProperty("active").GetBoolean())];

    [Theory]
    [InlineData("Asia/Calcutta")]
    [InlineData("Europe/Kiev")]
    [InlineData("America/Buenos_Aires")]
    public async Task Zone_UnderTheOldNameThatABrowserReports_IsOfferedAndTaken(string zone)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await Page.AddInitScriptAsync("{ const own = Intl.DateTimeFormat.prototype.resolvedOptions;"
            + $" Intl.DateTimeFormat.prototype.resolvedOptions = function () {{"
            + $" return {{ ...own.call(this), timeZone: '{zone}' }}; }}; }}");
        await OpenAsync(server, "?view=settings");
        await Expect(Page.Locator($"datalist option[value='{zone}']")).ToHaveCountAsync(1);

        await Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = zone }).ClickAsync();
        await TestId("save-settings").ClickAsync();

        await Expect(Page.GetByText("Zapisano ustawienia")).ToBeVisibleAsync();
        await Expect(Page.Locator(".nav-zone")).ToContainTextAsync("Strefa: ");
        await Expect(TestId("time-zone")).ToHaveValueAsync((await server.GetJsonAsync("api/settings")).Text("time_zone")!);
    }

    [Fact]
    public async Task Changes_NotSaved_AreNamedBySectionAndCanBeTakenBack()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        await OpenAsync(server, "?view=settings");
        await Expect(TestId("save-state")).ToHaveTextAsync("Wszystko zapisane");
        await Expect(TestId("undo-settings")).ToBeHiddenAsync();

        await TestId("time-zone").FillAsync("Asia/Tokyo");
        await TestId("mask-phones").UncheckAsync();
        await Expect(TestId("save-state")).ToHaveTextAsync("Niezapisane zmiany: Raporty i Prywatność");
        await TestId("mask-phones").CheckAsync();
        await Expect(TestId("save-state")).ToHaveTextAsync("Niezapisane zmiany: Raporty");

        await TestId("undo-settings").ClickAsync();
        await Expect(TestId("time-zone")).ToHaveValueAsync("Europe/Warsaw");
        await Expect(TestId("save-state")).ToHaveTextAsync("Wszystko zapisane");
        Assert.Equal("Europe/Warsaw", (await server.GetJsonAsync("api/settings")).Text("time_zone"));
    }

    [Fact]
    public async Task Save_UnknownZone_MarksTheField()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await StartAsync(vendor);
        Errors.Expect("/api/settings");
        await OpenAsync(server, "?view=settings");
        await TestId("time-zone").FillAsync("Europe/Atlantis");

        await TestId("save-settings").ClickAsync();

        await Expect(Page.Locator(".field-error:visible")).ToContainTextAsync("Podaj strefę czasową IANA");
        await Expect(TestId("time-zone")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(TestId("time-zone")).ToBeFocusedAsync();
        Assert.Equal("Europe/Warsaw", (await server.GetJsonAsync("api/settings")).Text("time_zone"));

        await TestId("time-zone").FillAsync("Europe/Paris");
        await TestId("save-settings").ClickAsync();
        await Expect(Page.GetByText("Zapisano ustawienia")).ToBeVisibleAsync();
        await Expect(Page.Locator(".field-error:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Values_OfTheEnvironment_CannotBeChangedHere()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, TimeZone = "Europe/Warsaw" });
        await OpenAsync(server, "?view=settings");

        await Expect(TestId("api-key")).ToBeDisabledAsync();
        await Expect(TestId("base-url")).ToBeDisabledAsync();
        await Expect(TestId("time-zone")).ToBeDisabledAsync();
        await Expect(TestId("time-zone")).ToHaveValueAsync("Europe/Warsaw");
        await TestId("save-settings").ClickAsync();
        await Expect(Page.GetByText("Zapisano ustawienia")).ToBeVisibleAsync();
    }

    /// <summary>Key and zone stored by the application, and one named agent.</summary>
    private static async Task<VoicebotServer> StartAsync(VendorSimulator vendor)
    {
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, Agents = [] });
        await server.SaveSettingsAsync(
            new
            {
                api_key = VendorSimulator.Key,
                time_zone = "Europe/Warsaw",
                agents = new[] { new { id = "agent_one", name = "Pierwszy" } }
            });
        return server;
    }

    private async Task AssertKeyIsNowhereAsync(string key)
    {
        Assert.DoesNotContain(key, await Page.ContentAsync(), StringComparison.Ordinal);
        var values = await Page.Locator("input").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)");
        Assert.DoesNotContain(key, values);
        Assert.DoesNotContain(key,
            await Page.EvaluateAsync<string>("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])"),
            StringComparison.Ordinal);
    }
}
