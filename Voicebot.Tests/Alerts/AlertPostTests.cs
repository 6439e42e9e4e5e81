using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Voicebot.Core.Alerts;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Alerts;

/// <summary>Messages to servers that fail, hang, refuse or ask for patience; the clock stands until it is moved.</summary>
public sealed class AlertPostTests
{
    [Fact]
    public async Task Post_ThatFails_IsTriedAgainWithGrowingPausesAndDeliveredOnce()
    {
        await using var receiver = await Receiver.AnsweringAsync(503, 500, 200);
        var (clock, server) = await WithAnAlertAsync(receiver);
        await using var _ = server;

        await server.RoundAsync();
        Assert.Single(receiver.Posts);
        clock.Advance(TimeSpan.FromSeconds(61));
        await server.RoundAsync();
        Assert.Equal(2, receiver.Posts.Count);
        clock.Advance(TimeSpan.FromSeconds(61));
        await server.RoundAsync();
        Assert.Equal(2, receiver.Posts.Count); // two minutes now
        clock.Advance(TimeSpan.FromSeconds(61));
        await server.RoundAsync();

        Assert.Equal(3, receiver.Posts.Count);
        Assert.Single(receiver.Posts.Select(post => post.Delivery).Distinct());
        var delivery = await server.DeliveryAsync("sent");
        Assert.Equal((3, "HTTP 200"), (delivery.Whole("attempts"), delivery.Text("answer")));
    }

    [Fact]
    public async Task Post_ThatIsGone_IsGivenUpWithAWord()
    {
        await using var receiver = await Receiver.AnsweringAsync(410);
        var (clock, server) = await WithAnAlertAsync(receiver);
        await using var _ = server;

        await server.RoundAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await server.RoundAsync();

        Assert.Equal("HTTP 410", (await server.DeliveryAsync("given_up")).Text("answer"));
        Assert.Single(receiver.Posts);
    }

    [Fact]
    public async Task Post_AskedForPatience_WaitsAsLong()
    {
        await using var receiver = await Receiver.StartAsync((http, count) =>
        {
            http.Response.StatusCode = count == 1 ? 429 : 200;
            http.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        });
        var (clock, server) = await WithAnAlertAsync(receiver);
        await using var _ = server;

        await server.RoundAsync();
        clock.Advance(TimeSpan.FromSeconds(599));
        await server.RoundAsync();
        Assert.Single(receiver.Posts);
        clock.Advance(TimeSpan.FromSeconds(2));
        await server.RoundAsync();

        Assert.Equal(2, receiver.Posts.Count);
    }

    [Fact]
    public async Task Post_NeverTaken_IsGivenUpAfterTwelveAttempts()
    {
        await using var receiver = await Receiver.AnsweringAsync(503);
        var (clock, server) = await WithAnAlertAsync(receiver);
        await using var _ = server;

        for (var hour = 0; hour < 20; hour++)
        {
            await server.RoundAsync();
            clock.Advance(TimeSpan.FromHours(1.1));
        }

        Assert.Equal(12, receiver.Posts.Count);
        await server.DeliveryAsync("given_up");
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync((http, _) =>
        {
            http.Response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        var (_, server) = await WithAnAlertAsync(receiver);
        await using var _ = server;

        await server.RoundAsync();

        Assert.Equal("HTTP 307", (await server.DeliveryAsync("given_up")).Text("answer"));
        Assert.Empty(elsewhere.Posts);
    }

    [Fact]
    public async Task Answer_WithoutEnd_IsTakenAsGiven()
    {
        await using var receiver = await Receiver.StartAsync(async (http, _) =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(new byte[64 * 1024]);
        });
        var (_, server) = await WithAnAlertAsync(receiver);
        await using var _ = server;

        await server.RoundAsync();

        Assert.Equal("HTTP 200", (await server.DeliveryAsync("sent")).Text("answer"));
    }

    [Fact]
    public async Task QuietHours_HoldMessagesUntilTheyEnd()
    {
        await using var receiver = await Receiver.StartAsync();
        var (clock, server) = await WithAnAlertAsync(receiver, new { quiet_from = "12:00", quiet_to = "14:30" });
        await using var _ = server;

        await server.RoundAsync(); // 13:00 in Warsaw
        clock.Advance(TimeSpan.FromMinutes(89));
        await server.RoundAsync();
        Assert.Empty(receiver.Posts);
        clock.Advance(TimeSpan.FromMinutes(2));
        await server.RoundAsync();

        Assert.Single(receiver.Posts);
    }

    [Fact]
    public async Task FullHour_HoldsFurtherMessages()
    {
        await using var receiver = await Receiver.StartAsync();
        var (clock, server) = await WithAnAlertAsync(receiver, new { most_per_hour = 1 }, rules: 2);
        await using var _ = server;

        await server.RoundAsync();
        Assert.Single(receiver.Posts);
        clock.Advance(TimeSpan.FromMinutes(59));
        await server.RoundAsync();
        Assert.Single(receiver.Posts);
        clock.Advance(TimeSpan.FromMinutes(2));
        await server.RoundAsync();

        Assert.Equal(2, receiver.Posts.Count);
    }

    [Fact]
    public async Task TwoAtOnce_SendEachMessageOnce()
    {
        await using var receiver = await Receiver.StartAsync(async (_, _) => await Task.Delay(50));
        var (_, server) = await WithAnAlertAsync(receiver, rules: 8);
        await using var _ = server;
        var post = server.Services.GetRequiredService<AlertPost>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => post.RunAsync(CancellationToken.None))));

        Assert.Equal(8, receiver.Posts.Count);
        Assert.Equal(8, receiver.Posts.Select(one => one.Delivery).Distinct().Count());
    }

    [Theory]
    [InlineData("slack", "\"text\":\"Test: alerts arrive here\\nVoicebot Dashboard sends")]
    [InlineData("teams", "\"contentType\":\"application/vnd.microsoft.card.adaptive\"")]
    [InlineData("webhook", "\"about\":\"test\"")]
    public async Task Test_OfAChannel_SaysWhatTheOtherSideAnswered(string kind, string part)
    {
        await using var receiver = await Receiver.AnsweringAsync(200, 404);
        await using var server = await AlertServer.StartAsync();
        var id = (await server.AddChannelAsync(new { name = "x", kind, url = receiver.Url, language = "en" })).Whole("id");

        var taken = await (await server.Http.PostTextAsync($"api/alert-channels/{id}/test", "")).JsonAsync();
        var refused = await (await server.Http.PostTextAsync($"api/alert-channels/{id}/test", "")).JsonAsync();

        Assert.Equal((true, "HTTP 200"), (taken.GetProperty("delivered").GetBoolean(), taken.Text("answer")));
        Assert.Equal((false, "HTTP 404"), (refused.GetProperty("delivered").GetBoolean(), refused.Text("answer")));
        Assert.Contains(part, receiver.Posts[0].Body, StringComparison.Ordinal);
    }

    /// <summary>A server in whose database alerts of rules stand that nobody has been told of yet; its own watch is asleep.</summary>
    private static async Task<(StandingClock Clock, VoicebotServer Server)> WithAnAlertAsync(Receiver receiver, object? more = null,
        int rules = 1)
    {
        var clock = new StandingClock("2026-11-10T12:00:00Z");
        var server = await VoicebotServer.StartAsync(new VoicebotServerSetup
        {
            More = AlertServer.Anywhere,
            TimeZone = "Europe/Warsaw",
            Clock = clock,
            Replace = services => services.Remove(services.Single(service => service.ImplementationType == typeof(AlertWatch))),
        });
        await server.ForgetRulesAsync();
        var channel = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        (channel["name"], channel["kind"], channel["url"], channel["language"]) = ("Hook", "webhook", receiver.Url, "en");
        await (await server.Http.PostTextAsync("api/alert-channels", channel.ToJsonString())).JsonAsync(201);
        for (var number = 0; number < rules; number++)
        {
            var rule = await server.AddRuleAsync(new { name = $"Rule {number}", kind = "system", @event = "silence" });
            server.Database.Write(connection =>
            {
                var id = AlertStore.Begin(connection, new AlertRule
                {
                    Id = rule.Whole("id"),
                    Kind = AlertKind.System,
                    Name = "x",
                    Definition = new AlertDefinition(),
                }, new AlertFinding("", new AlertFacts { Count = 0, Expected = 6 }), clock.GetUtcNow().ToUnixTimeSeconds(),
                    lasts: true)!.Value;
                var channels = server.Services.GetRequiredService<AlertChannelStore>().All(connection);
                DeliveryStore.Begin(connection,
                    new AlertRule { Kind = "", Name = "", Definition = new AlertDefinition() }, channels, id,
                    clock.GetUtcNow().ToUnixTimeSeconds());
            });
        }
        return (clock, server);
    }
}
