using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// axe-core finds nothing to complain about in any view. A theme changes nothing but colours, so each state is audited whole in the light
/// one, then for contrast in the dark one.
/// </summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class AxeTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    [Fact]
    public async Task Views_InEitherTheme_HaveNoViolation()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        foreach (var (view, content) in Views.ContentOf)
        {
            await TestId("tab-" + view).ClickAsync();
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();
            await AssertNoViolationAsync(view);
        }
    }

    [Fact]
    public async Task OpenedParts_InEitherTheme_HaveNoViolation()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await TestId("kpi-dropouts").GetByRole(AriaRole.Button).ClickAsync();
        foreach (var toggle in await Page.Locator("[data-testid=panel-toggle]:visible, [data-testid=lead-table]").AllAsync())
            await toggle.ClickAsync();
        await TestId("agent-picker").ClickAsync();
        await AssertNoViolationAsync("tables of the charts");

        await GoToAsync("criteria");
        await Expect(Page.Locator(".worst-list li").First).ToBeVisibleAsync();
        await AssertNoViolationAsync("worst conversations");

        await TestId("tab-conversations").ClickAsync();
        await TestId("conversation-row").First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await TestId("column-chooser").ClickAsync();
        await AssertNoViolationAsync("columns");
        await Page.Keyboard.PressAsync("Escape");
        await TestId("filter-button").ClickAsync();
        foreach (var condition in await Page.Locator(".condition > summary").AllAsync())
            await condition.ClickAsync();
        await Page.Locator("[data-condition=weekday] summary").ClickAsync();
        await Page.Locator("[data-condition=weekday] input").First.CheckAsync();
        await AssertNoViolationAsync("filters");
        await TestId("filter-done").ClickAsync();
        await AssertNoViolationAsync("chips");

        var id = (await demo.ConversationsAsync("month=2026-10&direction=inbound&sort=-messages")).Ids()[0];
        await Page.GotoAsync(new Uri(demo.Server.Http.BaseAddress!, $"/?view=conversations&month=2026-10&search=faktur&conversation={id}")
            .ToString());
        await Expect(TestId("turn").First).ToBeVisibleAsync();
        foreach (var summary in await Page.Locator(".tool summary").AllAsync())
            await summary.ClickAsync();
        await AssertNoViolationAsync("drawer");
    }

    [Fact]
    public async Task OpenedPartsOfTheShell_InEitherTheme_HaveNoViolation()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Page.Keyboard.PressAsync("Control+k");
        await TestId("palette-input").FillAsync("faktura");
        await Expect(TestId("palette").GetByRole(AriaRole.Status)).ToContainTextAsync("rozm");
        await AssertNoViolationAsync("palette");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(TestId("palette")).ToBeHiddenAsync();

        await Page.Keyboard.PressAsync("?");
        await Expect(TestId("key-list")).ToBeVisibleAsync();
        await AssertNoViolationAsync("list of keys");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(TestId("key-list")).ToBeHiddenAsync();

        await TestId("period-picker").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Otwórz kalendarz" }).First.ClickAsync();
        await AssertNoViolationAsync("period");
        await TestId("sample-tag").ClickAsync();
        await AssertNoViolationAsync("sample data");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task States_InEitherThemeAndEveryWidth_HaveNoViolation(int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { Vendor = vendor, ApiKey = null, Agents = [] });
        await OpenAsync(server, "");
        await Expect(TestId("wizard-key")).ToBeVisibleAsync();
        await AssertNoViolationAsync("wizard");
        await server.SaveSettingsAsync(new { api_key = VendorSimulator.Key, agents = new[] { "agent_one" } });
        await Page.ReloadAsync();
        await Expect(Page.Locator(".notice-empty")).ToBeVisibleAsync();
        await AssertNoViolationAsync("empty dashboard");

        Errors.Expect("/api/kpis");
        await Page.RouteAsync("**/api/kpis*", route => route.AbortAsync());
        await Page.ReloadAsync();
        await Expect(Page.Locator(".notice-error").First).ToBeVisibleAsync();
        await AssertNoViolationAsync("failed dashboard");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task SignIn_InEitherThemeAndEveryWidth_HasNoViolation(int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = "owner-0123456789-0123456789-0123456789" });
        await OpenAsync(server, "");
        await Expect(TestId("access-key")).ToBeVisibleAsync();
        await AssertNoViolationAsync("sign-in");
        await TestId("sign-in").ClickAsync();
        await Expect(TestId("sign-in-view")).ToContainTextAsync("Wpisz klucz dostępu.");
        await AssertNoViolationAsync("sign-in without a key");

        await Page.RouteAsync("**/api/session",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"role":null,"sign_in":"platform"}""" }));
        await Page.ReloadAsync();
        await Expect(TestId("sign-in-view").Locator(".notice")).ToBeVisibleAsync();
        await AssertNoViolationAsync("sign-in of the platform");
    }

    /// <summary>What stands otherwise on a phone or on a wide screen: cards, sheets, the pane beside the list.</summary>
    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task Views_InAnotherWidth_HaveNoViolation(int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        var id = (await demo.ConversationsAsync("month=2026-10")).Ids()[0];
        var shown = Views.ContentOf.ToDictionary(view => "?month=2026-10&view=" + view.Key, view => view.Value);
        shown["?month=2026-10&view=conversations"] = width == 360 ? ".conversation-cards a" : "[data-testid=conversation-row]";
        shown["?month=2026-10&view=conversations&conversation=" + id] = "[data-testid=turn]";
        foreach (var (query, content) in shown)
        {
            await OpenAsync(demo.Server, query);
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();
            await AssertNoViolationAsync($"{query} at {width}");
        }
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        foreach (var sheet in width == 360 ? ["scope-button", "actions-button"] : new[] { "export-more", "copy-link", "compared" })
        {
            await TestId(sheet).ClickAsync();
            await AssertNoViolationAsync($"{sheet} at {width}");
            await Page.Keyboard.PressAsync("Escape");
        }
        await Page.Keyboard.PressAsync("Control+k");
        await TestId("palette-input").FillAsync("faktura");
        await Expect(TestId("palette").GetByRole(AriaRole.Status)).ToContainTextAsync("rozm");
        await AssertNoViolationAsync($"palette at {width}");
        await Page.Keyboard.PressAsync("Escape");

        await OpenAsync(demo.Server, "?view=criteria&month=2026-10");
        await TestId("criterion-pick").First.ClickAsync();
        await Expect(Page.Locator(".worst-list li").First).ToBeVisibleAsync();
        await Expect(Page.Locator(".criterion-panel .skeleton")).ToHaveCountAsync(0);
        await AssertNoViolationAsync($"criterion at {width}");

        await OpenAsync(demo.Server, "?view=conversations&month=2026-10");
        await Expect(Page.Locator(shown["?month=2026-10&view=conversations"]).First).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("f");
        await Expect(TestId("filter-done")).ToBeVisibleAsync();
        await AssertNoViolationAsync($"filters at {width}");
    }

    private async Task AssertNoViolationAsync(string where)
    {
        // What is old while the new is being read stands paler, for a moment only.
        await Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        var (looked, found) = await AxeCore.AuditAsync(Page, null);
        Assert.True(looked > 10, "axe-core did not look at the page.");
        await WearAsync(ColorScheme.Dark);
        var (lookedAgain, foundInTheDark) = await AxeCore.AuditAsync(Page, "color-contrast");
        Assert.True(lookedAgain > 0, "axe-core did not look at the dark page.");
        await WearAsync(ColorScheme.Light);
        Assert.Equal("", string.Join(Environment.NewLine,
            [.. found.Select(one => $"{where}: {one}"), .. foundInTheDark.Select(one => $"{where}, dark: {one}")]));
    }

    /// <summary>The theme that the system asks for, which the page follows at once.</summary>
    private async Task WearAsync(ColorScheme theme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        Assert.Equal(theme == ColorScheme.Dark,
            await Page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches"));
    }
}
