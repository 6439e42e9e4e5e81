using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Tests.Support;

/// <summary>The place on a machine of App Service where an app gets tokens of its managed identity.</summary>
internal sealed class IdentityEndpoint : IAsyncDisposable
{
    private const string Secret = "a-secret-of-this-machine";
    private readonly WebApplication app;
    private int given;

    private IdentityEndpoint()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>What a token is good for, once it was given.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>It has no identity to give tokens of.</summary>
    public bool IsRefusing { get; set; }

    /// <summary>For what tokens were asked.</summary>
    public ConcurrentQueue<string> Purposes { get; } = new();

    /// <summary>The token that was given last.</summary>
    public string Token => $"token-{given}";

    /// <summary>As the platform sets them in the app's environment.</summary>
    public (string Name, string Value)[] Variables =>
        [("IDENTITY_ENDPOINT", app.Urls.First() + "/msi/token"), ("IDENTITY_HEADER", Secret)];

    public static async Task<IdentityEndpoint> StartAsync()
    {
        var endpoint = new IdentityEndpoint();
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Purposes.Enqueue(http.Request.Query["resource"].ToString());
        if (IsRefusing || http.Request.Headers["X-IDENTITY-HEADER"] != Secret)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { statusCode = 400, message = "No managed identity found." });
            return;
        }
        Interlocked.Increment(ref given);
        await http.Response.WriteAsJsonAsync(new
        {
            access_token = Token,
            expires_on = (DateTimeOffset.UtcNow + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            resource = http.Request.Query["resource"].ToString(),
            token_type = "Bearer",
        });
    }
}
