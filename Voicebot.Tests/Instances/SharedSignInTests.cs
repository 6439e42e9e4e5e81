using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voicebot.Core.Json;
using Voicebot.Core.Settings;
using Voicebot.Functions.Security;
using Voicebot.Functions.Timers;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>Who has signed in, or tried to, is the same on every instance.</summary>
public sealed class SharedSignInTests : IDisposable
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";
    private const string Page = "https://reports.example.com";

    private static readonly VoicebotServerSetup WithKeys = new()
    {
        AccessKey = Owner,
        ViewerKey = Viewer,
        AllowedOrigins = Page,
        Agents = [],
    };

    private readonly SharedDatabase shared = new();

    public void Dispose() => shared.Dispose();

    [Fact]
    public async Task Session_MadeOnOne_WorksOnTheOtherAndIsEndedForBoth()
    {
        await using var one = await shared.StartAsync(WithKeys);
        await using var other = await shared.StartAsync(WithKeys);
        var token = await SignInAsync(one);
        using var onOne = Bearing(one, token);
        using var onOther = Bearing(other, token);
        Assert.Equal("owner", (await (await onOther.GetAsync("api/session")).JsonAsync()).Text("role"));
        await (await onOther.GetAsync("api/kpis")).JsonAsync();

        await (await onOther.DeleteAsync("api/session")).JsonAsync();

        await onOne.GetProblemAsync("api/kpis", 401, "sign_in_required");
        await onOther.GetProblemAsync("api/kpis", 401, "sign_in_required");
    }

    /// <summary>By the server's clock: that of the instances is another one, and of each its own.</summary>
    [Fact]
    public async Task Start_WrongKeysOnBoth_CountTogetherUntilTheirTimeIsUp()
    {
        await using var one = await shared.StartAsync(WithKeys with { Clock = DatedClock.At("2026-11-10T12:00:00Z") });
        await using var other = await shared.StartAsync(WithKeys with { Clock = DatedClock.At("2026-11-10T12:59:00Z") });
        for (var attempt = 0; attempt < AttemptLimiter.MostFailures; attempt++)
            await (await OfferAsync(attempt % 2 == 0 ? one : other, Owner[..^1] + "x")).ProblemAsync(401, "wrong_access_key");

        foreach (var instance in new[] { one, other })
        {
            using var refused = await OfferAsync(instance, Owner);
            Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), null), 1, 300);
            await refused.ProblemAsync(429, "too_many_attempts");
        }

        LetPass(seconds: 240);
        await (await OfferAsync(one, Owner)).ProblemAsync(429, "too_many_attempts");
        LetPass(seconds: 61);
        await (await OfferAsync(one, Owner)).JsonAsync();
        await (await OfferAsync(other, Owner[..^1] + "x")).ProblemAsync(401, "wrong_access_key");
        Assert.Equal(1, shared.Count("SELECT SUM(cardinality(times)) FROM failed_attempts"));
    }

    /// <summary>What a stranger tries must not make the answers that are kept for others worthless.</summary>
    [Fact]
    public async Task Start_WrongKey_LeavesTheVersionOfTheData()
    {
        await using var server = await shared.StartAsync(WithKeys);
        await server.Services.GetServices<IHostedService>().OfType<MissedTimers>().Single().ExecuteTask!; // which writes at the start
        var version = server.Database.Version;

        await (await OfferAsync(server, Owner[..^1] + "x")).ProblemAsync(401, "wrong_access_key");

        Assert.Equal(version, server.Database.Version);
    }

    [Fact]
    public void WaitOf_VeryManyAddresses_StayBoundedAndStillWait()
    {
        using var database = shared.Open();
        var attempts = new SharedAttempts(database, most: 3, TimeSpan.FromMinutes(5), mostAddresses: 2);
        foreach (var address in new[] { "a", "b", "c", "d", "e" })
            attempts.Add(address);

        Assert.Equal((null, null), (attempts.WaitOf("a"), attempts.WaitOf("b")));
        Assert.NotNull(attempts.WaitOf("f")); // its share of what all the others have offered
        Assert.Equal(3, shared.Count("SELECT COUNT(*) FROM failed_attempts"));

        LetPass(seconds: 301);
        attempts.Add("f");
        Assert.Null(attempts.WaitOf("g"));
        Assert.Equal(1, shared.Count("SELECT COUNT(*) FROM failed_attempts"));
    }

    [Fact]
    public async Task WaitOf_ManyAtOnce_EachIsCounted()
    {
        using var one = shared.Open();
        using var other = shared.Open();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() =>
            new SharedAttempts(number % 2 == 0 ? one : other, 100, TimeSpan.FromMinutes(5), 100).Add("a"))));

        Assert.Equal(24, shared.Count("SELECT SUM(cardinality(times)) FROM failed_attempts"));
    }

    [Fact]
    public async Task Start_ManyAtOnceOnANewDatabase_BeginOneKeyRing()
    {
        using var empty = new SharedDatabase(empty: true);
        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => empty.StartAsync(WithKeys))));
        try
        {
            Assert.Equal(1, empty.Count("SELECT COUNT(*) FROM key_ring"));
            foreach (var maker in started)
            {
                var token = await SignInAsync(maker);
                foreach (var reader in started)
                    using (var page = Bearing(reader, token))
                        await (await page.GetAsync("api/kpis")).JsonAsync();
            }
        }
        finally
        {
            foreach (var server in started)
                await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task NewAccessKey_MadeByOne_IsTheOthersAtOnce()
    {
        var exposed = WithKeys with
        {
            AccessKey = null,
            ViewerKey = null,
            More = new Dictionary<string, string?> { ["VOICEBOT_HOST"] = "0.0.0.0" },
        };
        using (var before = shared.Open())
            new StoredAccessKey(before).Make();
        await using var one = await shared.StartAsync(exposed);
        await using var other = await shared.StartAsync(exposed);
        var old = one.Services.GetRequiredService<StoredAccessKey>().Make();
        var token = await SignInAsync(other, old);

        var made = one.Services.GetRequiredService<StoredAccessKey>().Make();

        await (await OfferAsync(other, old)).ProblemAsync(401, "wrong_access_key");
        using (var page = Bearing(other, token))
            await page.GetProblemAsync("api/kpis", 401, "sign_in_required");
        Assert.Equal("owner", (await (await OfferAsync(other, made)).JsonAsync()).Text("role"));
    }

    /// <summary>Thirty different numbers an hour, whichever instance is asked.</summary>
    [Fact]
    public async Task List_NumbersGuessedOnBoth_CountTogether()
    {
        await using var one = await shared.StartAsync(WithKeys);
        await using var other = await shared.StartAsync(WithKeys);
        foreach (var instance in new[] { one, other })
            instance.Http.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);
        for (var number = 0; number < 30; number++)
            Assert.Equal(HttpStatusCode.OK, (await GuessAsync(number % 2 == 0 ? one : other, number)).StatusCode);

        await (await GuessAsync(one, 30)).ProblemAsync(429, "too_many_numbers");
        await (await GuessAsync(other, 31)).ProblemAsync(429, "too_many_numbers");
    }

    private void LetPass(int seconds) =>
        shared.Run($"UPDATE failed_attempts SET newest = newest - {seconds}, times = ARRAY(SELECT unnest(times) - {seconds})");

    private static Task<HttpResponseMessage> GuessAsync(VoicebotServer server, int number) =>
        server.Http.GetAsync($"api/conversations?phone=%2B4860010{number:0000}");

    private static Task<HttpResponseMessage> OfferAsync(VoicebotServer server, string key)
    {
        var page = server.NewClient();
        page.DefaultRequestHeaders.Add("Origin", Page);
        return page.PostJsonAsync("api/session", new { access_key = key });
    }

    private static async Task<string> SignInAsync(VoicebotServer server, string key = Owner) =>
        (await (await OfferAsync(server, key)).JsonAsync()).Text("token")!;

    private static HttpClient Bearing(VoicebotServer server, string token)
    {
        var page = server.NewClient();
        page.DefaultRequestHeaders.Add("Origin", Page);
        page.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return page;
    }
}
