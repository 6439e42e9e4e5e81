using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Texts of callers and agents are shown as they are, and never run.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class HostileTextTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const string Script =
        "<script>window.__hacked = 1</script><img src=x onerror=\"window.__hacked = 2\"><svg onload=\"window.__hacked = 3\">";

    /// <summary>As long as a name may be.</summary>
    private static readonly string Long = Script + new string('W', 200 - Script.Length);

    protected override ViewportSize Viewport => new() { Width = 360, Height = 740 };

    [Fact]
    public async Task Texts_OfStrangers_AreShownAsText()
    {
        string[] texts = [Script, "javascript:window.__hacked=4", "\u202Etxet sdrawkcab\u202C 👩‍👩‍👧‍👦 {count} ${alert(1)} &lt;b&gt;",
            new string('W', 100_000)];
        await using var vendor =
            await VendorSimulator.StartAsync(texts.Select((text, index) => Conversation($"conv_{index}", text).Build()));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();
        await OpenAsync(server, "?view=conversations&month=2026-10");
        var drawer = TestId("conversation-drawer");
        for (var index = 0; index < texts.Length; index++)
        {
            var text = texts[index];
            var row = Page.Locator($"[data-id=conv_{index}]");
            await Expect(row.Locator(".card-title")).ToContainTextAsync(text);
            await Expect(row.Locator(".card-summary")).ToContainTextAsync(text);
            await row.GetByRole(AriaRole.Link).ClickAsync();

            await Expect(drawer.Locator("#drawer-title")).ToHaveTextAsync(text);
            await Expect(drawer.Locator(".turn-message")).ToHaveTextAsync([text, text]);
            await Expect(drawer.Locator(".facts").Last).ToContainTextAsync(text);
            await Expect(drawer.Locator("script, img, svg[onload], a[href^='javascript']")).ToHaveCountAsync(0);
            Assert.Equal(0, await drawer.EvaluateAsync<int>(
                "drawer => Math.max(drawer.scrollWidth - drawer.clientWidth, document.documentElement.scrollWidth - innerWidth, 0)"));

            await Page.Keyboard.PressAsync("Escape");
            await Expect(drawer).ToBeHiddenAsync();
        }
        await Page.SetViewportSizeAsync(1280, 740);
        for (var index = 0; index < texts.Length; index++)
            await Expect(Page.Locator($"[data-id=conv_{index}] .summary-text")).ToContainTextAsync(texts[index]);
        await AssertNothingSticksOutAsync();
        await AssertNothingRanAsync();
    }

    [Fact]
    public async Task Names_OfAgentsAndCriteria_AreShownAsText()
    {
        await using var vendor =
            await VendorSimulator.StartAsync(Conversation("conv_names", "Zwykły tekst").Criterion(Script, "failure")
                .Criterion("constructor", "failure").Criterion("named", "failure"));
        vendor.Criteria[ConversationBuilder.DefaultAgent] = [("named", Long)];
        vendor.Agents = [(ConversationBuilder.DefaultAgent, Script)];
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SaveSettingsAsync(new { agents = new[] { new { id = ConversationBuilder.DefaultAgent, name = Script } } });
        await server.SyncAsync();
        await Eventually.True(async () => (await server.GetJsonAsync("api/kpis")).GetProperty("criteria_stats").Texts("display_name")
            .Contains(Long), "the names");

        await OpenAsync(server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await AssertNothingSticksOutAsync();
        await TestId("scope-button").ClickAsync();
        await TestId("agent-picker").ClickAsync();
        await Expect(Page.Locator(".agent-choices label").Last).ToHaveTextAsync(Script);
        await TestId("scope-sheet").GetByLabel("Zamknij").ClickAsync();
        await GoToAsync("criteria");
        await Expect(TestId("criterion-row").GetByRole(AriaRole.Rowheader)).ToContainTextAsync(["<script>", "Constructor", Long]);
        await AssertNothingSticksOutAsync();
        await TestId("criterion-row").Last.Locator("td a").First.ClickAsync();
        await Expect(TestId("filter-chip")).ToContainTextAsync(Long);
        await AssertNothingSticksOutAsync();
        await Page.SetViewportSizeAsync(1280, 740);
        await TestId("column-chooser").ClickAsync();
        await Page.Locator(".column-choices").GetByLabel("Kryteria", new() { Exact = true }).CheckAsync();
        await Expect(Page.Locator("thead .criterion")).ToContainTextAsync(["<script>", "Constructor", Long]);
        await AssertNothingSticksOutAsync();
        await Page.SetViewportSizeAsync(360, 740);
        await AssertNothingSticksOutAsync();
        await TestId("conversation-row").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(TestId("conversation-drawer").Locator(".criterion-name")).ToContainTextAsync(["<script>", "Constructor", Long]);
        await AssertNothingSticksOutAsync();
        await Page.Keyboard.PressAsync("Escape");
        await GoToAsync("settings");
        await Expect(Page.Locator(".agent-list")).ToContainTextAsync(Script);
        await GoToAsync("sync");
        await Expect(TestId("sync-row")).ToContainTextAsync(Script);

        await AssertNothingRanAsync();
    }

    [Fact]
    public async Task Texts_InChartsComparisonsAndHits_AreShownAsText()
    {
        var hostile = Conversation("conv_charts", "Zdanie z igłą " + Script).Criterion("<img src=x onerror=window.__hacked=5>", "failure")
            .Language(Script[..19]);
        var turn = hostile.Transcript[0]!.AsObject();
        turn["tool_calls"] =
            new JsonArray(new JsonObject
            {
                ["request_id"] = "r1",
                ["tool_name"] = Script,
                ["params_as_json"] = Script,
                ["tool_has_been_called"] = true
            });
        turn["tool_results"] =
            new JsonArray(new JsonObject
            {
                ["request_id"] = "r1",
                ["tool_name"] = Script,
                ["result_value"] = Script,
                ["is_error"] = true,
                ["tool_has_been_called"] = true
            });
        await using var vendor =
            await VendorSimulator.StartAsync(hostile, new ConversationBuilder("conv_other", "agent_two").At("2026-10-05T10:00:00Z"));
        vendor.Agents = [("agent_one", Script), ("agent_two", "javascript:window.__hacked=4")];
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SaveSettingsAsync(
            new
            {
                agents = new[] { new { id = "agent_one", name = Script },
                new { id = "agent_two", name = "javascript:window.__hacked=4" } }
            });
        await server.SyncAsync();

        await OpenAsync(server, "?month=2026-10");
        await Expect(TestId("agent-comparison").Locator("tbody th").First).ToHaveTextAsync(Script);
        await TestId("chart-tools").Locator(".panel-fold").ClickAsync();
        await TestId("chart-tools").GetByTestId("panel-toggle").ClickAsync();
        await Expect(TestId("chart-tools").Locator("tbody th").First).ToHaveTextAsync(Script);
        await GoToAsync("criteria");
        await TestId("criterion-pick").ClickAsync();
        await Expect(Page.Locator(".worst-title")).ToContainTextAsync(Script);
        await TestId("criterion-panel").GetByLabel("Zamknij").ClickAsync();
        await TestId("tab-conversations").ClickAsync();
        await TestId("filter-search").FillAsync("igłą");
        await Expect(Page.Locator(".summary-text mark")).ToHaveTextAsync("igłą");
        await Expect(Page.Locator(".summary-text")).ToContainTextAsync("<script>");
        await TestId("conversation-row").GetByRole(AriaRole.Link).ClickAsync();
        await Page.Locator(".tool summary").First.ClickAsync();
        await Expect(Page.Locator(".tool pre").First).ToHaveTextAsync(Script);
        await Expect(Page.Locator(".turn-message mark").First).ToHaveTextAsync("igłą");
        await Expect(TestId("conversation-drawer").Locator("script, img, svg[onload], a[href^='javascript']")).ToHaveCountAsync(0);
        await AssertNothingRanAsync();
    }

    private static ConversationBuilder Conversation(string id, string text) =>
        new ConversationBuilder(id).At("2026-10-05T10:00:00Z").Titled(text, text).Says("agent", text).Says("user", text)
            .Datum("note", text).RatedInFeedback(1, text).Ended(text).Source(text.Length < 500 ? text : "widget");

    private async Task AssertNothingSticksOutAsync() => Assert.Equal(0, await Page.EvaluateAsync<int>(
        "() => [...document.querySelectorAll('html, .card, .drawer-body')].reduce((most, node) => Math.max(most, node.scrollWidth - "
        + "node.clientWidth), 0)"));

    private async Task AssertNothingRanAsync() =>
        Assert.Equal("undefined", await Page.EvaluateAsync<string>("() => typeof window.__hacked"));
}
