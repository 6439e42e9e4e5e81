using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// Names and codes that come from elsewhere: such as every object inherits, such as run from right to left, numbers that are no amounts.
/// </summary>
[Collection(SecondBrowserCollection.Name)]
public sealed partial class ForeignNamesTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const string Arabic = "مساعد المبيعات (٣)";
    private const string Hebrew = "סוכן שירות: 24/7";

    private static readonly string[] Inherited = ["constructor", "__proto__", "toString", "hasOwnProperty"];

    [Fact]
    public async Task Views_CodesThatObjectsInherit_AreShownAsTheyCame()
    {
        var conversations = Inherited.Select((name, index) =>
        {
            var one = new ConversationBuilder("conv_" + index).At($"2026-10-0{index + 1}T10:00:00Z").Titled(name, name).Says("agent", name)
                .Says(name, name)
                .Criterion(name, "failure").Criterion("other_" + name, name).Datum(name, name).Ended(name).Source(name).Language(name)
                .Calls(name, isError: true).RatedInFeedback(1, name);
            if (index == 0)
                one.Status(name);
            return one.Build();
        }).ToArray();
        await using var vendor = await VendorSimulator.StartAsync(conversations);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        await OpenAsync(server, "?month=2026-10");
        await Expect(Page.Locator(".kpi-value")).ToHaveCountAsync(12);
        await TestId("chart-tools").GetByTestId("panel-toggle").ClickAsync();
        await Expect(TestId("chart-tools").Locator("tbody")).ToContainTextAsync("constructor");
        await TestId("chart-sources").GetByTestId("panel-toggle").ClickAsync();
        await Expect(TestId("chart-sources").Locator("tbody th")).ToContainTextAsync(["constructor"]);
        await GoToAsync("criteria");
        await Expect(TestId("criterion-row").First).ToBeVisibleAsync();
        await TestId("tab-conversations").ClickAsync();
        await ExpectListedAsync(Inherited.Length);
        Errors.Expect("/api/conversations"); // a sort by such a name is refused, and said
        foreach (var (name, index) in Inherited.Select((name, index) => (name, index)))
        {
            await OpenAsync(server, $"?view=conversations&month=2026-10&sort={name}&conversation=conv_{index}");
            await Expect(TestId("conversation-drawer").Locator("#drawer-title")).ToHaveTextAsync(name);
            await Expect(TestId("conversation-drawer").Locator(".turn-role").GetByText(name, new() { Exact = true })).ToBeVisibleAsync();
            await Expect(TestId("conversation-drawer").Locator(".tool summary")).ToContainTextAsync([name]);
            await Expect(TestId("conversation-drawer").Locator(".detail-part dd")).ToContainTextAsync([name]);
        }
        await TestId("conversation-drawer").GetByLabel("Zamknij").ClickAsync();
        await Expect(Page.Locator(".notice:visible")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Names_FromRightToLeft_KeepTheirDirectionToThemselves()
    {
        var one = new ConversationBuilder("conv_rtl").At("2026-10-05T10:00:00Z").Titled(Hebrew, Arabic).Says("agent", Arabic)
            .Says("user", Hebrew)
            .Criterion("إجابة صحيحة", "failure").Datum("שם", Hebrew).RatedInFeedback(2, Arabic).Ended(Hebrew).Calls(Arabic);
        await using var vendor =
            await VendorSimulator.StartAsync(one, new ConversationBuilder("conv_two", "agent_two").At("2026-10-05T11:00:00Z"));
        vendor.Agents = [("agent_one", Arabic), ("agent_two", Hebrew)];
        await using var server = await VoicebotServer.StartAsync(vendor, "agent_one", "agent_two");
        await server.SaveSettingsAsync(
            new { agents = new[] { new { id = "agent_one", name = Arabic }, new { id = "agent_two", name = Hebrew } } });
        await server.SyncAsync();

        foreach (var address in new[]
                 {
                     "?month=2026-10", "?view=conversations&month=2026-10", "?view=criteria&month=2026-10", "?view=sync", "?view=settings",
                     "?view=conversations&month=2026-10&search=" + Uri.EscapeDataString("סוכן"),
                     "?view=conversations&month=2026-10&conversation=conv_rtl",
                 })
        {
            await OpenAsync(server, address);
            await Expect(Page.Locator("main").GetByText(RightToLeft()).Locator("visible=true").First).ToBeVisibleAsync();
            Assert.Empty(await UnmarkedAsync());
        }
    }

    [Fact]
    public async Task CollectedNumbers_AreShownDigitByDigit()
    {
        var one = new ConversationBuilder("conv_data").At("2026-10-05T10:00:00Z").Says("agent", "x")
            .Datum("order", 20261125).Datum("share", 0.8765).Datum("list", new JsonArray(1, 2)).Datum("flag", true).Datum("text", "007");
        await using var vendor = await VendorSimulator.StartAsync(one);
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync();

        await OpenAsync(server, "?view=conversations&month=2026-10&conversation=conv_data");

        foreach (var (name, value) in new[] { ("Order", "20261125"), ("Share", "0.8765"), ("List", "[1,2]"), ("Flag", "Tak"),
            ("Text", "007") })
            await Expect(TestId("conversation-drawer").Locator("dl.facts > div").Filter(new() { HasText = name }).Locator("dd"))
                .ToHaveTextAsync(new Regex("^" + Regex.Escape(value) + "(Said so)?$"));
    }

    [GeneratedRegex("[\u0590-\u06ff]")]
    private static partial Regex RightToLeft();

    /// <summary>
    /// Texts of the page with letters from right to left that nothing isolates: neither an element with dir=auto nor isolating signs.
    /// </summary>
    private Task<string[]> UnmarkedAsync() => Page.EvaluateAsync<string[]>(
        """
        () => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (!/[\u0590-\u06ff]/.test(node.data) || node.parentElement.closest("[dir=auto]")) continue;
            if (/[\u0590-\u06ff]/.test(node.data.replace(/\u2068[^\u2069]*\u2069/g,
             ""))) found.push(`${node.parentElement.outerHTML.slice(0, 200)}`);
          }
          return found;
        }
        """);
}
