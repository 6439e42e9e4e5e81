using System.Text;
using Microsoft.AspNetCore.Http;
using Voicebot.Functions.Routing;
using Voicebot.Functions.Security;

namespace Voicebot.Tests.Security;

/// <summary>Who may ask for what, and what another site may start, for every address.</summary>
public sealed class AccessRulesTests
{
    private static readonly string[] Everybodys =
        ["GET api/session", "POST api/session", "DELETE api/session", "GET api/live", "GET api/ready", "POST api/webhooks/elevenlabs"];

    private static readonly string[] Viewers =
    [
        "GET api/settings", "GET api/agents", "GET api/kpis", "GET api/breakdowns", "GET api/data", "GET api/conversations",
        "GET api/conversations/{id}",
        "GET api/conversations/{id}/audio", "GET api/conversations/{id}/others", "GET api/conversation-figures", "GET api/views",
        "GET api/segments", "GET api/reviews", "GET api/reviews/{id}", "GET api/review-rules", "GET api/callbacks", "GET api/alerts",
        "GET api/alert-rules", "GET api/targets", "GET api/notes", "GET api/money",
        "GET api/months", "GET api/sync-logs", "GET api/sync-logs/{id}", "GET api/archives",
        "GET api/health", "GET api/openapi.json",
    ];

    /// <summary>What answers from what is at hand, whoever makes a browser ask.</summary>
    private static readonly string[] Light =
        ["api/live", "api/health", "api/session", "api/openapi.json", "api/settings", "api/months", "api/archives", "api/sync-logs"];

    [Fact]
    public void Needed_EveryFunction_IsTheOwnersUnlessItIsNamed()
    {
        var asked = RouteTable.All.Where(function => function.Route.StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(function => function.Methods.Where(method => method != "HEAD").Select(method => $"{method} {function.Route}"))
            .ToList();
        Assert.Empty(Everybodys.Concat(Viewers).Except(asked));
        Assert.All(asked, rule =>
        {
            Role? expected = Everybodys.Contains(rule) ? null : Viewers.Contains(rule) ? Role.Viewer : Role.Owner;
            var parts = rule.Replace("{id}", "7", StringComparison.Ordinal).Split(' ');
            Assert.Equal((rule, expected), (rule, AccessRules.Needed(Http(parts[0], parts[1]).Request)));
            if (parts[0] == "GET")
                Assert.Equal(expected, AccessRules.Needed(Http("HEAD", parts[1]).Request));
        });
    }

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("GET", "index.html", null)]
    [InlineData("GET", "apiary", null)]
    [InlineData("GET", "api", Role.Owner)]
    [InlineData("GET", "API/kpis", Role.Viewer)]
    [InlineData("GET", "api/KPIS/", Role.Viewer)]
    [InlineData("get", "api/kpis", Role.Viewer)]
    [InlineData("POST", "api/kpis", Role.Owner)]
    [InlineData("GET", "api/kpis/more", Role.Owner)]
    [InlineData("OPTIONS", "api/kpis", Role.Owner)]
    public void Needed_OtherSpelling_IsReadAsTheServerReadsIt(string method, string path, Role? expected) =>
        Assert.Equal(expected, AccessRules.Needed(Http(method, path).Request));

    [Fact]
    public void Refusal_ReadThatAnotherSiteStarts_PassesWhereItIsLight()
    {
        var guard = new RequestGuard(RequestGuardTests.Options);
        var reads = RouteTable.All.Where(function => function.Methods.Contains("GET") && function.Route.StartsWith("api/",
            StringComparison.Ordinal)).Select(function => function.Route.Replace("{id}", "7", StringComparison.Ordinal)).ToList();
        Assert.Empty(Light.Except(reads));
        Assert.All(reads, path =>
            Assert.Equal((path, Light.Contains(path) ? null : "origin_not_allowed"), (path, guard.Refusal(Foreign(path).Request)?.Code)));
        Assert.Null(guard.Refusal(Foreign("api/sync").Request)); // nothing is read there
    }

    [Theory]
    [InlineData("https://reports.example.com:8443", "reports.example.com:8443", true)]
    [InlineData("http://reports.example.com:8443", "reports.example.com:8443", true)]
    [InlineData("HTTPS://Reports.example.com:8443", "reports.example.com:8443", true)]
    [InlineData("https://reports.example.com", "reports.example.com:8443", false)]
    [InlineData("https://evil.example", "reports.example.com:8443", false)]
    [InlineData("https://127.0.0.1:8443", "127.0.0.1:8443", false)]
    public void Refusal_OwnOriginBehindTls_CountsForANameThatWasAllowed(string origin, string host, bool allowed)
    {
        var http = RequestGuardTests.Http("POST", host, origin);
        var guard = new RequestGuard(RequestGuardTests.Options with { AllowedHosts = ["REPORTS.example.com"], AllowedOrigins = [] });
        Assert.Equal(allowed ? null : "origin_not_allowed", guard.Refusal(http.Request)?.Code);
    }

    [Theory]
    [InlineData("""{"auth_typ":"aad"}""", "jan@example.test", "jan@example.test")]
    [InlineData("""{"auth_typ":"aad","claims":[]}""", "", null)]
    [InlineData("""{"auth_typ":"aad"}""", null, null)]
    public void Platform_Principal_IsAnOwnerByName(string principal, string? name, string? expected)
    {
        var http = Principal(principal);
        if (name is not null)
            http.Request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] = name;
        Assert.Equal(new Caller(Role.Owner, expected), PlatformIdentity.Of(http.Request));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Platform_LongName_IsNotTaken(int length, bool taken)
    {
        var http = Principal("""{"auth_typ":"aad"}""");
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] = new string('n', length);
        Assert.Equal(taken ? new string('n', length) : null, PlatformIdentity.Of(http.Request)!.Name);
    }

    [Theory]
    [InlineData("""{"auth_typ":1}""")]
    [InlineData("""{"claims":[]}""")]
    [InlineData("""["auth_typ"]""")]
    [InlineData("null")]
    [InlineData("""{"auth_typ":"aad""")]
    public void Platform_AnythingElse_IsNobody(string principal) => Assert.Null(PlatformIdentity.Of(Principal(principal).Request));

    [Fact]
    public void Platform_HeaderGivenTwice_IsNobody()
    {
        var http = Principal("""{"auth_typ":"aad"}""");
        http.Request.Headers.Append("X-MS-CLIENT-PRINCIPAL", http.Request.Headers["X-MS-CLIENT-PRINCIPAL"].ToString());
        Assert.Null(PlatformIdentity.Of(http.Request));
    }

    private static HttpContext Principal(string json)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
        return http;
    }

    private static HttpContext Foreign(string path)
    {
        var http = RequestGuardTests.Http("GET", "127.0.0.1:7071", null, "cross-site");
        http.Request.Path = "/" + path;
        return http;
    }

    private static HttpContext Http(string method, string path)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Path = "/" + path;
        return http;
    }
}
