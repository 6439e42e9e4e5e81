using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
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

    private static int? Status(IResult? answer) => Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode;

    private sealed class StartedResponse : HttpResponseFeature
    {
        public override bool HasStarted => true;
    }
}
