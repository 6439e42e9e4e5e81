using System.Net;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Settings;
using Voicebot.Functions.Security;

namespace Voicebot.Tests.Security;

public sealed class RequestGuardTests
{
    [Theory]
    [InlineData("127.0.0.1:7071")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10:7071")]
    [InlineData("localhost:7071")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]:7071")]
    public void Refusal_HostOfThisComputer_MayPass(string host) => Assert.Null(Refusal("GET", host));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:7071")]
    [InlineData("127.0.0.1.evil.example:7071")]
    [InlineData("localhost.evil.example")]
    [InlineData("notlocalhost")]
    [InlineData("192.168.1.5:7071")]
    [InlineData("0.0.0.0:7071")]
    [InlineData("[2001:db8::1]")]
    [InlineData("my-computer")]
    [InlineData("")]
    public void Refusal_AnotherHostName_IsTurnedAwayOnEveryMethod(string host) =>
        Assert.All(["GET", "HEAD", "OPTIONS", "POST", "DELETE"], method => Assert.Equal("host_not_allowed", Refusal(method, host)));

    [Theory]
    // No browser: scripts send no origin.
    [InlineData(null, null, true)]
    [InlineData(null, "none", true)]
    [InlineData(null, "same-origin", true)]
    [InlineData("http://127.0.0.1:7071", "same-origin", true)]
    [InlineData("HTTP://127.0.0.1:7071", null, true)]
    [InlineData("https://reports.example.com", "cross-site", true)]
    [InlineData("https://REPORTS.example.com", "cross-site", true)]
    [InlineData("https://evil.example", "cross-site", false)]
    [InlineData("https://evil.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData("http://127.0.0.1:8080", "same-site", false)]
    [InlineData("https://127.0.0.1:7071", "same-site", false)]
    [InlineData("http://localhost:7071", "cross-site", false)]
    [InlineData("http://127.0.0.1:7071.evil.example", null, false)]
    [InlineData("https://reports.example.com.evil.example", null, false)]
    [InlineData("http://reports.example.com", null, false)]
    [InlineData(null, "cross-site", false)]
    public void Refusal_Write_NeedsAnOwnOrAllowedOrigin(string? origin, string? fetchSite, bool allowed) =>
        Assert.All(["POST", "DELETE", "PUT", "PATCH"], method =>
            Assert.Equal(allowed ? null : "origin_not_allowed", Refusal(method, "127.0.0.1:7071", origin, fetchSite)));

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public void Refusal_ReadFromAnotherSite_MayPassBecauseItsAnswerIsNotReadable(string method) =>
        Assert.Null(Refusal(method, "127.0.0.1:7071", "https://evil.example", "cross-site"));

    public static TheoryData<string> Costly =>
        ["/api/backup", "/api/export-csv", "/api/person-data", "/api/download-csv/1", "/api/conversations/conv_in/audio",
        "/api/conversations", "/api/agents", "/API/Backup/"];

    /// <summary>A picture, a frame, a link or a script of another site.</summary>
    [Theory]
    [MemberData(nameof(Costly))]
    public void Refusal_CostlyReadThatAnotherSiteStarts_IsTurnedAway(string path)
    {
        string? Of(string method, string? origin, string? fetchSite)
        {
            var http = Http(method, "127.0.0.1:7071", origin, fetchSite);
            http.Request.Path = path;
            return new RequestGuard(Options).Refusal(http.Request)?.Code;
        }

        foreach (var method in new[] { "GET", "HEAD" })
        {
            foreach (var (origin, fetchSite) in new[] { (null, "cross-site"), (null, "same-site"), ("https://evil.example", "cross-site"),
                ("null", null), ("http://127.0.0.1:8080", "same-site") })
                Assert.Equal("origin_not_allowed", Of(method, origin, fetchSite));
            // The page, a typed address, a script, the page on a site that was allowed.
            foreach (var (origin, fetchSite) in new[] { (null, "same-origin"), (null, "none"), (null, null),
                ("http://127.0.0.1:7071", "same-origin"), ("https://reports.example.com", "cross-site") })
                Assert.Null(Of(method, origin, fetchSite));
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("application/jsonp", false)]
    [InlineData("nonsense", false)]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=utf-8", true)]
    [InlineData("application/vnd.example+json", true)]
    public void Refusal_BodyOfAWrite_MustBeDeclaredAsJson(string? contentType, bool allowed)
    {
        var http = Http("POST", "127.0.0.1:7071");
        http.Request.ContentLength = 2;
        http.Request.ContentType = contentType;
        var refusal = new RequestGuard(Options).Refusal(http.Request);
        Assert.Equal(allowed ? null : 415, refusal?.Status);
        Assert.Equal(allowed ? null : "Content-Type", refusal?.Errors[0].Parameter);
        http.Request.Path = "/api/webhooks/elevenlabs";
        Assert.Null(new RequestGuard(Options).Refusal(http.Request)); // its signature decides
    }

    [Fact]
    public void Refusal_BodyDeclaredTooLarge_IsTurnedAwayUnread()
    {
        var http = Http("POST", "127.0.0.1:7071");
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = 65_536 + 1;
        Assert.Equal(413, new RequestGuard(Options).Refusal(http.Request)?.Status);
        http.Request.ContentLength = 65_536;
        Assert.Null(new RequestGuard(Options).Refusal(http.Request));
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public void Refusal_UnknownMethod_SaysWhichThereAre(string method)
    {
        var http = Http(method, "127.0.0.1:7071");
        Assert.Equal(405, new RequestGuard(Options).Refusal(http.Request)?.Status);
        Assert.Equal("POST", http.Response.Headers.Allow);
    }

    /// <summary>A socket on :: has IPv4 addresses in IPv6 form; the caller dials them as they are.</summary>
    [Theory]
    [InlineData("0.0.0.0", "10.1.2.3", "10.1.2.3", true)]
    [InlineData("::", "::ffff:10.1.2.3", "10.1.2.3", true)]
    [InlineData("::", "2001:db8::7", "[2001:db8::7]", true)]
    [InlineData("::", "::ffff:10.1.2.3", "10.1.2.4", false)]
    [InlineData("127.0.0.1", "10.1.2.3", "10.1.2.3", false)]
    public void Refusal_AddressThatWasDialled_MayPassWhereOthersReachIt(string listen, string local, string host, bool allowed)
    {
        var http = Http("GET", host + ":7071");
        http.Connection.LocalIpAddress = IPAddress.Parse(local);
        var refusal = new RequestGuard(Options with { ListenAddress = IPAddress.Parse(listen) }).Refusal(http.Request);
        Assert.Equal(allowed ? null : "host_not_allowed", refusal?.Code);
    }

    internal static VoicebotOptions Options { get; } = new()
    {
        DataFolder = "data",
        AllowedOrigins = ["https://reports.example.com"],
    };

    internal static HttpContext Http(string method, string host, string? origin = null, string? fetchSite = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString(host);
        http.Request.Path = "/api/sync";
        if (origin is not null)
            http.Request.Headers.Origin = origin;
        if (fetchSite is not null)
            http.Request.Headers["Sec-Fetch-Site"] = fetchSite;
        return http;
    }

    private static string? Refusal(string method, string host, string? origin = null, string? fetchSite = null)
    {
        var refusal = new RequestGuard(Options).Refusal(Http(method, host, origin, fetchSite).Request);
        Assert.Equal(refusal is null ? null : 403, refusal?.Status);
        return refusal?.Code;
    }
}
