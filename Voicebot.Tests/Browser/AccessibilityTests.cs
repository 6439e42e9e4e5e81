using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>What a screen reader and a keyboard need.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class AccessibilityTests(SharedBrowser browser, DemoSite demo) : BrowserTest(browser)
{
    /// <summary>Complaints about the visible page, in words.</summary>
    private const string Audit =
        """
        () => {
          const visible = [...document.querySelectorAll("body *")].filter(node => node.checkVisibility({ visibilityProperty: true }));
          const text = (node) => (node.ariaLabel || [...(node.labels ?? [])].map(label => label.innerText).join(" ")
            || (node.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id)?.innerText ?? "").join(" ")
            || (node.matches("input, select") ? "" : node.innerText) || "").trim();
          const plain = (words) => words.replace(/\s+/g, " ").replace(/[▲▼↕]/g, "").trim().toLowerCase();
          const show = (node) => node.outerHTML.slice(0, 160);
          const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
          const wrong = [];
          for (const node of visible) {
            if (node.matches("button, a[href], input, select, textarea, summary, [role=img], [role=tab], [role=region], " +
                "dialog, nav, progress, canvas") && !text(node))
                wrong.push(`no name: ${show(node)}`);
            if (node.matches("button, a[href]") && !plain(text(node)).includes(plain(node.innerText)))
                wrong.push(`name without the visible text: ${show(node)}`);
            if (node.matches("img:not([alt])")) wrong.push(`no alt: ${show(node)}`);
            if (node.matches("svg") && node.getAttribute("aria-hidden") !== "true") wrong.push(`picture is read: ${show(node)}`);
            if (node.matches("[tabindex]") && node.tabIndex > 0) wrong.push(`order of focus is forced: ${show(node)}`);
            if (node.matches("a a, a button, button a, button button, button input"))
                wrong.push(`control within a control: ${show(node)}`);
            if (node.matches("table") && !node.caption) wrong.push(`no caption: ${show(node)}`);
            if (node.matches("th:not([scope])")) wrong.push(`no scope: ${show(node)}`);
            if (node.closest("[aria-hidden=true]") && node.matches("a[href], button, input, select, [tabindex='0']"))
                wrong.push(`hidden, but takes the focus: ${show(node)}`);
            for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"])
              for (const id of (node.getAttribute(name) ?? "").split(" ").filter(Boolean))
                if (!document.getElementById(id)) wrong.push(`${name} leads nowhere: ${show(node)}`);
          }
          if (visible.filter(node => node.matches("h1") ).length !== 1)
              wrong.push(`not one h1 but ${visible.filter(node => node.matches("h1")).length}`);
          if (visible.filter(node => node.matches("main")).length !== 1) wrong.push("not one main");
          const levels = visible.filter(node => node.matches("h1, h2, h3, h4")).map(node => Number(node.tagName[1]));
          levels.forEach((level, at) => at && level > levels[at - 1] + 1 && wrong.push(`heading level ${level} after ${levels[at - 1]}`));
          ids.filter((id, at) => ids.indexOf(id) !== at).forEach(id => wrong.push(`id twice: ${id}`));
          if (!document.documentElement.lang) wrong.push("no lang");
          if (!document.title) wrong.push("no title");
          return wrong;
        }
        """;

    [Fact]
    public async Task Views_Audited_HaveNoComplaint()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        foreach (var (view, content) in Views.ContentOf)
        {
            await TestId("tab-" + view).ClickAsync();
            await Expect(Page.Locator(content).First).ToBeVisibleAsync();

            Assert.Empty(await Page.EvaluateAsync<string[]>(Audit));
        }
    }

    [Fact]
    public async Task Drawer_Audited_HasNoComplaint()
    {
        await OpenAsync(demo.Server, "?view=conversations&month=2026-10&sort=-messages");
        await TestId("conversation-row").First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.Locator(".turn").First).ToBeVisibleAsync();

        Assert.Empty(await Page.EvaluateAsync<string[]>(Audit));
    }

    [Fact]
    public async Task Wizard_Audited_HasNoComplaint()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { ApiKey = null, Agents = [] });
        await OpenAsync(server);
        await Expect(TestId("wizard-key")).ToBeVisibleAsync();

        Assert.Empty(await Page.EvaluateAsync<string[]>(Audit));
    }

    [Fact]
    public async Task SignIn_Audited_HasNoComplaint()
    {
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = "owner-0123456789-0123456789-0123456789" });
        await OpenAsync(server);
        await TestId("sign-in").ClickAsync();
        await Expect(TestId("sign-in-view")).ToContainTextAsync("Wpisz klucz dostępu.");

        Assert.Empty(await Page.EvaluateAsync<string[]>(Audit));
    }

    [Fact]
    public async Task Navigation_WithTheKeyboard_OpensTheViewAndLeavesTheFocusThere()
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await Expect(TestId("tab-dashboard")).ToHaveAttributeAsync("aria-current", "page");
        await TestId("tab-criteria").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");

        await ExpectQueryAsync("view", "criteria");
        await Expect(TestId("tab-criteria")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Page.Locator("nav [aria-current]")).ToHaveCountAsync(1);
        await Expect(TestId("view-criteria")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(1, "main")]
    [InlineData(2, "#bar")]
    public async Task SkipLinks_FirstTabStops_LeadPastTheNavigation(int stop, string target)
    {
        await OpenAsync(demo.Server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);

        for (var tab = 0; tab < stop; tab++)
            await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.Locator(".skip-link").Nth(stop - 1)).ToBeFocusedAsync();
        await Expect(Page.Locator(".skip-link").Nth(stop - 1)).ToBeInViewportAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator(target)).ToBeFocusedAsync();
    }
}
