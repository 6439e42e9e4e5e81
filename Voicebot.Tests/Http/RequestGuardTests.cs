using System.Net;
using System.Net.Http.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>What a foreign site or a foreign name may not do, and what an allowed site may.</summary>
public sealed class RequestGuardTests(SeededServer seeded)
{
    private const string Allowed = "https://reports.example.com";

    [Theory]
    [InlineData("GET", "api/kpis")]
    [InlineData("GET", "api/health")]
    [InlineData("GET", "")]
    [InlineData("GET", "config.js")]
    [InlineData("POST", "api/settings")]
    [InlineData("DELETE", "api/sync-logs/1")]
    [InlineData("OPTIONS", "api/settings")]
    public async Task Send_ForeignHost_Answers403(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = "evil.example:80";
        await (await seeded.Http.SendAsync(request)).ProblemAsync(403, "host_not_allowed");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:7071")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:7071")]
    public async Task Get_NameOfThisComputer_IsAnswered(string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "api/months");
        request.Headers.Host = host;
        await (await seeded.Http.SendAsync(request)).JsonAsync();
    }

    [Theory]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("10.0.0.1")]
    [InlineData("0.0.0.0")]
    public async Task Get_NameThatOnlyLooksLocal_Answers403(string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "api/months");
        request.Headers.Host = host;
        await (await seeded.Http.SendAsync(request)).ProblemAsync(403, "host_not_allowed");
    }

    [Theory]
    [InlineData("POST", "api/settings")]
    [InlineData("POST", "api/sync")]
    [InlineData("POST", "api/archive?month=2026-10")]
    [InlineData("POST", "api/refetch-details")]
    [InlineData("DELETE", "api/sync-logs/1")]
    public async Task Send_WriteFromForeignOrigin_Answers403(string method, string path)
    {
        foreach (var origin in new[] { "https://evil.example", "null", "http://127.0.0.1:1", "https://reports.example.com.evil.example" })
            await (await SendAsync(method, path, "Origin", origin)).ProblemAsync(403, "origin_not_allowed");
        await (await SendAsync(method, path, "Sec-Fetch-Site", "cross-site")).ProblemAsync(403, "origin_not_allowed");
    }

    [Fact]
    public async Task Get_ForeignOrigin_IsAnsweredButNotReadable()
    {
        using var response = await SendAsync("GET", "api/months", "Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Get_AllowedOrigin_IsReadable()
    {
        using var response = await SendAsync("GET", "api/months", "Origin", Allowed);
        Assert.Equal([Allowed], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", response.Headers.Vary);
    }

    [Fact]
    public async Task Post_OwnAndAllowedOrigin_PassTheGuard()
    {
        var own = seeded.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var origin in new[] { own, Allowed })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "api/settings")
            {
                Content = JsonContent.Create(new { time_zone = "Nowhere/Nothing" }),
            };
            request.Headers.Add("Origin", origin);
            await (await seeded.Http.SendAsync(request)).ProblemAsync(400, "invalid_parameter", "time_zone");
        }
    }

    [Fact]
    public async Task Options_PreflightOfAnAllowedOrigin_AllowsWhatThePageSends()
    {
        using var response = await PreflightAsync(Allowed);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal([Allowed], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["DELETE, GET, POST, PUT"], response.Headers.GetValues("Access-Control-Allow-Methods"));
        Assert.Equal(["Authorization, Content-Type, If-None-Match, Range"], response.Headers.GetValues("Access-Control-Allow-Headers"));
    }

    [Fact]
    public async Task Options_PreflightOfAForeignOrigin_AllowsNothing()
    {
        using var response = await PreflightAsync("https://evil.example");
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    private Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "api/settings");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        return seeded.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> SendAsync(string method, string path, string header, string value)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add(header, value);
        return seeded.Http.SendAsync(request);
    }
}
