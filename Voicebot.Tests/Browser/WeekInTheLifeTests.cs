using System.Text.Json;
using Dapper;
using Voicebot.Core.Json;
using Voicebot.Tests.Alerts;
using Voicebot.Tests.Callbacks;
using Voicebot.Tests.Digests;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>
/// A week at the demo's company: on Wednesday its language model is down from ten to one, which nobody knows until the night's
/// synchronisation.
/// </summary>
public sealed class WeekInTheLifeTests(SharedBrowser browser) : BrowserTest(browser)
{
    private const string Tuesday = "2026-11-03T11:00:00Z";
    private const string ThursdayNight = "2026-11-05T02:05:00Z";
    private const string MondayMorning = "2026-11-09T06:05:00Z";
    private const string TheWeek = "from=2026-11-02&to=2026-11-08";

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Week_OfABadNight_NobodyStaysUnseen()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var mail = new MailServer();
        var clock = DatedClock.At(Tuesday);
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            Demo = true,
            ApiKey = null,
            Clock = clock,
            TimeZone = "Europe/Warsaw",
            More = AlertServer.Anywhere,
        });
        // The inbox takes what began since the day before it was there, which a file knows by the computer's clock.
        server.Database.Write(connection => connection.Execute("UPDATE review_progress SET since = @since",
            new { since = clock.GetUtcNow().AddDays(-1).ToUnixTimeSeconds() }));
        await Eventually.True(async () => (await server.GetJsonAsync("api/archives")).GetArrayLength() == 3, "the demo's archives");
        await server.AddWebhookAsync(receiver.Url);
        var rule = await server.AddRuleAsync(
            new { name = "Errors", kind = "figure", figure = "error_rate", @operator = "above", value = 4, days = 2, least_n = 20 });
        await server.RoundAsync();
        Assert.DoesNotContain(await server.AlertsAsync("?state=open"), alert => alert.Text("name") == "Errors");

        var ended = await NightAsync(server, clock, ThursdayNight);
        await IsToldOnceAsync(server, receiver, ended);

        await Page.SetViewportSizeAsync(1440, 900);
        await OpenAsync(server, "?view=alerts");
        await Expect(TestId("alert-row").Filter(new() { HasText = "Errors" })).ToContainTextAsync("powyżej 4%");
        await ClearInboxAsync(server);
        await CallBackAsync(server, clock);
        await ReadDigestAsync(server, mail);
    }

    private static async Task<DateTimeOffset> NightAsync(VoicebotServer server, DatedClock clock, string at)
    {
        clock.Advance(DateTimeOffset.Parse(at, null) - clock.GetUtcNow());
        var day = at[..10];
        var runs = await server.SyncAsync("2026-11-01", day);
        Assert.All(runs, run => Assert.Equal("completed", run.Text("status")));
        return runs.Max(run => run.GetProperty("finished_at").GetDateTimeOffset());
    }

    private static async Task IsToldOnceAsync(VoicebotServer server, Receiver receiver, DateTimeOffset ended)
    {
        JsonElement alert = default;
        await Eventually.True(async () =>
        {
            alert = (await server.AlertsAsync("?state=open")).FirstOrDefault(one => one.Text("name") == "Errors");
            return alert.ValueKind == JsonValueKind.Object && alert.GetProperty("deliveries").GetArrayLength() > 0
                && alert.GetProperty("deliveries").EnumerateArray().All(delivery => delivery.Text("state") == "sent");
        }, "the alert of the night");
        Assert.True(alert.GetProperty("began_at").GetDateTimeOffset() - ended < AMinute, alert.GetRawText());
        await server.SyncAsync("2026-11-01", "2026-11-05");
        await server.RoundAsync();
        Assert.Single(receiver.Posts, post => post.Body.Contains("\"Errors\"", StringComparison.Ordinal));
    }

    /// <summary>One key for each.</summary>
    private async Task ClearInboxAsync(VoicebotServer server)
    {
        await Page.GotoAsync(new Uri(server.Http.BaseAddress!, "/?view=reviews").ToString());
        await Expect(TestId("review-why")).ToBeVisibleAsync();
        var waiting = (await server.GetJsonAsync("api/reviews")).Whole("unseen");
        Assert.InRange(waiting, 5, 200);
        for (var left = waiting - 1; left >= 0; left--)
        {
            await Page.Keyboard.PressAsync("e");
            if (left > 0)
                await Expect(TestId("nav-unseen")).ToContainTextAsync($"{left}");
            else
                await Expect(TestId("nav-unseen")).ToHaveCountAsync(0);
        }
        Assert.Equal(0, (await server.GetJsonAsync("api/reviews")).Whole("total"));
    }

    private async Task CallBackAsync(VoicebotServer server, DatedClock clock)
    {
        var before = await server.CallbacksAsync();
        await Page.GotoAsync(new Uri(server.Http.BaseAddress!, "/?view=callbacks").ToString());
        await Expect(TestId("nav-waiting")).ToContainTextAsync($"{before.Count}");
        await TestId("callback-row").First.GetByTestId("callback-reached").ClickAsync();
        await Expect(TestId("nav-waiting")).ToContainTextAsync($"{before.Count - 1}");

        await NightAsync(server, clock, MondayMorning);
        var people = before.Skip(1).Select(CallList.IdOf).ToHashSet(StringComparer.Ordinal);
        var later = (await server.CallbacksAsync()).Select(CallList.IdOf).ToHashSet(StringComparer.Ordinal);
        var left = people.Where(id => !later.Contains(id)).ToList();
        Assert.NotEmpty(left); // by themselves: they called again, and were helped
    }

    /// <summary>It says the same as the page.</summary>
    private async Task ReadDigestAsync(VoicebotServer server, MailServer mail)
    {
        var channel = (await server.AddMailAsync(mail)).Whole("id");
        var digest = await server.AddDigestAsync(DigestServer.Weekly(channel));
        var preview = await server.GetJsonAsync($"api/digests/{digest.Whole("id")}/preview?language=pl");
        Assert.Equal(("2026-11-02", "2026-11-08"), (preview.Text("from"), preview.Text("to")));
        var text = PolishText.Plain(preview.Text("text")!);

        await Page.GotoAsync(new Uri(server.Http.BaseAddress!, "/?" + TheWeek).ToString());
        var kpis = await server.GetJsonAsync($"api/kpis?{TheWeek}");
        foreach (var card in new[] { "conversion", "duration", "rating", "dropouts", "errors" })
        {
            var value = TestId("kpi-" + card).Locator(".kpi-value");
            await Expect(value).Not.ToBeEmptyAsync();
            // The page writes "3,67 / 5".
            Assert.Contains(PolishText.Plain(await value.InnerTextAsync()).Split(" / ")[0], text, StringComparison.Ordinal);
        }
        Assert.Contains(PolishText.Count(kpis.Whole("total_conversations")), text, StringComparison.Ordinal);
    }
}
