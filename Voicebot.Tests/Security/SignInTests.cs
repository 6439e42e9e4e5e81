using System.Net;
using System.Net.Http.Json;
using System.Text;
using Voicebot.Core.Json;
using Voicebot.Functions.Http;
using Voicebot.Functions.Routing;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Security;

/// <summary>Signing in over a real socket: what is open, what is not, and for whom.</summary>
public sealed class SignInTests
{
    private const string Owner = "owner-0123456789abcdefghijklmnopqrstuv";
    private const string Viewer = "viewer-0123456789abcdefghijklmnopqrstu";
    private const string Allowed = "https://reports.example.com";
    private static readonly VoicebotServerSetup WithKeys = new() { AccessKey = Owner, ViewerKey = Viewer, AllowedOrigins = Allowed };

    [Fact]
    public async Task Send_WithoutSignIn_OnlyThePageSessionAndLivenessAnswer()
    {
        await using var server = await VoicebotServer.StartAsync(WithKeys);
        using var stranger = server.NewClient();
        string[] open =
            ["GET api/session", "POST api/session", "DELETE api/session", "GET api/live", "GET api/ready", "POST api/webhooks/elevenlabs"];
        foreach (var function in RouteTable.All.Where(function => function.Name != nameof(WebSite)))
            foreach (var method in function.Methods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method),
                    function.Route.Replace("{id}", "1", StringComparison.Ordinal));
                using var response = await stranger.SendAsync(request);
                var isOpen = open.Contains($"{(method == "HEAD" ? "GET" : method)} {function.Route}");
                var answers = response.StatusCode != HttpStatusCode.Unauthorized
                    || (method != "HEAD" && await CodeAsync(response) != "sign_in_required");
                Assert.True(isOpen == answers, $"{method} {function.Route} answered {response.StatusCode}");
            }
        foreach (var path in new[] { "api/nothing", "API/Kpis", "api/kpis/", "Api/settings", "api/%6bpis" })
            await stranger.GetProblemAsync(path, 401, "sign_in_required");
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("")).StatusCode);
        Assert.Equal("ok", (await (await stranger.GetAsync("api/live")).JsonAsync()).Text("status"));
        using var challenge = await stranger.GetAsync("api/kpis");
        Assert.Equal("Bearer", challenge.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Session_Cookie_IsHardenedAndEndsWithSignOut()
    {
        await using var server = await VoicebotServer.StartAsync(WithKeys);
        using var browser = server.NewClient();
        Assert.Equal("""{"sign_in":"access_key","role":null,"token":null}""", (await (await browser.GetAsync("api/session")).JsonAsync())
            .GetRawText());
        using var signedIn = await browser.PostJsonAsync("api/session", new { access_key = Owner });
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=43200", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Owner, cookie, StringComparison.Ordinal);
        Assert.Equal("""{"sign_in":"access_key","role":"owner","token":null}""", await signedIn.Content.ReadAsStringAsync());
        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        await (await browser.GetAsync("api/kpis")).JsonAsync();
        await (await browser.DeleteAsync("api/session")).JsonAsync();
        await browser.GetProblemAsync("api/kpis", 401, "sign_in_required"); // a copy of the cookie is worth nothing either
    }

    /// <summary>Also as a bearer token, and for whoever copied it.</summary>
    [Fact]
    public async Task Session_Ended_StaysEndedAfterARestartAndIsNoWrongGuess()
    {
        using var folder = new TemporaryFolder();
        var setup = WithKeys with { DataFolder = folder.FullPath };
        string token;
        await using (var server = await VoicebotServer.StartAsync(setup))
        {
            using var page = server.NewClient();
            page.DefaultRequestHeaders.Add("Origin", Allowed);
            token = (await (await page.PostJsonAsync("api/session", new { access_key = Owner })).JsonAsync()).Text("token")!;
            page.DefaultRequestHeaders.Authorization = new("Bearer", token);
            await (await page.GetAsync("api/kpis")).JsonAsync();
            await (await page.DeleteAsync("api/session")).JsonAsync();
        }
        await using var again = await VoicebotServer.StartAsync(setup with { Agents = [] });
        using var stale = again.NewClient();
        stale.DefaultRequestHeaders.Authorization = new("Bearer", token);
        for (var attempt = 0; attempt < 2 * 10; attempt++)
            await stale.GetProblemAsync("api/kpis", 401, "sign_in_required");
        using var cookie = again.NewClient();
        cookie.DefaultRequestHeaders.Add("Cookie", "voicebot_session=" + token);
        await cookie.GetProblemAsync("api/kpis", 401, "sign_in_required");
        await (await again.Http.GetAsync("api/kpis")).JsonAsync(); // the owner is not locked out
    }

    [Theory]
    [InlineData("voicebot_session=forged")]
    [InlineData("voicebot_session=")]
    [InlineData("voicebot_session=Owner|9999999999|00|x")]
    public async Task Session_ForgedCookie_IsNone(string cookie)
    {
        await using var server = await VoicebotServer.StartAsync(WithKeys);
        using var stranger = server.NewClient();
        stranger.DefaultRequestHeaders.Add("Cookie", cookie);
        await stranger.GetProblemAsync("api/kpis", 401, "sign_in_required");
    }

    [Fact]
    public async Task Session_AfterTheKeyChanged_IsOver()
    {
        using var folder = new TemporaryFolder();
        var setup = WithKeys with { DataFolder = folder.FullPath };
        string cookie;
        await using (var server = await VoicebotServer.StartAsync(setup))
        {
            using var signedIn = await server.Http.PostJsonAsync("api/session", new { access_key = Owner });
            cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Split(';')[0];
        }
        foreach (var (key, status) in new[] { (Owner, HttpStatusCode.OK), ("another-" + Owner, HttpStatusCode.Unauthorized) })
        {
            await using var server = await VoicebotServer.StartAsync(setup with { AccessKey = key, Agents = [] });
            using var browser = server.NewClient();
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
            Assert.Equal(status, (await browser.GetAsync("api/kpis")).StatusCode);
        }
    }

    [Fact]
    public async Task Start_WrongKeyAgainAndAgain_HasToWait()
    {
        var clock = DatedClock.At("2026-11-10T12:00:00Z");
        await using var server = await VoicebotServer.StartAsync(WithKeys with { Clock = clock });
        using var stranger = server.NewClient();
        for (var attempt = 0; attempt < 10; attempt++)
            await (await stranger.PostJsonAsync("api/session", new { access_key = Owner[..^1] + "x" }))
                .ProblemAsync(401, "wrong_access_key");
        using var refused = await stranger.PostJsonAsync("api/session", new { access_key = Owner });
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), null), 1, 300);
        await refused.ProblemAsync(429, "too_many_attempts");
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", Owner);
        await stranger.GetProblemAsync("api/kpis", 429, "too_many_attempts");
        clock.Advance(TimeSpan.FromMinutes(5.1));
        await (await stranger.GetAsync("api/kpis")).JsonAsync();
    }

    /// <summary>A proxy on this computer appends the caller; what the caller himself wrote before that counts for nothing.</summary>
    [Fact]
    public async Task Start_BehindAProxy_OnlyTheGuesserHasToWait()
    {
        await using var server = await VoicebotServer.StartAsync(WithKeys);
        string[] guesses = ["203.0.113.7", "203.0.113.7:4711", "198.51.100.1, 203.0.113.7", "198.51.100.2,203.0.113.7:80"];
        for (var attempt = 0; attempt < 10; attempt++)
            await (await SignInAsync(server, guesses[attempt % guesses.Length], Viewer[..^1] + "x")).ProblemAsync(401, "wrong_access_key");
        await (await SignInAsync(server, "203.0.113.7", Owner)).ProblemAsync(429, "too_many_attempts");
        await (await SignInAsync(server, "203.0.113.7, 203.0.113.8", Owner)).JsonAsync();
        await (await SignInAsync(server, "2001:db8::1", Owner)).JsonAsync();
        await (await SignInAsync(server, "203.0.113.7, ", Owner)).JsonAsync();
        await (await SignInAsync(server, null, Owner)).JsonAsync();
    }

    private static Task<HttpResponseMessage> SignInAsync(VoicebotServer server, string? forwardedFor, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/session") { Content = JsonContent.Create(new { access_key = key }) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        return server.NewClient().SendAsync(request);
    }

    [Fact]
    public async Task Start_WithoutAKey_NamesTheField()
    {
        await using var server = await VoicebotServer.StartAsync(WithKeys);
        await (await server.Http.PostTextAsync("api/session", "{}")).ProblemAsync(400, "invalid_parameter", "access_key");
        await (await server.Http.PostTextAsync("api/session", """{"access_key":7}"""))
            .ProblemAsync(400, "invalid_parameter", "access_key");
    }

    [Fact]
    public async Task Viewer_Looks_ButChangesRevealsAndExportsNothing()
    {
        await using var server = await VoicebotServer.StartAsync(WithKeys);
        using var viewer = server.NewClient();
        viewer.DefaultRequestHeaders.Authorization = new("Bearer", Viewer);
        Assert.Equal("viewer", (await (await viewer.GetAsync("api/session")).JsonAsync()).Text("role"));
        foreach (var path in new[] { "api/kpis", "api/conversations", "api/settings", "api/months", "api/sync-logs", "api/archives",
            "api/health" })
            await (await viewer.GetAsync(path)).JsonAsync();
        foreach (var path in new[] { "api/export-csv", "api/download-csv/1", "api/EXPORT-CSV/", "api/nothing" })
            await viewer.GetProblemAsync(path, 403, "not_allowed_for_viewer");
        foreach (var path in new[] { "api/settings", "api/sync", "api/archive?month=2026-10", "api/refetch-details" })
            await (await viewer.PostTextAsync(path, "{}")).ProblemAsync(403, "not_allowed_for_viewer");
        await (await viewer.DeleteAsync("api/sync-logs/1")).ProblemAsync(403, "not_allowed_for_viewer");
    }

    /// <summary>The page on another, allowed site: no cookie goes there, so it gets a token to send.</summary>
    [Fact]
    public async Task Start_FromAnAllowedSite_GivesATokenThatWorksAsBearer()
    {
        await using var server = await VoicebotServer.StartAsync(WithKeys);
        using var page = server.NewClient();
        page.DefaultRequestHeaders.Add("Origin", Allowed);
        var session = await (await page.PostAsync("api/session", JsonContent.Create(new { access_key = Owner }))).JsonAsync();
        page.DefaultRequestHeaders.Authorization = new("Bearer", session.Text("token"));
        using var answer = await page.GetAsync("api/kpis");
        Assert.Equal(Allowed, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await (await page.DeleteAsync("api/session")).JsonAsync();
        await page.GetProblemAsync("api/kpis", 401, "sign_in_required");
    }

    [Fact]
    public async Task Session_OnThisComputerOnly_NeedsNoSignIn()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        Assert.Equal("""{"sign_in":"none","role":"owner","token":null}""", (await server.GetJsonAsync("api/session")).GetRawText());
        Assert.Equal("owner", (await (await server.Http.PostJsonAsync("api/session", new { access_key = "x" })).JsonAsync()).Text("role"));
    }

    [Theory]
    [InlineData(true, "owner")]
    [InlineData(false, null)]
    public async Task Platform_ItsHeader_CountsOnlyWhereThePlatformVouches(bool onAzure, string? role)
    {
        var more = new Dictionary<string, string?>
        {
            ["WEBSITE_AUTH_ENABLED"] = "True",
            ["WEBSITE_HOSTNAME"] = "voicebot.azurewebsites.net",
            ["WEBSITE_SITE_NAME"] = onAzure ? "voicebot" : null,
        };
        await using var server = await VoicebotServer.StartAsync(WithKeys with { More = more });
        using var person = server.NewClient();
        person.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL",
            Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"auth_typ":"aad","claims":[]}""")));
        person.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", "jan@example.test");
        var session = await (await person.GetAsync("api/session")).JsonAsync();
        Assert.Equal((onAzure ? "platform" : "access_key", role), (session.Text("sign_in"), session.Text("role")));
        person.DefaultRequestHeaders.Host = "voicebot.azurewebsites.net";
        using var byName = await person.GetAsync("api/kpis");
        Assert.Equal(onAzure ? HttpStatusCode.OK : HttpStatusCode.Forbidden, byName.StatusCode);
        Assert.Equal(onAzure, byName.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    public async Task Platform_BrokenHeader_IsNobody(string principal)
    {
        await using var server =
            await VoicebotServer.StartAsync(
            WithKeys with
            {
                More = new Dictionary<string,
            string?>
                { ["WEBSITE_AUTH_ENABLED"] = "True", ["WEBSITE_SITE_NAME"] = "voicebot" }
            });
        using var stranger = server.NewClient();
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("X-MS-CLIENT-PRINCIPAL", principal);
        await stranger.GetProblemAsync("api/kpis", 401, "sign_in_required");
    }

    /// <summary>A name that was allowed, behind a proxy that speaks TLS.</summary>
    [Fact]
    public async Task Send_AllowedHost_IsAnsweredAndItsOriginIsTheOwn()
    {
        await using var server =
            await VoicebotServer.StartAsync(
            WithKeys with
            {
                More = new Dictionary<string,
            string?>
                { ["VOICEBOT_ALLOWED_HOSTS"] = "voicebot.example.com, other.example.com" }
            });
        using var browser = server.NewClient();
        browser.DefaultRequestHeaders.Host = "voicebot.example.com";
        browser.DefaultRequestHeaders.Add("Origin", "https://voicebot.example.com");
        using var signedIn = await browser.PostJsonAsync("api/session", new { access_key = Owner });
        Assert.Contains("secure", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        browser.DefaultRequestHeaders.Host = "evil.example.com";
        await browser.GetProblemAsync("api/session", 403, "host_not_allowed");
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Text("code");
}
