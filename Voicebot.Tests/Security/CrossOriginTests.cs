using Microsoft.AspNetCore.Http;
using Voicebot.Functions.Routing;
using Voicebot.Functions.Security;

namespace Voicebot.Tests.Security;

public sealed class CrossOriginTests
{
    private const string Allowed = "https://reports.example.com";

    private readonly RequestGuard guard = new(RequestGuardTests.Options);

    [Fact]
    public void Apply_AllowedOrigin_MayReadTheAnswer()
    {
        var http = RequestGuardTests.Http("GET", "127.0.0.1:7071", Allowed);

        CrossOrigin.Apply(http, guard);

        Assert.Equal(Allowed, http.Response.Headers.AccessControlAllowOrigin);
        Assert.Equal("Origin", http.Response.Headers.Vary);
        Assert.Equal(0, http.Response.Headers.AccessControlAllowMethods.Count);
        Assert.Equal(0, http.Response.Headers.AccessControlAllowCredentials.Count);
        Assert.Equal("Content-Disposition, ETag, Retry-After", http.Response.Headers.AccessControlExposeHeaders);
    }

    /// <summary>A page on another site does all that the page does here, saved views included.</summary>
    [Fact]
    public void Apply_Preflight_AllowsEveryMethodOfTheApiForTenMinutes()
    {
        var http = RequestGuardTests.Http("OPTIONS", "127.0.0.1:7071", Allowed, "cross-site");
        http.Request.Headers.AccessControlRequestMethod = "PUT";

        CrossOrigin.Apply(http, guard);

        Assert.Empty(RouteTable.All.Where(function => function.Route.StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(function => function.Methods).Distinct().Except(["HEAD"])
            .Except(http.Response.Headers.AccessControlAllowMethods.ToString().Split(", ")));
        Assert.Equal("600", http.Response.Headers.AccessControlMaxAge);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:7071")]
    public void Apply_AnyOtherOrigin_MayNot(string? origin)
    {
        var http = RequestGuardTests.Http("GET", "127.0.0.1:7071", origin);

        CrossOrigin.Apply(http, guard);

        Assert.Equal(0, http.Response.Headers.AccessControlAllowOrigin.Count);
    }

    [Theory]
    [InlineData(Allowed, "DELETE, GET, POST, PUT")]
    [InlineData("https://evil.example", "")]
    public async Task Invoke_Preflight_IsAnsweredWithoutTheFunction(string origin, string methods)
    {
        var http = RequestGuardTests.Http("OPTIONS", "127.0.0.1:7071", origin, "cross-site");
        http.Request.Headers.AccessControlRequestMethod = "POST";

        var answer = await Pipeline.InvokeAsync(http, () => throw new InvalidOperationException("must not run"));

        Assert.Equal(StatusCodes.Status204NoContent, Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode);
        Assert.Equal(methods, http.Response.Headers.AccessControlAllowMethods.ToString());
        Assert.Equal(methods.Length > 0 ? "Authorization, Content-Type, If-None-Match, Range"
            : "", http.Response.Headers.AccessControlAllowHeaders.ToString());
    }

    [Theory]
    [InlineData("OPTIONS", true, true)]
    [InlineData("OPTIONS", false, false)]
    [InlineData("GET", true, false)]
    public void IsPreflight_OptionsWithARequestedMethod_Only(string method, bool asksForMethod, bool expected)
    {
        var http = RequestGuardTests.Http(method, "127.0.0.1:7071");
        if (asksForMethod)
            http.Request.Headers.AccessControlRequestMethod = "POST";

        Assert.Equal(expected, CrossOrigin.IsPreflight(http.Request));
    }

    private static RequestPipeline Pipeline => RequestPipelineTests.Pipeline;
}
