using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>What a month costs: seen in dollars, then in the owner's currency with a budget.</summary>
[Collection(ThirdBrowserCollection.Name)]
public sealed class MoneyViewTests(SharedBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Money_CurrencyAndBudgetSet_AreSeenInFiguresChartAndTables()
    {
        await using var vendor = await VendorSimulator.StartAsync(Enumerable.Range(0, 41).Select(Costing));
        await using var server = await VoicebotServer.StartAsync(vendor);
        await server.SyncAsync("2026-09-01", "2026-11-10");
        await OpenAsync(server, "");
        await GoToAsync("money");
        await Expect(TestId("money-lead")).ToContainTextAsync("Listopad 2026: koszt wyniesie około");
        await Expect(TestId("money-figure-spent")).ToContainTextAsync(new Regex("10,00\\s(USD|\\$)"));

        Errors.Expect("api/money");
        await TestId("money-settings").ClickAsync();
        await TestId("money-currency").SelectOptionAsync("PLN");
        await TestId("keep-money").ClickAsync();
        await Expect(TestId("money-rate")).ToHaveAttributeAsync("aria-invalid", "true");
        await TestId("money-rate").FillAsync("4,05");
        await TestId("money-vat").FillAsync("23");
        await TestId("money-budget").FillAsync("100");
        await TestId("keep-money").ClickAsync();

        await Expect(TestId("money-sheet")).ToBeHiddenAsync();
        await Expect(TestId("money-figure-spent")).ToContainTextAsync(new Regex("49,82\\szł")); // 10 * 4.05 * 1.23, rounded once
        await Expect(TestId("money-figure-budget")).ToContainTextAsync("wykorzystano 49,8%");
        await Expect(TestId("money-figure-budget")).ToContainTextAsync("Przekroczy budżet");
        await Expect(TestId("money-chart")).ToHaveAttributeAsync("aria-label", new Regex("Budżet: 100,00\\szł"));
        await Expect(TestId("money-agents")).ToContainTextAsync("10 z 10");
        await Expect(TestId("money-parts")).ToContainTextAsync("Model językowy");
        await Expect(TestId("money-months")).ToContainTextAsync("październik 2026");
        Assert.Equal("PLN", (await server.GetJsonAsync("api/money")).GetProperty("settings").Text("currency"));

        await TestId("money-month").SelectOptionAsync("2026-10");
        await Expect(TestId("money-lead")).ToContainTextAsync("koszt wyniósł 154,43");
    }

    private static VendorConversation Costing(int day)
    {
        var conversation = new ConversationBuilder($"conv_{day}").At($"{new DateOnly(2026, 10, 1).AddDays(day):yyyy-MM-dd}T10:00:00Z")
            .Cost(5_000, 1);
        conversation.Metadata["charging"] = new JsonObject { ["llm_price"] = 0.3, ["platform_price"] = 0.7 };
        return conversation;
    }
}
