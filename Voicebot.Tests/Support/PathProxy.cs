using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Voicebot.Tests.Support;

/// <summary>A proxy that has the program under a path of its own, as https://example.com/voicebot/, and nothing else.</summary>
public sealed class PathProxy : IAsyncDisposable
{
    public const string Prefix = "/voicebot";

    private readonly WebApplication app;
    private readonly HttpClient upstream;
    private readonly List<string> astray = [];

    private PathProxy(VoicebotServer server)
    {
        upstream = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = server.Http.BaseAddress,
        };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        app = builder.Build();
        app.Run(ForwardAsync);
    }

    /// <summary>Raised before it goes at the end of a test, so that a page behind it stops expecting answers.</summary>
    public event Action? Leaving;

    public string Origin => app.Urls.First();

    /// <summary>Requests that left the path: another program's, behind a real proxy.</summary>
    public IReadOnlyList<string> Astray
    {
        get
        {
            lock (astray)
                return [.. astray];
        }
    }

    public static async Task<PathProxy> StartAsync(VoicebotServer server)
    {
        var proxy = new PathProxy(server);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        Leaving?.Invoke();
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
        upstream.Dispose();
    }

    private async Task ForwardAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Prefix, out var rest))
        {
            lock (astray)
                astray.Add(http.Request.Method + " " + http.Request.Path);
            http.Response.StatusCode = 404;
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), rest.ToUriComponent().TrimStart('/')
            + http.Request.QueryString);
        if (http.Request.ContentLength > 0)
            request.Content = new StreamContent(http.Request.Body);
        foreach (var (name, value) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Origin")))
            if (!request.Headers.TryAddWithoutValidation(name, [.. value]))
                request.Content?.Headers.TryAddWithoutValidation(name, [.. value]);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, value) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Transfer-Encoding"))
            http.Response.Headers[name] = value.ToArray();
        if (answer.StatusCode is not (HttpStatusCode.NotModified or HttpStatusCode.NoContent))
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
