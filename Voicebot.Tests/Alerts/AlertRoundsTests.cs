using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Alerts;

/// <summary>What rules find, when it begins and when it is over, and that each is told once.</summary>
public sealed class AlertRoundsTests
{
    [Fact]
    public async Task Figure_OfABadDay_IsToldOnceWithinAMinuteAndOnceThatItIsOver()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync([.. Day("2026-11-09", good: 10, bad: 30)]);
        await using var server = await AlertServer.StartAsync(vendor);
        await server.ForgetRulesAsync();
        await server.AddWebhookAsync(receiver.Url, "a secret that signs");
        await server.AddRuleAsync(new
        {
            name = "Bad night",
            kind = "figure",
            figure = "conversion_rate",
            @operator = "below",
            value = 50,
            days = 1,
        });

        await server.SyncAsync("2026-11-01", "2026-11-10");

        await server.DeliveryAsync("sent");
        var alert = Assert.Single(await server.AlertsAsync("?state=open"));
        Assert.Equal(("Bad night", "figure"), (alert.Text("name"), alert.Text("kind")));
        var facts = alert.GetProperty("facts");
        Assert.Equal((25, 40L), (facts.GetProperty("value").GetDouble(), facts.Whole("n")));
        Assert.Equal(("2026-11-09", "2026-11-09"), (facts.Text("from"), facts.Text("to"))); // today has too few yet
        var post = Assert.Single(receiver.Posts);
        using var said = JsonDocument.Parse(post.Body);
        Assert.Equal("Alert: Bad night", said.RootElement.Text("title"));
        Assert.StartsWith("Conversion: 25% (9 Nov 2026, n = 40), below 50%.", said.RootElement.Text("text"), StringComparison.Ordinal);
        Assert.Equal(Signed(post, "a secret that signs"), post.Signature);

        vendor.Add([.. Day("2026-11-10", good: 35, bad: 0)]);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await Eventually.True(() => receiver.Posts.Count == 2, "the word that it is over");
        Assert.Contains("\"Over: Bad night\"", receiver.Posts[1].Body, StringComparison.Ordinal);
        Assert.NotEqual(receiver.Posts[0].Delivery, receiver.Posts[1].Delivery);
        await server.RoundAsync();
        Assert.Equal(2, receiver.Posts.Count);
        Assert.Empty(await server.AlertsAsync("?state=open"));
    }

    [Fact]
    public async Task Figure_OfTooFew_SaysNothing()
    {
        await using var vendor = await VendorSimulator.StartAsync([.. Day("2026-11-09", good: 1, bad: 28)]);
        await using var server = await AlertServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");
        var rule = new { kind = "figure", figure = "conversion_rate", @operator = "below", value = 50, days = 7 };

        var preview = await (await server.Http.PostJsonAsync("api/alert-rules/preview", rule)).JsonAsync();
        Assert.Equal("undecided", preview.Text("state"));
        preview = await (await server.Http.PostJsonAsync("api/alert-rules/preview",
            new { rule.kind, rule.figure, rule.@operator, rule.value, rule.days, least_n = 29 })).JsonAsync();
        Assert.Equal("alert", preview.Text("state"));
    }

    [Fact]
    public async Task Figure_ThatFell_IsMetOnlyByAClearChange()
    {
        await using var vendor = await VendorSimulator.StartAsync(
            [.. Day("2026-11-09", good: 10, bad: 40), .. Day("2026-11-08", good: 40, bad: 10)]);
        await using var server = await AlertServer.StartAsync(vendor);
        await server.SyncAsync("2026-11-01", "2026-11-10");

        async Task<string?> StateAsync(string op, double by) => (await (await server.Http.PostJsonAsync("api/alert-rules/preview",
            new { kind = "figure", figure = "conversion_rate", @operator = op, value = by, days = 1 })).JsonAsync()).Text("state");

        Assert.Equal("alert", await StateAsync("falls_by", 20));
        Assert.Equal("nothing", await StateAsync("falls_by", 70));
        Assert.Equal("nothing", await StateAsync("rises_by", 20));
    }

    [Fact]
    public async Task Conversations_ThatMeetConditions_AreEachToldOnce()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync(
            new ConversationBuilder("conv_before").At("2026-11-10T09:00:00Z").Outcome("failure"));
        await using var server = await AlertServer.StartAsync(vendor);
        await server.ForgetRulesAsync();
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await server.AddWebhookAsync(receiver.Url);
        await server.AddRuleAsync(new { name = "Failed", kind = "conversations", filters = new { outcome = "failure" } });
        // It changes once more, after the rule was made.
        server.Database.Write(connection => ChangeLog.Add(connection,
            [connection.ExecuteScalar<long>("SELECT id FROM conversations WHERE conversation_id = 'conv_before'")]));
        await server.RoundAsync();
        Assert.Empty(await server.AlertsAsync());
        vendor.Add(new ConversationBuilder("conv_bad").At("2026-11-10T10:00:00Z").Outcome("failure").Titled("Reklamacja", "x"),
            new ConversationBuilder("conv_good").At("2026-11-10T10:00:00Z"),
            new ConversationBuilder("conv_old").At("2026-11-08T10:00:00Z").Outcome("failure"));

        await server.SyncAsync("2026-11-01", "2026-11-10");
        await server.DeliveryAsync("sent");
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await server.RoundAsync();

        var alert = Assert.Single(await server.AlertsAsync());
        Assert.Equal("conv_bad", Assert.Single(alert.GetProperty("conversation_ids").EnumerateArray()).GetString());
        Assert.Equal(1, alert.GetProperty("facts").Whole("count"));
        Assert.DoesNotContain("Reklamacja", Assert.Single(receiver.Posts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problem_ThatStands_IsToldByTheRuleFromTheStart()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_one").At("2026-11-10T10:00:00Z"));
        await using var server = await VoicebotServer.StartAsync(
            new VoicebotServerSetup { Vendor = vendor, More = AlertServer.Anywhere, ApiKey = "sk_of_somebody_else_0123456789" });
        await server.AddWebhookAsync(receiver.Url);
        await server.AddChannelAsync(new { name = "Po polsku", kind = "webhook", url = receiver.Url, language = "pl" });

        await server.SyncAsync("2026-11-01", "2026-11-10");
        await server.DeliveryAsync("sent");

        await Eventually.True(async () => (await server.AlertsAsync("?state=open"))
            .Any(alert => (alert.Text("kind"), alert.GetProperty("facts").Text("code")) == ("system", "elevenlabs_key_refused")),
            "the alert of the refused key");
        await Eventually.True(
            () => receiver.Posts.Any(post => post.Body.Contains("\"elevenlabs_key_refused\"", StringComparison.Ordinal)), "its message");
        await Eventually.True(() => receiver.Posts.Any(post =>
        {
            var said = Regex.Unescape(post.Body);
            return said.Contains("ElevenLabs odrzucił klucz API. Nowe rozmowy nie napływają.", StringComparison.Ordinal)
                && said.Contains("Coś stoi na przeszkodzie", StringComparison.Ordinal);
        }), "its message in Polish, as the page says it");
    }

    [Fact]
    public async Task Silence_WherePeopleUsedToCall_IsFoundByTheWeeksBefore()
    {
        var usual = Enumerable.Range(1, 4).SelectMany(week => Enumerable.Range(0, 6).Select(call =>
            (VendorConversation)new ConversationBuilder($"conv_{week}_{call}")
                .At(DateTimeOffset.Parse("2026-11-10T09:00:00Z", CultureInfo.InvariantCulture).AddDays(-7 * week).AddMinutes(call)
                    .ToUnixTimeSeconds())));
        await using var vendor = await VendorSimulator.StartAsync([.. usual]);
        await using var server = await AlertServer.StartAsync(vendor);
        await server.SyncAsync("2026-10-01", "2026-11-10");

        async Task<JsonElement> PreviewAsync(int hours) => await (await server.Http.PostJsonAsync("api/alert-rules/preview",
            new { kind = "system", @event = "silence", hours })).JsonAsync();

        var silent = await PreviewAsync(4);
        Assert.Equal("alert", silent.Text("state"));
        Assert.Equal(6, silent.GetProperty("found")[0].GetProperty("expected").GetDouble());
        Assert.Equal("undecided", (await PreviewAsync(2)).Text("state")); // nobody used to call in these hours
        vendor.Add(new ConversationBuilder("conv_new").At("2026-11-10T11:00:00Z"));
        await server.SyncAsync("2026-11-10", "2026-11-10");
        Assert.Equal("nothing", (await PreviewAsync(4)).Text("state"));
    }

    [Fact]
    public async Task Erasure_OfAPerson_TakesRulesAndAlertsThatHoldTheirNumber()
    {
        const string phone = "48501000001";
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_one").At("2026-11-10T10:00:00Z"));
        await using var server = await AlertServer.StartAsync(vendor);
        await server.ForgetRulesAsync();
        var keeps = await server.AddRuleAsync(new { name = "Keeps", kind = "conversations", filters = new { search = "x" } });
        server.Database.Write(connection => connection.Execute("""
            INSERT INTO alert_rules (kind, name, definition, enabled, since, changed_at)
                VALUES ('conversations', 'Brought', '{"filters":{"search":"501 000 001"}}', 1, 0, 0);
            INSERT INTO alerts (rule_id, name, kind, subject, facts, began_at, ended_at)
                VALUES (NULL, 'Gone', 'conversations', '', '{"rule":{"filters":{"search":"501000001"}}}', 1, 1),
                    (NULL, 'Other', 'conversations', '', '{"rule":{"filters":{"search":"y"}}}', 1, 1);
            """));

        await server.Http.PostJsonAsync("api/erase", new { phone });

        await Eventually.True(async () => (await server.AlertsAsync()).Count == 1, "the end of the alerts that hold the number");
        Assert.Equal("Other", Assert.Single(await server.AlertsAsync()).Text("name"));
        var left = (await server.GetJsonAsync("api/alert-rules")).GetProperty("rules").EnumerateArray();
        Assert.Equal(keeps.Whole("id"), Assert.Single(left).Whole("id"));
    }

    [Fact]
    public async Task Rule_Replaced_EndsWhatItFoundWithoutAWord()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var vendor = await VendorSimulator.StartAsync([.. Day("2026-11-09", good: 10, bad: 30)]);
        await using var server = await AlertServer.StartAsync(vendor);
        await server.ForgetRulesAsync();
        await server.AddWebhookAsync(receiver.Url);
        var rule = new { name = "Low", kind = "figure", figure = "conversion_rate", @operator = "below", value = 50 };
        var id = (await server.AddRuleAsync(rule)).Whole("id");
        await server.SyncAsync("2026-11-01", "2026-11-10");
        await server.DeliveryAsync("sent");

        await (await server.Http.PutAsync($"api/alert-rules/{id}", System.Net.Http.Json.JsonContent.Create(
            new { rule.name, rule.kind, rule.figure, rule.@operator, value = 10 }))).JsonAsync();
        await server.RoundAsync();

        Assert.Empty(await server.AlertsAsync("?state=open"));
        Assert.Single(receiver.Posts);
    }

    [Fact]
    public void Names_OfChanges_AreThoseOfTheComparison() =>
        Assert.Equal(Comparer.Figures(Empty, Empty).Select(figure => figure.Name), Comparer.Names);

    private static PeriodSums Empty => PeriodSums.Of(new NoAggregates());

    private sealed class NoAggregates : Aggregates
    {
        public override IReadOnlyList<DayFigures> Days() => [];
        public override IReadOnlyDictionary<string, DayFigures> ByAgent() => new Dictionary<string, DayFigures>();
        public override IReadOnlyList<(string Key, long LocalDay, Tally Tally)> DailyCounts(string dimension) => [];
        public override IReadOnlyList<(string Key, Tally Tally)> Counts(string dimension) => [];
        public override IEnumerable<(long LocalDay, byte[] Counts)> DailyHistograms(string measure) => [];
    }

    private static string Signed(Posted post, string secret)
    {
        var time = post.Signature.Split(',')[0][2..];
        var sum = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{post.Body}"));
        return $"t={time},v1={Convert.ToHexStringLower(sum)}";
    }

    private static IEnumerable<VendorConversation> Day(string day, int good, int bad) => Enumerable.Range(0, good + bad)
        .Select(number => (VendorConversation)new ConversationBuilder($"conv_{day}_{number}")
            .At(DateTimeOffset.Parse(day + "T08:00:00Z", CultureInfo.InvariantCulture).AddMinutes(number).ToUnixTimeSeconds())
            .Outcome(number < good ? "success" : "failure"));
}
