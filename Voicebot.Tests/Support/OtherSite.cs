using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Voicebot.Tests.Support;

/// <summary>The page as it lies, on a site that is not the API's: another name of this computer and another port.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private string policy = "";

    private OtherSite(string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        app = builder.Build();
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = policy;
            if (http.Request.Path != "/config.js")
                return next(http);
            http.Response.ContentType = "text/javascript";
            return http.Response.WriteAsync($"window.VOICEBOT_API_BASE = \"{Api}\";");
        });
        app.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions = { ContentTypeProvider = new FileExtensionContentTypeProvider() },
        });
    }

    public string Origin => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    public string Api { get; private set; } = "";

    /// <param name="folder">Null for the page as it was built.</param>
    public static async Task<OtherSite> StartAsync(string? folder = null)
    {
        var site = new OtherSite(folder ?? PageBundle.Folder);
        await site.app.StartAsync();
        return site;
    }

    /// <summary>Names the API, and takes over its policy with what the page on another site needs beside it.</summary>
    public async Task PointToAsync(VoicebotServer server)
    {
        Api = server.Http.BaseAddress!.ToString().TrimEnd('/');
        using var answer = await server.Http.GetAsync("");
        policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
            .Replace("connect-src 'self'", $"connect-src {Api}", StringComparison.Ordinal)
            .Replace("media-src 'self'", "media-src blob:", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
    }
}
