using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Routing;
using Voicebot.Functions.Security;

namespace Voicebot.Tests.Security;

public sealed class RequestPipelineTests
{
    private readonly RequestPipeline pipeline = Pipeline;

    /// <summary>As it stands without any configuration: this computer only, nobody signs in.</summary>
    internal static RequestPipeline Pipeline
    {
        get
        {
            var options = RequestGuardTests.Options;
            var database = new Database(":memory:");
            var stored = new StoredAccessKey(database);
            var signIn = new SignIn(
                new AccessKeys(options, stored),
                    new SessionTokens(new EphemeralDataProtectionProvider(), options, stored,
                    new EndedSessions(database, TimeProvider.System), TimeProvider.System),
                    new AttemptLimiter(TimeProvider.System), options);
            return new RequestPipeline(new RequestGuard(options), new AccessGuard(signIn),
                new ExceptionProblems(NullLogger<ExceptionProblems>.Instance), options);
        }
    }

    [Fact]
    public async Task Invoke_ForeignHost_DoesNotRunTheFunction()
    {
        var http = RequestGuardTests.Http("GET", "evil.example");

        var answer = await pipeline.InvokeAsync(http, () => throw new InvalidOperationException("must not run"));

        Assert.Equal(403, Status(answer));
        Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);
    }

    [Fact]
    public async Task Invoke_FunctionAnswers_AddsNothing()
    {
        var ran = false;

        Assert.Null(await pipeline.InvokeAsync(RequestGuardTests.Http("GET", "127.0.0.1"), () =>
        {
            ran = true;
            return Task.CompletedTask;
        }));

        Assert.True(ran);
    }

    [Fact]
    public async Task Invoke_FunctionThrows_IsAProblem() =>
        Assert.Equal(500, Status(
            await pipeline.InvokeAsync(RequestGuardTests.Http("GET", "127.0.0.1"), () => throw new InvalidOperationException("x"))));

    [Fact]
    public async Task Invoke_ClientHasGone_IsNoError()
    {
        var http = RequestGuardTests.Http("GET", "127.0.0.1");
        http.RequestAborted = new CancellationToken(canceled: true);

        Assert.Equal(499, Status(await pipeline.InvokeAsync(http, () => throw new OperationCanceledException())));
    }

    [Fact]
    public async Task Invoke_ClientLeavesInTheMiddleOfTheAnswer_AddsNothing()
    {
        var http = RequestGuardTests.Http("GET", "127.0.0.1");
        http.RequestAborted = new CancellationToken(canceled: true);
        http.Features.Set<IHttpResponseFeature>(new StartedResponse());

        Assert.Null(await pipeline.InvokeAsync(http, () => throw new OperationCanceledException()));
    }

    [Theory]
    [InlineData("/api/kpis", "no-store")]
    [InlineData("/", "")]
    [InlineData("/assets/main-ABCDEFGH.js", "")]
    public void Apply_Headers_ForbidForeignContentAndCachingOfData(string path, string cacheControl)
    {
        var http = RequestGuardTests.Http("GET", "127.0.0.1");
        http.Request.Path = path;

        SecurityHeaders.Apply(http);

        var headers = http.Response.Headers;
        Assert.Equal(("nosniff", "DENY", cacheControl),
            (headers.XContentTypeOptions.ToString(), headers.XFrameOptions.ToString(), headers.CacheControl.ToString()));
        var policy = headers.ContentSecurityPolicy.ToString();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http", false, "")]
    [InlineData("https", false, "max-age=31536000")]
    [InlineData("http", true, "max-age=31536000")]
    public void Apply_ServedByTls_SaysSoForAYear(string scheme, bool always, string expected)
    {
        var http = RequestGuardTests.Http("GET", "127.0.0.1");
        http.Request.Scheme = scheme;

        SecurityHeaders.Apply(http, always);

        Assert.Equal(expected, http.Response.Headers.StrictTransportSecurity.ToString());
    }

    /// <summary>A connection that waits, for the rest of a request or for anything but data, may make room for another.</summary>
    [Theory]
    [InlineData("GET", "/api/kpis", null, false)]
    [InlineData("POST", "/api/sync", 0L, false)]
    [InlineData("POST", "/api/sync", 2L, true)]
    [InlineData("GET", "/", null, true)]
    public async Task Invoke_Connection_IsAtWorkWhileAWholeQuestionIsAnswered(string method, string path, long? body, bool waits)
    {
        var http = RequestGuardTests.Http(method, "127.0.0.1");
        (http.Request.Path, http.Request.ContentLength, http.Request.ContentType) = (path, body, "application/json");
        var connection = new OpenConnection("a", () => { });
        http.Features.Set(connection);
        bool? waited = null;

        await pipeline.InvokeAsync(http, () =>
        {
            waited = connection.IsWaiting;
            return Task.CompletedTask;
        });

        Assert.Equal((waits, true), (waited, connection.IsWaiting));
    }

    private static int? Status(IResult? answer) => Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode;

    private sealed class StartedResponse : HttpResponseFeature
    {
        public override bool HasStarted => true;
    }
}
