using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Tests.Alerts;

/// <summary>A server on loopback that alerts are posted to, and that answers as a test wants.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Posted> posts = new();

    private Receiver(Func<HttpContext, int, Task>? answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            posts.Enqueue(new Posted(http.Request.Path.Value!, await reader.ReadToEndAsync(),
                http.Request.Headers["X-Voicebot-Signature"].ToString(), http.Request.Headers["X-Voicebot-Delivery"].ToString()));
            if (answer is not null)
                await answer(http, posts.Count);
        });
    }

    public IReadOnlyList<Posted> Posts => [.. posts];

    public string Url => app.Urls.First() + "/hook";

    /// <param name="answer">Gets the count of posts, this one included; without it, everything is taken.</param>
    public static async Task<Receiver> StartAsync(Func<HttpContext, int, Task>? answer = null)
    {
        var receiver = new Receiver(answer);
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task<Receiver> AnsweringAsync(params int[] statuses) => StartAsync((http, count) =>
    {
        http.Response.StatusCode = statuses[Math.Min(count, statuses.Length) - 1];
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>What came.</summary>
internal sealed record Posted(string Path, string Body, string Signature, string Delivery);
