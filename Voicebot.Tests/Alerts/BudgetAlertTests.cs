using System.Net.Http.Json;
using System.Text.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Alerts;

/// <summary>More of a budget is spent, or will be, than somebody wants: told once a month.</summary>
public sealed class BudgetAlertTests
{
    [Fact]
    public async Task Budget_SpentPastItsPart_IsToldOnceAMonth()
    {
        await using var receiver = await Receiver.StartAsync();
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var vendor = await VendorSimulator.StartAsync([.. Days("2026-11-01", 9)]);
        await using var server = await AlertServer.StartAsync(vendor, clock);
        await server.ForgetRulesAsync();
        await server.AddWebhookAsync(receiver.Url);
        await BudgetAsync(server, 40);
        var rule = await server.AddRuleAsync(new { name = "Budget", kind = "system", @event = "budget", percent = 90 });
        Assert.Equal(("90", "False"), (rule.Text("percent"), rule.Text("forecast")));
        await server.SyncAsync("2026-11-01", "2026-11-10"); // nine dollars are 36 zlotys: 90 % of the budget

        await server.DeliveryAsync("sent");
        var facts = Assert.Single(await server.AlertsAsync("?state=open")).GetProperty("facts");
        Assert.Equal(("90", "36", "40", "PLN"),
            (facts.Text("value"), $"{facts.GetProperty("amount").GetDecimal():0.##}", facts.Text("budget"), facts.Text("currency")));
        using var said = JsonDocument.Parse(Assert.Single(receiver.Posts).Body);
        Assert.StartsWith("November 2026: 36\u00a0PLN is spent, 90% of the budget (40\u00a0PLN).", said.RootElement.Text("text"),
            StringComparison.Ordinal);

        // A larger budget, a smaller one again: it is the same month, and was told.
        await BudgetAsync(server, 80);
        await server.RoundAsync();
        await BudgetAsync(server, 40);
        await server.RoundAsync();
        Assert.Single(receiver.Posts);
        Assert.Single(await server.AlertsAsync());

        // A new month is no news; the old one's alert ends.
        clock.Advance(TimeSpan.FromDays(25));
        await server.RoundAsync();
        Assert.Empty(await server.AlertsAsync("?state=open"));
        Assert.Single(receiver.Posts);
    }

    [Fact]
    public async Task Budget_ThatTheForecastPasses_IsTold()
    {
        await using var vendor = await VendorSimulator.StartAsync([.. Days("2026-10-01", 40)]);
        await using var server = await AlertServer.StartAsync(vendor);
        await server.ForgetRulesAsync();
        await BudgetAsync(server, 100);
        await server.SyncAsync("2026-09-01", "2026-11-10");
        await server.AddRuleAsync(new { name = "Spent", kind = "system", @event = "budget" });
        await server.AddRuleAsync(new { name = "Forecast", kind = "system", @event = "budget", forecast = true });
        await server.RoundAsync();

        var alert = Assert.Single(await server.AlertsAsync("?state=open"));
        Assert.Equal("Forecast", alert.Text("name"));
        Assert.InRange(alert.GetProperty("facts").GetProperty("value").GetDouble(), 110, 130);
    }

    [Fact]
    public async Task Rule_OfABudget_HasFieldsOfItsOwn()
    {
        await using var server = await AlertServer.StartAsync();
        foreach (var (body, parameter) in new[]
        {
            ("""{"kind":"system","event":"budget","percent":0}""", "percent"),
            ("""{"kind":"system","event":"budget","hours":5}""", "hours"),
            ("""{"kind":"system","event":"silence","percent":50}""", "percent"),
            ("""{"kind":"system","event":"problem","forecast":true}""", "forecast"),
        })
            await (await server.Http.PostTextAsync("api/alert-rules/preview", body)).ProblemAsync(400, "invalid_parameter", parameter);
        var preview = await (await server.Http.PostTextAsync("api/alert-rules/preview",
            """{"kind":"system","event":"budget"}""")).JsonAsync();
        Assert.Equal("nothing", preview.Text("state"));
    }

    private static async Task BudgetAsync(VoicebotServer server, int budget) =>
        await (await server.Http.PutAsJsonAsync("api/money", new { currency = "PLN", rate = 4, budget })).JsonAsync();

    /// <summary>A dollar a day.</summary>
    private static IEnumerable<VendorConversation> Days(string first, int count) => Enumerable.Range(0, count)
        .Select<int, VendorConversation>(day => new ConversationBuilder($"conv_{first}_{day}")
            .At(new DateTimeOffset(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture).AddDays(day),
                new TimeOnly(9, 0), TimeSpan.Zero).ToUnixTimeSeconds()).Cost(5_000, 1));
}
